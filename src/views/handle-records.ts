import { Problem } from '#base/problem'
import { isDay, type Day } from '#base/day'
import { isUuid } from '#base/id'
import { holds } from '#federation/actor'
import { reaches, type Reach } from '#federation/reach'
import { ask, type Queryable } from '#store/database'
import { allContributions, contributions, type After, type Contribution, type Made } from './contributions.ts'
import { basesOf, type Base } from './definitions.ts'
import { countEntries } from './entries.ts'
import { atUnit, type FigureDesk } from './figures.ts'
import { decodeHandle } from './handle.ts'
import { isHiddenFrom } from './hidden-from.ts'

/** What the reader may see of the records of each programme the house knows. */
export type Sees = ReadonlyMap<string, Reach>

export type FigureRecord = {
  readonly shard: number
  readonly id: string
  readonly programme: string
  readonly unit: number
  readonly day: Day
  readonly title: string
  /** What it adds to the figure; for distinct persons, how many of them it reached. */
  readonly value: number
}

export type FigureRecords = {
  readonly rows: readonly FigureRecord[]
  readonly next: string | null
  /** How many entries the figure is made of that this reader may open, and may not. */
  readonly openable: number
  readonly closed: number
  /** `not-yours`: of work or places she does not see; `small`: the figure itself is hidden. */
  readonly closedBecause: 'not-yours' | 'small' | null
}

/**
 * Exactly the records that make a figure, newest first; those the reader may not open are counted, never drawn. `after` is the
 * `next` of the page before. Throws `not-allowed` when the figure itself is out of reach.
 */
export async function handleRecords(
  desk: FigureDesk,
  sees: Sees,
  text: string,
  page: { after?: string | undefined; limit: number },
): Promise<FigureRecords> {
  const handle = decodeHandle(text)
  const after = page.after === undefined ? undefined : readAfter(page.after)
  return atUnit(desk, handle.unit, async (tx, place) => {
    if (await isHiddenFrom(tx, desk, place, handle))
      return { rows: [], next: null, openable: 0, closed: 0, closedBecause: 'small' }
    const bases = basesOf(desk.book, handle)
    const made = { ...handle, place }
    const { rows, next } = await openRows(tx, sees, made, bases, page.limit, after)
    const { openable, closed } = await countOpen(tx, desk.reach.person, sees, made, bases)
    return { rows, next, openable, closed, closedBecause: closed ? 'not-yours' : null }
  })
}

function readAfter(text: string): After {
  const [day, record] = text.split(' ')
  if (!isDay(day) || !isUuid(record))
    throw new Problem('invalid-input', { issues: [{ path: 'after', rule: 'not-valid' }] })
  return { day, record }
}

/** Goes on from page to page until there are enough rows to draw, or no more. */
async function openRows(tx: Queryable, sees: Sees, made: Made, bases: Base[], limit: number, from?: After) {
  const rows: FigureRecord[] = []
  // one more than asked for, and room for all entries of one record on one day, which are never parted
  const want = limit + 1 + bases.length
  for (let after = from; ; ) {
    const parts = await inTurn(bases, base => contributions(tx, made, base, want, after))
    const found = parts.flat().sort(newestFirst).slice(0, want)
    const open = await openable(tx, sees, found)
    const groups = [...Map.groupBy(found.keys(), i => `${found[i]?.day} ${found[i]?.record}`).values()]
    const complete = found.length < want ? groups : groups.slice(0, -1)
    for (const group of complete) {
      const fresh = group.flatMap(i => open[i] ?? [])
      if (rows.length && rows.length + fresh.length > limit) return { rows, next: `${after?.day} ${after?.record}` }
      rows.push(...fresh)
      after = found[group[0] ?? 0]
    }
    if (found.length < want) return { rows, next: null }
  }
}

const newestFirst = (a: Contribution, b: Contribution) =>
  a.day === b.day ? (a.record < b.record ? 1 : a.record > b.record ? -1 : 0) : a.day < b.day ? 1 : -1

async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await work(item))
  return results
}

type Head = { shard: number; id: string; unit: number; programme: string; title: string; people: string[] }

/** The records behind contributions, where row security and the programme's own rules let her see them. */
async function openable(
  tx: Queryable,
  sees: Sees,
  found: readonly Contribution[],
): Promise<(FigureRecord | undefined)[]> {
  const heads = await ask<Head>(
    tx,
    'figure-heads',
    `select r.shard, r.id, r.unit, r.programme, r.title, r.people from unnest($1::int[], $2::uuid[]) t(shard, id) join record r using (shard, id)`,
    [found.map(each => each.shard), found.map(each => each.record)],
  )
  const byId = new Map(heads.map(head => [head.id, head]))
  return found.map(({ record, day, value }) => {
    const head = byId.get(record)
    const seen = head && sees.get(head.programme)
    if (!head || !seen || !reaches(seen, head)) return undefined
    const { shard, id, programme, unit, title } = head
    return { shard, id, programme, unit, day, title, value }
  })
}

/** Everything below the unit is hers to open, whatever programme it is of, so that nobody need be asked about. */
const seesAll = (sees: Sees, { place, tree }: Made) =>
  (tree !== 'as-was' || place.root) &&
  [...sees.values()].every(seen => seen.below.some(({ below }) => holds(below, place)))

type Group = { shard: number | null; unit: number | null; programme: string | null; n: number; named: number }

/** All entries, counted by programme and unit; hers are those she reaches there, or that name her. */
async function countOpen(tx: Queryable, person: string, sees: Sees, made: Made, bases: readonly Base[]) {
  if (seesAll(sees, made)) return { openable: await countEntries(tx, made, bases), closed: 0 }
  const groups = await inTurn(bases, async base => {
    const { name, text, values } = allContributions(made, base)
    return ask<Group>(
      tx,
      `count-open-${name}`,
      `select r.shard, r.unit, r.programme, count(*)::int n, count(*) filter (where r.people @> array[$5::uuid])::int named
       from (${text}) c left join record r on r.shard = c.shard and r.id = c.record group by 1, 2, 3`,
      [...values, person],
    )
  })
  let [openable, closed] = [0, 0]
  for (const { shard, unit, programme, n, named } of groups.flat()) {
    const seen = programme === null ? undefined : sees.get(programme)
    const place = { unit: unit ?? 0, shard: shard ?? 0 }
    const hers = !seen || unit === null ? 0 : reaches(seen, { ...place, people: [] }) ? n : seen.own ? named : 0
    openable += hers
    closed += n - hers
  }
  return { openable, closed }
}
