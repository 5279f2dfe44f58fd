import { dayAt } from '#base/day'
import { actorFor, belowOf, type Actor, type Below } from '#federation/actor'
import type { Database } from '#store/database'

export type Actors = {
  of(person: string): Promise<Actor>
  /** All that lies below a unit today. */
  below(unit: number): Promise<Below>
  /** Somebody's posts changed; without a person: everybody's reach (the tree changed). */
  forget(person?: string): void
  /** While changes cannot be heard nothing is remembered. */
  trust(heard: boolean): void
}

/** Who holds which posts, remembered until a post changes (told by the database, from whatever server) or the day ends. */
export function keepActors(db: Database, now: () => number): Actors {
  const kept = new Map<string, { day: string; actor: Promise<Actor> }>()
  const trees = new Map<number, Promise<Below>>()
  let heard = false
  return {
    async of(person) {
      const day = dayAt(now())
      const found = kept.get(person)
      if (found?.day === day) return found.actor
      const actor = actorFor(db, person, day)
      // put in before it is known, so that a change told meanwhile drops it
      if (heard) kept.set(person, { day, actor })
      actor.catch(() => kept.get(person)?.actor === actor && kept.delete(person))
      return actor
    },
    below(unit) {
      const below = trees.get(unit) ?? belowOf(db, unit)
      if (heard) trees.set(unit, below)
      below.catch(() => trees.delete(unit))
      return below
    },
    forget(person) {
      if (person !== undefined) return void kept.delete(person)
      kept.clear()
      trees.clear()
    },
    trust(now) {
      heard = now
      this.forget()
    },
  }
}
