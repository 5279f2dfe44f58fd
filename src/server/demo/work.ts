import { addDays } from '#base/day'
import { uuid7 } from '#base/id'
import type { Order } from '#engine/order'
import { shareOut, type Dice } from './dice.ts'
import { inventName } from './names.ts'
import type { SessionPlan, VenuePlan } from './plan.ts'

export type DemoUnit = { readonly no: number; readonly level: number; readonly shard: number; readonly short: string }

type Span = { readonly from: string; readonly to: string }
const fiveYears: Span = { from: '2021-01-01', to: '2025-12-31' }

/** A day of the span, later ones a little more often: the work has grown. */
function someDay({ from, to }: Span, roll: Dice): string {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  return addDays(from, Math.min(days - 1, Math.floor(days * Math.sqrt(roll()))))
}

/** 85 of 100 in villages, 10 in townships, 4 in counties, 1 above; some places much busier than others. */
function somewhere(
  units: ReadonlyMap<number, readonly DemoUnit[]>,
  levels: readonly number[] | undefined,
  roll: Dice,
): DemoUnit {
  const at = roll()
  const level = levels ? roll.pick(levels) : at < 0.85 ? 5 : at < 0.95 ? 4 : at < 0.99 ? 3 : at < 0.998 ? 2 : 1
  const those = units.get(level) ?? []
  return (those[Math.floor(those.length * roll() ** 1.5)] ?? units.values().next().value?.[0]) as DemoUnit // every level of a province has units
}

/** Orders of one programme's sessions whose sums come out exactly as planned. */
export function* sessions(
  plan: SessionPlan,
  units: ReadonlyMap<number, readonly DemoUnit[]>,
  roll: Dice,
  span: Span = fiveYears,
): Generator<{ unit: DemoUnit; order: Order }> {
  const shares = Object.entries(plan.sums).map(
    ([name, total]) => [name, shareOut(total, plan.count, roll, name === 'attended' ? 1 : 0)] as const,
  )
  for (let i = 0; i < plan.count; i++) {
    const unit = somewhere(units, plan.levels, roll)
    const day = someDay(span, roll)
    const counts = Object.fromEntries(shares.map(([name, each]) => [name, each[i] ?? 0]))
    const women = plan.programme === 'law-lectures' ? { women: counts.attended } : {}
    const picks = Object.fromEntries(Object.entries(plan.picks).map(([name, from]) => [name, roll.pick(from)]))
    const people = i % 40 === 0 ? { people: named(Math.min(counts.attended ?? 0, 6), day, roll) } : {}
    const input = { title: roll.pick(plan.titles), day, ...counts, ...women, ...picks, ...people }
    yield { unit, order: { ...ids(day, roll), programme: plan.programme, command: 'record', unit: unit.no, input } }
  }
}

const named = (count: number, day: string, roll: Dice) =>
  Array.from({ length: count }, () => ({ id: uuid7(Date.parse(day), roll.bytes(10)), name: inventName(roll) }))

/** Orders founding places, at most one of a kind to a unit. */
export function* venues(
  plan: VenuePlan,
  units: ReadonlyMap<number, readonly DemoUnit[]>,
  roll: Dice,
): Generator<{ unit: DemoUnit; order: Order }> {
  const those = plan.levels.flatMap(level => units.get(level) ?? [])
  const step = those.length / plan.count
  for (let i = 0; i < plan.count; i++) {
    const unit = those[Math.floor(i * step)] as DemoUnit // plan.count never exceeds the units of its levels
    const since = addDays('2018-01-01', Math.floor(roll() * 2500))
    const fields = Object.fromEntries(Object.entries(plan.fields).map(([name, from]) => [name, roll.pick(from)]))
    const people = Object.fromEntries((plan.person ?? []).map(name => [name, named(1, since, roll)[0]]))
    const input = { name: `${unit.short.replace(/妇联$/, '')}${plan.name}`, since, ...fields, ...people }
    yield { unit, order: { ...ids(since, roll), programme: plan.programme, command: 'found', unit: unit.no, input } }
  }
}

/** One chair for every federation, elected for the present term. */
export function* chairs(units: Iterable<DemoUnit>, roll: Dice): Generator<{ unit: DemoUnit; order: Order }> {
  for (const unit of units) {
    const since = addDays('2021-01-15', roll.whole(0, 300))
    const input = { person: named(1, since, roll)[0], since, post: 'chair', term: '2021—2026' }
    yield { unit, order: { ...ids(since, roll), programme: 'leadership', command: 'enter', unit: unit.no, input } }
  }
}

const ids = (day: string, roll: Dice) => ({
  id: uuid7(Date.parse(day), roll.bytes(10)),
  record: { id: uuid7(Date.parse(day), roll.bytes(10)) },
})
