import { ask, type Queryable } from '#store/database'
import { Cells, type Asked } from './asked.ts'
import { addKept } from './kept-sums.ts'
import { isKept } from './place.ts'
import { grainNo, spanOf } from './windows.ts'

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

/** Few units are asked one by one, all days of each; a few days of many (`wide`) by the days of the indicator. */
async function addCounted(tx: Queryable, cells: Cells, asked: Asked, wide = false): Promise<void> {
  const { grain, from, to, tree } = asked
  const rows = await ask<Narrow>(tx, 'counted-sums', 'select * from counted_sums($1, $2, $3, $4, $5, $6, $7)', [
    ...[asked.places.map(each => each.unit), from, to, tree === 'alone'],
    ...[asked.inds ?? null, grainNo[grain], wide],
  ])
  for (const row of rows) cells.add(row.unit, row.ind, row.col, row.v)
}

/** Units that hung elsewhere for a time: what they did then leaves those above them today and enters those of that time. */
async function addMoved(tx: Queryable, cells: Cells, { places, from, to, inds, grain }: Asked): Promise<void> {
  const values = [places.map(each => each.unit), from, to, inds ?? null, grainNo[grain]]
  const rows = await ask<Narrow>(tx, 'moved-sums', 'select * from moved_sums($1, $2, $3, $4, $5)', values)
  for (const row of rows) cells.add(row.unit, row.ind, row.col, row.v)
}
