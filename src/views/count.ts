import { addDays, type Day } from '#base/day'
import type { Queryable } from '#store/database'
import { basesOf, readerOf, type Base, type Definitions, type FigureName, type Value } from './definitions.ts'
import { distinct } from './distinct.ts'
import type { Tree } from './handle.ts'
import type { FigurePlace } from './place.ts'
import { Cells } from './asked.ts'
import { sums } from './sums.ts'
import { beginning, windowsOf, type Grain, type Window } from './windows.ts'

export type Count = {
  readonly places: readonly FigurePlace[]
  readonly names: readonly FigureName[]
  readonly from: Day
  readonly to: Day
  readonly grain: Grain
  readonly tree: Tree
}

export type Counted = {
  readonly windows: readonly Window[]
  readonly value: (unit: number, name: FigureName, col: number) => Value
}

/** More indicators than this are read without asking for each: rows are few, and a long list costs more than it saves. */
const longList = 40

/** Counts figures for units by columns, in as few statements as their kinds need. Run in a snapshot whose sums are open. */
export async function countFigures(tx: Queryable, book: Definitions, asked: Count): Promise<Counted> {
  const windows = windowsOf(asked.from, asked.to, asked.grain)
  const bases = asked.names.flatMap(name => basesOf(book, name))
  const inds = (kind: Base['counted']) => [
    ...new Set(bases.filter(base => base.counted === kind).map(base => base.ind)),
  ]
  const [flows, stocks, named] = [inds('flow'), inds('stock'), inds('distinct')]
  const summed = [...flows, ...stocks]
  const some = (list: number[]) => (list.length > longList ? {} : { inds: list })
  const before = { from: beginning, to: addDays(asked.from, -1), grain: 'none' as const }
  const [moving, standing, persons] = await Promise.all([
    summed.length ? sums(tx, { ...asked, ...some(summed) }) : new Cells(),
    stocks.length ? sums(tx, { ...asked, ...some(stocks), ...before }) : new Cells(),
    distinct(tx, { ...asked, inds: named }),
  ])
  const stock = stocksAt(windows, moving, standing)
  const readers = new Map(asked.names.map(name => [name, readerOf(book, name)]))
  const look = ({ ind, counted }: Base, unit: number, col: number): number | null => {
    if (counted === 'stock') return stock(unit, ind, col)
    return (counted === 'flow' ? moving : persons).get(unit, ind, col) ?? null
  }
  return {
    windows,
    value: (unit, name, col) => (readers.get(name) ?? readerOf(book, name))(look, unit, col),
  }
}

/** What stands at the end of a column: all that came and went until then. */
function stocksAt(windows: readonly Window[], moving: Cells, standing: Cells) {
  return (unit: number, ind: number, col: number): number | null => {
    let value = standing.get(unit, ind, 0) ?? null
    for (const window of windows) {
      const change = moving.get(unit, ind, window.col)
      if (change !== undefined) value = (value ?? 0) + change
      if (window.col === col) break
    }
    return value
  }
}
