import { dayAt } from '#base/day'
import { actorFor, belowOf, type Actor, type Below } from '#federation/actor'
import { placeOf, type Place } from '#federation/unit'
import type { Database } from '#store/database'
import { localWords, type LocalWords } from '#views/settings'

export type Actors = {
  of(person: string): Promise<Actor>
  /** Where a standing unit lies. */
  place(unit: number): Promise<Place | undefined>
  /** All that lies below a unit today. */
  below(unit: number): Promise<Below>
  /** The names and standards of her own place: of the highest unit she holds a post at. */
  local(actor: Actor): Promise<LocalWords | undefined>
  /** Somebody's posts changed; without a person: everything (the tree changed, or a setting). */
  forget(person?: string): void
  /** While changes cannot be heard nothing is remembered. */
  trust(heard: boolean): void
}

/** Who holds which posts, remembered until a post changes (told by the database, from whatever server) or the day ends. */
export function keepActors(db: Database, now: () => number): Actors {
  const kept = new Map<string, { day: string; actor: Promise<Actor> }>()
  const standing = new Map<number, Promise<Place | undefined>>()
  const trees = new Map<number, Promise<Below>>()
  const places = new Map<number, Promise<LocalWords>>()
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
    place(unit) {
      const place = standing.get(unit) ?? placeOf(db, unit)
      if (heard) standing.set(unit, place)
      place.catch(() => standing.delete(unit))
      return place
    },
    below(unit) {
      const below = trees.get(unit) ?? belowOf(db, unit)
      if (heard) trees.set(unit, below)
      below.catch(() => trees.delete(unit))
      return below
    },
    async local({ posts: [post] }) {
      if (!post) return undefined
      const local = places.get(post.unit) ?? localWords(db, post.unit)
      if (heard) places.set(post.unit, local)
      local.catch(() => places.delete(post.unit))
      return local
    },
    forget(person) {
      if (person !== undefined) return void kept.delete(person)
      kept.clear()
      standing.clear()
      trees.clear()
      places.clear()
    },
    trust(now) {
      heard = now
      this.forget()
    },
  }
}
