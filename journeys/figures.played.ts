import { randomUUID } from 'node:crypto'
import { openBook } from '#engine/book'
import type { House } from '#engine/house'
import type { Order } from '#engine/order'
import { perform } from '#engine/perform'
import type { Actor } from '#federation/actor'
import {
  count,
  field,
  households,
  officeBelow,
  persons,
  programme,
  rate,
  stock,
  sum,
  total,
  type Programme,
} from '#language'
import { activity } from '#patterns/activity'
import { register } from '#patterns/register'
import { activityAccess, registerAccess } from '#programmes/usual-access'
import type { FigureGround } from './figures.ground.ts'

const members = register({ of: 'thing', endings: ['left', 'other'], once: [['name']] })

/** Programmes of the test alone, with an indicator of every kind; what is `quiet` is seen by nobody but the office at or above. */
export const circles = programme({
  id: 'circles',
  version: 1,
  systems: ['B6'],
  chapter: 'lead',
  pattern: members,
  fields: { kind: field.choice('reading', 'singing'), size: field.count(500) },
  access: registerAccess,
  indicators: {
    standing: stock('entered', 'ended', { unit: '个', system: 'B6', by: 'kind' }),
    reading: stock('entered', 'ended', { unit: '个', system: 'B6', where: { kind: 'reading' } }),
    places: stock('entered', 'ended', { unit: '人', system: 'B6', sum: 'size' }),
    founded: count('entered', { unit: '个', system: 'B6' }),
    readingShare: rate('reading', 'standing', { system: 'B6' }),
    moves: total(['founded', 'gatherings.sessions'], { unit: '个', system: 'B6' }),
  },
})

export const gatherings = programme({
  id: 'gatherings',
  version: 1,
  systems: ['B6'],
  chapter: 'lead',
  pattern: activity(),
  fields: { kind: field.choice('talk', 'outing') },
  access: activityAccess,
  indicators: {
    sessions: count('held', { unit: '场', system: 'B6', by: 'kind' }),
    attendances: sum('held', 'attended', { unit: '人次', system: 'B6' }),
    people: persons('held', 'people', { unit: '人', system: 'B6', by: 'kind' }),
    families: households('held', 'families', { unit: '户', system: 'B6' }),
    each: rate('attendances', 'sessions', { system: 'B6' }),
  },
})

export const quiet = programme({
  id: 'quiet',
  version: 1,
  systems: ['B6'],
  chapter: 'rights',
  pattern: activity(),
  fields: { kind: field.choice('talk', 'outing') },
  access: { ...activityAccess, see: officeBelow },
  indicators: { sessions: count('held', { unit: '场', system: 'B6', by: 'kind', sensitive: true }) },
})

/** The house of the ground with these programmes besides its own. */
export async function playedHouse(ground: FigureGround): Promise<House> {
  const played = [...ground.house.programmes.values(), circles, gatherings, quiet] as Programme[]
  await ground.owner.query('begin')
  const book = await openBook(ground.owner as never, played) // a client of its own serves as well as one of a pool
  await ground.owner.query('commit')
  return { ...ground.house, book, programmes: new Map(played.map(each => [each.id, each])) }
}

/** An order that begins a record. */
export const order = (programme: string, command: string, unit: number, input: object): Order => ({
  id: randomUUID(),
  programme,
  command,
  record: { id: randomUUID() },
  unit,
  input: input as Record<string, unknown>,
})
/** A lecture at a village in March 2025. */
export const lecture = (unit: number, attended = 30, more: object = {}): Order =>
  order('lectures', 'record', unit, {
    title: '宣讲',
    day: '2025-03-08',
    attended,
    setting: 'village',
    form: 'talk',
    ...more,
  })

export type Dice = { next(): number; below(n: number): number; of<T>(list: readonly T[]): T }

/** The same stream of choices for the same seed. */
export function dice(seed: number): Dice {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { next, below, of: list => list[below(list.length)] as (typeof list)[number] }
}

export const dayBetween = (roll: Dice, first: number, last: number): string =>
  `${first + roll.below(last - first + 1)}-${String(1 + roll.below(12)).padStart(2, '0')}-${String(1 + roll.below(28)).padStart(2, '0')}`

const people = Array.from({ length: 30 }, () => ({ id: randomUUID() }))
const some = (roll: Dice, most: number) => Array.from({ length: roll.below(most + 1) }, () => roll.of(people))

/** One random piece of work of the test's programmes at one of these units. */
export function someOrder(roll: Dice, units: readonly number[]): Order {
  const at = { id: randomUUID(), record: { id: randomUUID() }, unit: roll.of(units) }
  const day = dayBetween(roll, 2023, 2025)
  const chance = roll.next()
  if (chance < 0.3) {
    const since = dayBetween(roll, 2022, 2024)
    const ended = roll.next() < 0.5 ? { until: dayBetween(roll, 2025, 2025), ending: 'left' } : {}
    const input = {
      name: `第${roll.below(1e9)}小组`,
      kind: roll.of(['reading', 'singing']),
      size: 1 + roll.below(40),
      since,
      ...ended,
    }
    return { ...at, programme: 'circles', command: 'enter', input }
  }
  const kind = roll.of(['talk', 'outing'])
  if (chance < 0.45)
    return { ...at, programme: 'quiet', command: 'record', input: { title: '小范围座谈', day, attended: 3, kind } }
  const input = {
    title: '姐妹聚会',
    day,
    attended: 10 + roll.below(50),
    kind,
    people: some(roll, 4),
    families: some(roll, 2),
  }
  return { ...at, programme: 'gatherings', command: 'record', input }
}

/** Carries out so many random orders, and withdraws some of them. */
export async function play(
  house: House,
  actor: Actor,
  roll: Dice,
  units: readonly number[],
  orders: number,
): Promise<void> {
  for (let i = 0; i < orders; i++) {
    const { record, unit: _, ...rest } = someOrder(roll, units)
    const done = await perform(house, actor, { ...rest, record, unit: roll.of(units) })
    if (roll.next() < 0.1)
      await perform(house, actor, {
        id: randomUUID(),
        programme: rest.programme,
        command: 'withdraw',
        record: done.record,
        input: { reason: '记重了' },
      })
  }
}
