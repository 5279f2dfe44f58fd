import type { Context } from '#store/database'
import { reach } from '#federation/reach'
import { inSnapshot } from '#store/database'
import { distinct } from '#views/distinct'
import { encodeHandle } from '#views/handle'
import { handleRecords } from '#views/handle-records'
import { groundIn, openSums, type FigurePlace } from '#views/place'
import type { Asked } from '#views/asked'
import { sums } from '#views/sums'
import type { BenchGround } from './ground.ts'
import { benchProgrammes, everywhere, kindName, kinds } from './programmes.ts'
import { interleaved, pick, type Case, type Times } from './timing.ts'

const five = { from: '2021-01-01', to: '2025-12-31' }
const someYear = () => {
  const year = 2021 + Math.floor(Math.random() * 5)
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}
const someKind = () => kindName(Math.floor(kinds * Math.random() ** 2))
const plain = { grain: 'none', tree: 'restated' } as const
const common = (ground: Pick<BenchGround, 'house'>) =>
  ground.house.book.no(`${someKind()}.i${Math.floor(Math.random() * 3)}`)

/** The figure reads of the goals, through the views' own code, as the app's role under row security. */
export function figureReads(
  ground: Pick<BenchGround, 'house' | 'staff' | 'places'>,
  context: Context = ground.staff.context,
) {
  const { places } = ground
  const within = (place: FigurePlace, asked: Omit<Asked, 'grain' | 'tree'> & Partial<Asked>) =>
    inSnapshot(ground.house.db, context, async tx => {
      await openSums(tx, place.unit)
      return sums(tx, { ...plain, ...asked })
    })
  const dashboard = (level: 1 | 2 | 3 | 4 | 5) => (): Promise<unknown> => {
    const place = pick(places[level])
    return within(place, { places: [place], ...someYear() })
  }
  const desk = {
    db: ground.house.db,
    book: ground.house.book,
    reach: reach(ground.staff, everywhere),
    now: Date.UTC(2026, 0, 1),
    ground: groundIn(ground.house.db),
  }
  const sees = new Map(benchProgrammes.map(({ id }) => [id, desk.reach]))
  /** The newest 50 records behind a figure, and how many there are in all. */
  const list = (level: 1 | 3 | 4) => () => {
    const indicator = `${someKind()}.i0`
    const { unit } = pick(places[level])
    const handle = { indicator, slice: '', version: 1, unit, tree: 'restated' as const, ...someYear(), asOf: desk.now }
    return handleRecords(desk, sees, encodeHandle(handle), { limit: 50 })
  }
  const upper = () => pick(places[pick([1, 2, 3] as const)])
  const top = pick(places[1])
  return {
    province: dashboard(1),
    prefecture: dashboard(2),
    county: dashboard(3),
    township: dashboard(4),
    village: dashboard(5),
    oneFiveYears: () => {
      const place = upper()
      return within(place, { places: [place], inds: [common(ground)], ...five })
    },
    pivot: () => within(top, { places: places[3], inds: [common(ground)], grain: 'months', ...five }),
    listOfProvince: list(1),
    listOfCounty: list(3),
    listOfTownship: list(4),
    days: () => within(top, { places: [top], inds: [common(ground)], from: '2021-03-05', to: '2025-11-20' }),
  } satisfies Record<string, Case>
}

/** Statement against statement on one connection: the province's year, and an index-only range of 300 rows. */
export function bareReads(ground: BenchGround) {
  const [top] = ground.places[1]
  let answer: { province: Times; range: Times } | undefined
  return inSnapshot(ground.house.db, ground.staff.context, async tx => {
    await openSums(tx, top?.unit ?? 1)
    const found = await interleaved({
      province: () => sums(tx, { ...plain, places: ground.places[1], ...someYear() }),
      range: () =>
        tx.query({
          name: 'range',
          text: 'select no from unit where no between $1 and $1 + 299',
          values: [Math.floor(Math.random() * 12_000)],
        }),
    })
    answer = found as typeof answer
    return answer as NonNullable<typeof answer>
  })
}

/** Distinct persons of the province: any months, sixty indicators of a year, and a period cut within months. */
export function personReads(ground: BenchGround) {
  const [top] = ground.places[1]
  const people = Array.from({ length: kinds }, (_, kind) => ground.house.book.no(`${kindName(kind)}.people`))
  const ask = (inds: number[], from: string, to: string) =>
    inSnapshot(ground.house.db, ground.staff.context, async tx => {
      await openSums(tx, top?.unit ?? 1)
      return distinct(tx, { ...plain, places: ground.places[1], inds, from, to })
    })
  const one = () => ground.house.book.no(`${someKind()}.people`)
  return {
    one,
    months: () => ask([one()], ...someMonths()),
    sixty: () => {
      const { from, to } = someYear()
      return ask(people, from, to)
    },
    days: () => ask([one()], '2022-02-10', '2024-08-20'),
  }
}

export function someMonths(): [string, string] {
  const first = 2021 * 12 + Math.floor(Math.random() * 50)
  const last = first + 3 + Math.floor(Math.random() * (2025 * 12 + 11 - first - 3))
  const day = (month: number) => new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10)
  return [day(first), new Date(Date.parse(day(last + 1)) - 86_400_000).toISOString().slice(0, 10)]
}
