import { addDays } from '#base/day'
import { uuid7 } from '#base/id'
import type { Order } from '#engine/order'
import type { Programme } from '#language'
import { mainCommand } from '#language/commands'
import { shareOut, type Dice } from './dice.ts'
import { inventName } from './names.ts'
import type { SaidPlan, WorkPlan } from './plan.ts'

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

type Units = ReadonlyMap<number, readonly DemoUnit[]>
export type Deed = { readonly unit: DemoUnit; readonly order: Order }

/** Orders of one plan, whose sums come out exactly. `seated`: units whose chair is there already. */
export function* deeds(
  plan: WorkPlan,
  programme: Programme,
  units: Units,
  seated: ReadonlySet<number>,
  roll: Dice,
): Generator<Deed> {
  const { count, sums = {}, picks = {}, persons = [], span = fiveYears } = plan
  const activity = programme.pattern.name === 'activity'
  const command = mainCommand(programme)
  const asked = { ...programme.pattern.fields, ...programme.fields }
  const day = ['day', 'since'].find(name => name in asked) ?? 'since'
  const title = ['title', 'name'].find(name => name in asked)
  const shares = sharesOf(sums, count, roll)
  const where = activity ? [] : evenly(plan, units, seated)
  const met = new Map<number, number>()
  for (let i = 0; i < count; i++) {
    const unit = activity
      ? somewhere(units, plan.levels, roll)
      : (where[Math.floor((i * where.length) / count)] as DemoUnit)
    const nth = met.get(unit.no) ?? 0
    met.set(unit.no, nth + 1)
    const on = someDay(span, roll)
    const counts = Object.fromEntries(shares.map(([name, each]) => [name, each[i] ?? 0]))
    const picked = Object.fromEntries(
      Object.entries(picks).map(([name, from]) => [name, activity ? roll.pick(from) : from[i % from.length]]),
    )
    const people = Object.fromEntries(persons.map(name => [name, named(1, on, roll)[0]]))
    const crowd = activity && i % 40 === 0 ? { people: named(Math.min(counts.attended ?? 0, 6), on, roll) } : {}
    const called = title ? { [title]: nameOf(plan, unit, activity, i, nth) } : {}
    const input = { ...called, [day]: on, ...counts, ...picked, ...people, ...crowd }
    yield { unit, order: { ...ids(on, roll), programme: plan.programme, command, unit: unit.no, input } }
  }
}

/** The sums that are parts of another (women of the audience) follow it; no part is larger than its whole. */
function sharesOf(sums: Readonly<Record<string, number>>, count: number, roll: Dice): [string, number[]][] {
  const most = Math.max(0, ...Object.values(sums))
  const whole = shareOut(most, count, roll, Math.min(3, Math.floor(most / count)))
  return Object.entries(sums).map(([name, total]) => {
    if (total === most) return [name, whole]
    const shares = whole.map(each => Math.floor((each * total) / most))
    let missing = total - shares.reduce((sum, share) => sum + share, 0)
    for (let i = 0; missing > 0; i = (i + 1) % count)
      if ((shares[i] ?? 0) < (whole[i] ?? 0)) {
        shares[i] = (shares[i] ?? 0) + 1
        missing--
      }
    return [name, shares]
  })
}

function evenly(
  { levels = [5], among: [first, end] = [0, Infinity], unseated, programme }: WorkPlan,
  units: Units,
  seated: ReadonlySet<number>,
) {
  const those = levels
    .flatMap(level => units.get(level) ?? [])
    .filter(({ no }) => !unseated || !seated.has(no))
    .slice(first, end)
  if (those.length === 0) throw new Error(`no unit for ${programme}`)
  return those
}

/** What was done has a title; places and things are called by where they are, and counted where there are several. */
function nameOf({ titles = [''] }: WorkPlan, unit: DemoUnit, activity: boolean, i: number, nth: number): string {
  const title = titles[i % titles.length] ?? ''
  if (activity) return title
  return `${unit.short.replace(/妇联$/, '')}${title}${nth ? nth + 1 : ''}`
}

/** What is stated at the root, with who says so. */
export function* statements(said: readonly SaidPlan[], unit: DemoUnit, roll: Dice): Generator<Deed> {
  for (const { indicator, unit: countUnit, value, to = '2025-12-31' } of said) {
    const key = indicator.includes('.') ? indicator : `standings.${indicator}`
    const input = { indicator: key, countUnit, value, to, source: '演示：上级通报', department: '上级妇联' }
    yield { unit, order: { ...ids(to, roll), programme: 'standings', command: 'declare', unit: unit.no, input } }
  }
}

const named = (count: number, day: string, roll: Dice) =>
  Array.from({ length: count }, () => ({ id: uuid7(Date.parse(day), roll.bytes(10)), name: inventName(roll) }))

const ids = (day: string, roll: Dice) => ({
  id: uuid7(Date.parse(day), roll.bytes(10)),
  record: { id: uuid7(Date.parse(day), roll.bytes(10)) },
})
