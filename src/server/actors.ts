import { dayAt } from '#base/day'
import { actorFor, type Actor } from '#federation/actor'
import type { Database } from '#store/database'

export type Actors = {
  of(person: string): Promise<Actor>
  /** Somebody's posts changed; without a person: everybody's reach (the tree changed). */
  forget(person?: string): void
  /** While changes cannot be heard nothing is remembered. */
  trust(heard: boolean): void
}

/** Who holds which posts, remembered until a post changes (told by the database, from whatever server) or the day ends. */
export function keepActors(db: Database, now: () => number): Actors {
  const kept = new Map<string, { day: string; actor: Promise<Actor> }>()
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
    forget: person => (person === undefined ? kept.clear() : kept.delete(person)),
    trust(now) {
      heard = now
      kept.clear()
    },
  }
}
