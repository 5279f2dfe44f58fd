import { Problem } from '#base/problem'
import { dayAt } from '#base/day'
import { houseRules } from '#federation/house-rules'
import { authorise, demandUnit, reach } from '#federation/reach'
import { placeOf, type Place } from '#federation/unit'
import { houseContext, inContext, type Queryable } from '#store/database'
import { dutyCards } from '#views/duties'
import { findHouseholds, findPeople, type FoundPerson } from '#views/people'
import { postsOf } from '#views/posts'
import { scopeBelow } from '#views/scope'
import { findUnits, unitBriefs, unitPage, unitsBelow } from '#views/units'
import type { Given, Handlers, Visitor } from './doors.ts'
import type { Office } from './office.ts'

/** The tree, the posts in it, and the people of its units. */
export function unitDoors({ db, house, actors }: Office): Handlers {
  return {
    async findUnits({ query: { q, ...rest }, visitor }) {
      return { rows: await findUnits(db, reach(visitor.actor, houseRules['units.find']), { typed: q, ...rest }) }
    },
    async unit({ params: { no }, visitor }) {
      const { shard, ...page } = await unitPage(db, reach(visitor.actor, houseRules['units.find']), no)
      return { ...page, may: mayDo(visitor, { unit: no, shard }) }
    },
    async unitsBelow({ params: { no }, query: { level }, visitor }) {
      await demandPlace(db, no)
      return unitsBelow(db, reach(visitor.actor, houseRules['units.find']), no, level)
    },
    async posts({ params: { no }, query: { day }, visitor }) {
      const place = await demandPlace(db, no)
      const seen = reach(visitor.actor, houseRules['posts.see'])
      const on = day ?? dayAt(house.now())
      return inContext(db, visitor.actor.context, tx => postsOf(tx, seen, place, on, visitor.language))
    },
    async duties({ params: { no }, visitor }) {
      const place = await demandPlace(db, no)
      demandUnit(reach(visitor.actor, houseRules['posts.see']), place)
      const today = dayAt(house.now())
      const rows = await inContext(db, houseContext, tx => dutyCards(tx, place, house.book.no, today, visitor.language))
      return { rows }
    },
    findPeople: given => found(given, findPeople),
    findHouseholds: given => found(given, findHouseholds),
  }

  async function found({ query, visitor }: Given<'findPeople' | 'findHouseholds'>, find: typeof findPeople) {
    const { q: typed, unit, limit } = query
    const seen = reach(visitor.actor, houseRules['people.find'])
    const within = unit === undefined ? undefined : scopeBelow(await actors.below(unit))
    const rows = await inContext(db, visitor.actor.context, tx => find(tx, seen, { typed, unit, within, limit }))
    return { rows: await briefly(db, rows) }
  }
}

/** A unit that stands, wherever it lies. Throws `not-found`. */
export async function demandPlace(db: Queryable, unit: number): Promise<Place> {
  const place = await placeOf(db, unit)
  if (!place) throw new Problem('not-found', { what: 'unit' })
  return place
}

async function briefly(db: Queryable, rows: readonly FoundPerson[]) {
  const units = await unitBriefs(
    db,
    rows.map(row => row.unit),
  )
  return rows.flatMap(({ shard, id, name, unit, birthYear }) => {
    const brief = units.get(unit)
    const hint = [birthYear, brief?.short].filter(Boolean).join(' · ')
    return brief ? [{ shard, id, name, unit: brief, hint }] : []
  })
}

/** Of the things that belong to no programme, those she may do at this unit. */
function mayDo({ actor }: Visitor, target: { unit: number; shard: number }): string[] {
  return Object.entries(houseRules).flatMap(([name, rules]) => {
    try {
      authorise(actor, rules, { ...target, people: [] })
      return [name]
    } catch (error) {
      if (error instanceof Problem) return []
      throw error
    }
  })
}
