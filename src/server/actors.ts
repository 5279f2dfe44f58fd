import { dayAt } from '#base/day'
import { actorFor, belowOf, type Actor, type Below } from '#federation/actor'
import { placeOf, type Place } from '#federation/unit'
import type { Database } from '#store/database'
import { groundIn, type Ground, type NamedPlace, type PlaceBelow } from '#views/place'
import { localWords, type LocalWords } from '#views/settings'

export type Actors = {
  of(person: string): Promise<Actor>
  /** Where a standing unit lies. */
  place(unit: number): Promise<Place | undefined>
  /** All that lies below a unit today. */
  below(unit: number): Promise<Below>
  /** The names and standards of her own place: of the highest unit she holds a post at. */
  local(actor: Actor): Promise<LocalWords | undefined>
  /** The tree that figures are asked about. */
  readonly ground: Ground
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
  const tops = new Map<number, Promise<NamedPlace | undefined>>()
  const rowsBelow = new Map<string, Promise<readonly PlaceBelow[]>>()
  const ground = groundIn(db)
  let heard = false
  const remembered = <Key, Value>(map: Map<Key, Promise<Value>>, key: Key, look: () => Promise<Value>) => {
    const value = map.get(key) ?? look()
    if (heard) map.set(key, value)
    value.catch(() => map.delete(key))
    return value
  }
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
    place: unit => remembered(standing, unit, () => placeOf(db, unit)),
    below: unit => remembered(trees, unit, () => belowOf(db, unit)),
    local: async ({ posts: [post] }) => post && remembered(places, post.unit, () => localWords(db, post.unit)),
    ground: {
      place: unit => remembered(tops, unit, () => ground.place(unit)),
      below: (unit, rows) => remembered(rowsBelow, `${rows} ${unit}`, () => ground.below(unit, rows)),
    },
    forget(person) {
      if (person !== undefined) return void kept.delete(person)
      for (const each of [kept, standing, trees, places, tops, rowsBelow]) each.clear()
    },
    trust(now) {
      heard = now
      this.forget()
    },
  }
}
