import type { Reach } from '#federation/reach'
import { numberAt } from '#federation/setting'
import { houseSettings } from '#programmes/settings'
import type { Queryable } from '#store/database'
import { concealed, type FigureCell } from './cells.ts'
import type { FigureTable } from './figures.ts'
import type { FigurePlace } from './place.ts'
import { suppress, type Hidden } from './suppress.ts'

/** Under which number a cell is small: as the nearest unit above decided. */
export const smallBelow = (tx: Queryable, unit: number): Promise<number> => numberAt(tx, unit, houseSettings.smallBelow)

/** A unit's own people see its small numbers; those above it do not. */
export const handles = (reach: Reach, unit: number): boolean =>
  reach.here.has(unit) || reach.below.some(post => post.unit === unit)

/** Hides small cells of sensitive indicators, and what would give them away, from those outside the unit they belong to. */
export async function hideSmall<Shown extends Pick<FigureTable, 'rows' | 'total'>>(
  tx: Queryable,
  { reach }: { reach: Reach },
  top: FigurePlace,
  table: Shown,
): Promise<Shown> {
  const all = [...table.rows.map(row => row.cells), ...(table.total ? [table.total] : [])]
  if (!all.some(cells => cells.some(cell => cell.sensitive))) return table
  const below = await smallBelow(tx, top.unit)
  const open = [
    ...table.rows.map(row => handles(reach, row.unit ?? top.unit)),
    ...(table.total ? [handles(reach, top.unit)] : []),
  ]
  const hidden = hiddenIn(all, open, below, table.total !== null)
  const told = all.map((cells, i) => cells.map((cell, j) => concealed(cell, hidden[i]?.[j] ?? null)))
  return {
    ...table,
    rows: table.rows.map((row, i) => ({ ...row, cells: told[i] ?? [] })),
    total: table.total && (told.at(-1) ?? []),
  }
}

/**
 * What adds up is judged together: units, column by column; months and years; an indicator and its parts. Columns of different
 * indicators do not add up. A rate is small when a part of it is.
 */
function hiddenIn(all: FigureCell[][], open: readonly boolean[], below: number, unitsAdd: boolean): Hidden[][] {
  const number = (cell: FigureCell) => (cell.countUnit === '%' ? smallerPart(cell) : cell.recorded)
  const values = all.map(row => row.map(cell => (cell.sensitive ? number(cell) : null)))
  const [first] = all.flat()
  const alike = all.flat().every(cell => cell.indicator === first?.indicator && cell.slice === first.slice)
  if (unitsAdd && alike) return suppress(values, open, below)
  if (unitsAdd)
    return turned(turned(values).map(column => suppress(turned([column]), open, below).map(row => row[0] ?? null)))
  const hidden: Hidden[][] = values.map(row => row.map(() => null))
  const groups = Map.groupBy(all.keys(), i => all[i]?.[0]?.indicator)
  for (const rows of groups.values()) {
    const group = rows.map(i => values[i] ?? [])
    const free = rows.map(i => open[i] === true)
    const single = group.length === 1
    const told = single
      ? turned(
          suppress(
            turned(group),
            turned(group).map(() => free[0] === true),
            below,
          ),
        )
      : suppress(group, free, below)
    for (const [n, i] of rows.entries()) hidden[i] = told[n] ?? []
  }
  return hidden
}

const smallerPart = ({ top, bottom }: FigureCell) => Math.min(top ?? 0, bottom ?? 0) || null

const turned = <Value>(rows: readonly (readonly Value[])[]): Value[][] =>
  (rows[0] ?? []).map((_, j) => rows.map(row => row[j] as Value)) // rows of one length
