import { dayAt } from '#base/day'
import { Problem } from '#base/problem'
import type { Actor } from '#federation/actor'
import type { Place } from '#federation/unit'
import { levelName, levelNo, usualRules, type Programme } from '#language'
import { ask, inContext, type Database } from '#store/database'
import { decide, type Decided, type Opened } from './decide.ts'
import type { House } from './house.ts'
import { keepNewPeople, writeMany, type Row } from './many.ts'
import type { Order, Receipt } from './order.ts'
import { parse } from './parse.ts'
import { perform } from './perform.ts'
import { hasRules } from './rules.ts'
import { ticksStandard } from './standard.ts'

/** What became of one of many orders: a receipt, or the Problem that stood in its way. */
export type Outcome = { readonly order: string; readonly receipt?: Receipt; readonly problem?: Problem }

/** Rows of one statement: larger ones are not faster, and hold the fold lock longer. */
const portion = 2000

/**
 * Carries out many orders as `perform` would, one outcome each, in their order; what is wrong with one keeps no other back.
 * Orders that begin a record and need nothing looked up are written set by set, a transaction for each set; the others follow
 * one by one after the set they stand in. Sent again, all that was done is answered as repeated.
 */
export async function performMany(house: House, actor: Actor, orders: readonly Order[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (let at = 0; at < orders.length; at += portion)
    outcomes.push(...(await performSet(house, actor, orders.slice(at, at + portion))))
  return outcomes
}

async function performSet(running: House, actor: Actor, orders: readonly Order[]): Promise<Outcome[]> {
  // one moment for the whole set: the audit's lines are kept with the moment their MACs were made over
  const at = running.now()
  const house = { ...running, now: () => at }
  const today = dayAt(at)
  const places = await placesOf(house.db, actor, orders)
  const outcomes = new Map<number, Outcome>()
  const rows: Row[] = []
  const single: number[] = []
  const seen = new Set<string>()
  for (const [at, order] of orders.entries()) {
    if (seen.has(order.id) || seen.has(order.record.id)) single.push(at)
    else
      try {
        const row = prepare(house, actor, order, places, today)
        if (row) rows.push({ ...row, at })
        else single.push(at)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        outcomes.set(at, { order: order.id, problem: error })
      }
    seen.add(order.id).add(order.record.id)
  }
  for (const [at, outcome] of await write(house, actor, rows)) outcomes.set(at, outcome)
  for (const at of single) {
    const order = orders[at] as Order // an index of this very list
    outcomes.set(at, await performOne(house, actor, order))
  }
  return orders.map((_, at) => outcomes.get(at) as Outcome) // each has one now
}

/** Undefined: to be carried out by `perform`, because something must be looked up or locked first. */
function prepare(
  house: House,
  actor: Actor,
  order: Order,
  places: ReadonlyMap<number, Place>,
  today: string,
): Omit<Row, 'at'> | undefined {
  const programme = house.programmes.get(order.programme)
  if (!programme) throw new Problem('not-found', { what: 'programme' })
  if (order.record.shard !== undefined || programme.appoints || ticksStandard(programme, order.command))
    return undefined
  const parsed = parse(programme, order.command, order.input, today)
  const { pattern } = programme
  if (!pattern.commands[order.command]?.begins) throw new Problem('not-found', { what: 'record' })
  if (hasRules(programme) || pattern.series) return undefined
  if (Object.keys(pattern.around(order.command, parsed.input, pattern.start)).length) return undefined
  const place = places.get(order.unit ?? actor.posts[0]?.unit ?? 0)
  if (!place) throw new Problem('not-allowed')
  refuseLevel(programme, place)
  const before: Opened = {
    shard: place.shard,
    unit: place.unit,
    level: levelName(place.level),
    revision: 0,
    state: pattern.start,
    people: [],
  }
  const decided: Decided = decide(house, actor, programme, order, before, parsed, {}, today, usualRules())
  return { order, programme, before, parsed, decided }
}

function refuseLevel(programme: Programme, place: Place): void {
  if (programme.runsAt && !programme.runsAt.some(level => levelNo[level] === place.level))
    throw new Problem('invalid-input', { issues: [{ path: 'unit', rule: 'wrong-level', levels: programme.runsAt }] })
}

async function placesOf(db: Database, actor: Actor, orders: readonly Order[]): Promise<Map<number, Place>> {
  const units = [...new Set(orders.flatMap(order => order.unit ?? actor.posts[0]?.unit ?? []))]
  const rows = await ask<Place>(
    db,
    'places-of',
    'select no as unit, shard, level from unit where no = any($1) and ends is null',
    [units],
  )
  return new Map(rows.map(row => [row.unit, row]))
}

async function write(house: House, actor: Actor, rows: readonly Row[]): Promise<[number, Outcome][]> {
  if (rows.length === 0) return []
  return inContext(house.db, actor.context, async tx => {
    await keepNewPeople(tx, rows, new Date(house.now()))
    const written = await writeMany(tx, house, actor, rows)
    return rows.map(({ at, order, before, decided }, i): [number, Outcome] => {
      const done = written[i]
      if (!done) return [at, { order: order.id, problem: new Problem('already-stored', { what: 'record' }) }]
      const receipt = {
        order: order.id,
        record: { shard: before.shard, id: done.repeated?.record ?? order.record.id },
        unit: done.repeated?.unit ?? before.unit,
        revision: done.repeated?.revision ?? decided.events.length,
        repeated: done.repeated !== undefined,
      }
      return [at, { order: order.id, receipt }]
    })
  })
}

async function performOne(house: House, actor: Actor, order: Order): Promise<Outcome> {
  try {
    return { order: order.id, receipt: await perform(house, actor, order) }
  } catch (error) {
    if (error instanceof Problem) return { order: order.id, problem: error }
    throw error
  }
}
