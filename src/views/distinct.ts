import { firstDayOf, lastDayOf } from '#base/day'
import { ask, type Queryable } from '#store/database'
import { isKept } from './place.ts'
import { Cells, type Asked } from './asked.ts'
import { grainNo, spanOf, windowsOf, type Grain, type Window } from './windows.ts'

/**
 * Distinct persons (or households) by unit, indicator and column: each is counted once in a column, however often she came.
 * County and above: by the chain of months, which adds up for any months; the days of a month cut off are looked up. Below
 * county, by itself, and where units moved in a tree as it was: counted. Run in a snapshot whose sums are open.
 */
export async function distinct(tx: Queryable, asked: Asked & { readonly inds: readonly number[] }): Promise<Cells> {
  const cells = new Cells()
  if (asked.inds.length === 0) return cells
  const moved = asked.tree === 'as-was' ? await movedUnder(tx, asked) : new Set<number>()
  const chained = asked.places.filter(place => isKept(place, asked.tree) && !moved.has(place.unit))
  const counted = asked.places.filter(place => !chained.includes(place))
  if (chained.length) {
    await addChained(tx, cells, { ...asked, places: chained })
    for (const window of windowsOf(asked.from, asked.to, asked.grain))
      await addEdges(tx, cells, asked, window, units(chained))
  }
  const still = units(counted.filter(place => !moved.has(place.unit)))
  const gone = units(counted.filter(place => moved.has(place.unit)))
  if (still.length) await addCounted(tx, cells, asked, still, false)
  if (gone.length) await addCounted(tx, cells, asked, gone, true)
  return cells
}

type Question = Asked & { readonly inds: readonly number[] }
type Row = { unit: number; ind: number; col: number; n: number }
const units = (places: Asked['places']) => places.map(place => place.unit)

function put(cells: Cells, rows: readonly Row[]): void {
  for (const { unit, ind, col, n } of rows) cells.add(unit, ind, col, n)
}

/** Units under which the tree was another in this period than it is today. */
async function movedUnder(tx: Queryable, { places, from, to }: Question): Promise<Set<number>> {
  const rows = await ask<{ ancestor: number }>(
    tx,
    'moved-under',
    `select distinct ancestor from unit_ancestor where ancestor = any($1::int[]) and (since > '-infinity' or until < 'infinity')
       and case when until = 'infinity' then since > $2::date else since <= $3::date and until > $2::date end`,
    [units(places), from, to],
  )
  return new Set(rows.map(row => row.ancestor))
}

/** The column of a chain link, and what its earlier neighbour must lie before to be the first in that column. */
const links: Record<Grain, { col: string; before: string }> = {
  none: { col: '0', before: '$2' },
  years: { col: 'ym / 12', before: 'greatest(ym / 12 * 12, $2)' },
  months: { col: 'ym', before: 'ym' },
}

async function addChained(tx: Queryable, cells: Cells, asked: Question): Promise<void> {
  const { first, last } = spanOf(asked.from, asked.to)
  if (first > last) return
  const { col, before } = links[asked.grain]
  const where = (table: string, n: string) =>
    `select unit, ind, ${col} col, ${n} n from ${table}
     where unit = any($1::int[]) and ind = any($4::smallint[]) and ym between $2::int and $3::int and prev < ${before}`
  const rows = await ask<Row>(
    tx,
    `chained-${asked.grain}`,
    `select unit, ind, col, sum(n)::int n from (${where('chain', 'n')} union all ${where('chain_delta', 'dn')}) x
     group by 1, 2, 3 having sum(n) <> 0`,
    [units(asked.places), first, last, asked.inds],
  )
  put(cells, rows)
}

/** Persons reached on the days before or after a window's whole months, and in none of those months. */
async function addEdges(tx: Queryable, cells: Cells, asked: Question, window: Window, of: number[]): Promise<void> {
  const { first, last, edges } = spanOf(window.from, window.to)
  if (edges.length === 0) return
  const whole = first <= last ? [firstDayOf(first), lastDayOf(last)] : [null, null]
  const rows = await ask<Omit<Row, 'col'>>(tx, 'edge-persons', 'select * from edge_persons($1, $2, $3, $4, $5, $6)', [
    ...[of, asked.inds],
    ...[edges.map(edge => edge.from), edges.map(edge => edge.to)],
    ...whole,
  ])
  put(
    cells,
    rows.map(row => ({ ...row, col: window.col })),
  )
}

/** `dated`: below the units as the tree was on each day. */
async function addCounted(tx: Queryable, cells: Cells, asked: Question, of: number[], dated: boolean): Promise<void> {
  const { from, to, tree, inds, grain } = asked
  const values = [of, from, to, tree === 'alone', dated, inds, grainNo[grain]]
  put(cells, await ask<Row>(tx, 'counted-persons', 'select * from counted_persons($1, $2, $3, $4, $5, $6, $7)', values))
}
