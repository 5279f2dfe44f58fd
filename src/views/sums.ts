import { ask, type Queryable } from '#store/database'
import { Cells, type Asked } from './asked.ts'
import { addKept } from './kept-sums.ts'
import { isKept } from './place.ts'
import { spanOf, type Grain } from './windows.ts'

/**
 * Sums of flows by unit, indicator and column. County and above: whole months from the roll-ups with the waiting changes in the
 * same statement, other days from measures; below county: measures. As it was: today's tree, put right for the units that moved.
 * Run in a snapshot whose sums are open (`openSums`).
 */
export async function sums(tx: Queryable, asked: Asked): Promise<Cells> {
  const cells = new Cells()
  const kept = asked.places.filter(place => isKept(place, asked.tree))
  const counted = asked.places.filter(place => !isKept(place, asked.tree))
  if (kept.length) await addUpper(tx, cells, { ...asked, places: kept })
  if (counted.length) await addCounted(tx, cells, { ...asked, places: counted })
  if (asked.tree === 'as-was') await addMoved(tx, cells, asked)
  return cells
}

/** Whole months from the roll-ups, the days before and after them from measures. */
async function addUpper(tx: Queryable, cells: Cells, asked: Asked): Promise<void> {
  const { first, last, edges } = spanOf(asked.from, asked.to)
  if (first <= last) await addKept(tx, cells, asked, first, last)
  for (const { from, to } of edges) await addCounted(tx, cells, { ...asked, from, to }, true)
}

type Narrow = { unit: number; ind: number; col: number; v: number }

const ofInd = (alias: string, some: boolean) => (some ? `and ${alias}.ind = any($5::smallint[])` : '')
const columnOf = (grain: Grain, alias: string) =>
  grain === 'none' ? '0' : grain === 'years' ? `date_part('year', ${alias}.day)::int` : `month_no(${alias}.day)::int`

/**
 * Few units are asked one by one, all days of each; many (`wide`: a few days of county and above) by the days of the indicator,
 * which ind::int goes by (see the indexes of measure).
 */
async function addCounted(tx: Queryable, cells: Cells, asked: Asked, wide = false): Promise<void> {
  const { grain, inds, from, to, tree } = asked
  const days = (alias: string) => `${alias}.day between $2::date and $3::date`
  const below = `a.ancestor = any($1::int[]) and a.until = 'infinity' and (not $4::boolean or a.unit = a.ancestor)`
  const rows = wide
    ? `(select * from measure x where ${days('x')} ${inds ? 'and x.ind::int = any($5::int[])' : ''} offset 0) m
         join unit_ancestor a on a.unit = m.unit where ${below}`
    : `unit_ancestor a cross join lateral (
         select x.ind, x.day, x.val from measure x where x.unit = a.unit and ${days('x')} ${ofInd('x', !!inds)} offset 0) m where ${below}`
  const text = `select a.ancestor as unit, m.ind, ${columnOf(grain, 'm')} as col, sum(m.val)::bigint as v from ${rows} group by 1, 2, 3`
  const values = [asked.places.map(each => each.unit), from, to, tree === 'alone', ...(inds ? [inds] : [])]
  const name = `counted-${wide ? 'wide-' : ''}${grain}-${inds ? 'some' : 'all'}`
  for (const row of await ask<Narrow>(tx, name, text, values)) cells.add(row.unit, row.ind, row.col, row.v)
}

/** Units that hung elsewhere for a time: what they did then leaves those above them today and enters those of that time. */
async function addMoved(tx: Queryable, cells: Cells, asked: Asked): Promise<void> {
  const values = [asked.places.map(each => each.unit), asked.from, asked.to, null, ...(asked.inds ? [asked.inds] : [])]
  const rows = await ask<Narrow>(
    tx,
    `moved-${asked.grain}-${asked.inds ? 'some' : 'all'}`,
    `select a.ancestor as unit, m.ind, ${columnOf(asked.grain, 'm')} as col,
       sum(case when a.until = 'infinity' then -m.val else m.val end)::bigint as v
     from unit_ancestor a cross join lateral (
       select x.ind, x.day, x.val from measure x
       where x.unit = a.unit and x.day between $2::date and $3::date ${ofInd('x', !!asked.inds)}
         and case when a.until = 'infinity' then x.day < a.since else x.day >= a.since and x.day < a.until end offset 0) m
     where a.ancestor = any($1::int[]) and (a.since > '-infinity' or a.until < 'infinity') and $4::int is null
     group by 1, 2, 3`,
    values,
  )
  for (const row of rows) cells.add(row.unit, row.ind, row.col, row.v)
}
