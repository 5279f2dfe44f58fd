import type { z } from 'zod'
import type { PackedTable, Table } from './figures.ts'

type Packed = z.output<typeof PackedTable>
type Whole = z.output<typeof Table>
type Cell = Whole['rows'][number]['cells'][number]

/**
 * Writes a table's cells out. Sent is only what differs from cell to cell; what a row or a column has in common, the parts of the
 * handle among it, stands there once.
 */
export function unpackTable({ tree, stamp, of: all, columns, rows, total, ...rest }: Packed): Whole {
  const row = (cells: Packed['rows'][number]['cells'], own: Packed['rows'][number]['of'], unit: number) => {
    const said: Row = { of: own ?? all ?? nothing, unit, tree, stamp }
    return cells.map(
      (cell, i): Cell =>
        typeof cell === 'object' && cell !== null ? cell : new LeanCell(cell, said, columns[i] ?? noColumn),
    )
  }
  return {
    ...rest,
    columns: columns.map(({ key, name }) => ({ key, name })),
    rows: rows.map(({ of, cells, ...head }) => ({ ...head, cells: row(cells, of, head.unit?.no ?? rest.unit.no) })),
    total: total && row(total, rows[0]?.of ?? null, rest.unit.no),
  }
}

type Common = NonNullable<Packed['of']>
type Row = { readonly of: Common; readonly unit: number; readonly tree: string; readonly stamp: string }
type Column = { readonly of: Common | null; readonly span: string }

const nothing = { indicator: '', slice: '', name: '', countUnit: '', about: '' }
const noColumn: Column = { of: null, span: '' }
const none: never[] = []

/** A cell of nothing but its number; the rest is put together from its row and its column when somebody asks. */
class LeanCell implements Cell {
  readonly recorded: number | null
  private readonly row: Row
  private readonly column: Column

  constructor(recorded: number | null, row: Row, column: Column) {
    this.recorded = recorded
    this.row = row
    this.column = column
  }

  get hidden() {
    return null
  }
  get top() {
    return null
  }
  get bottom() {
    return null
  }
  get unnamed() {
    return null
  }
  get opening() {
    return none
  }
  get reported() {
    return none
  }
  get indicator(): string {
    return this.of.indicator
  }
  get slice(): string {
    return this.of.slice
  }
  get name(): string {
    return this.of.name
  }
  get countUnit(): string {
    return this.of.countUnit
  }
  get handle(): string {
    const { unit, tree, stamp } = this.row
    return `${this.of.about}~${unit}~${tree}~${this.column.span}~${stamp}`
  }
  private get of(): Common {
    return this.column.of ?? this.row.of
  }
}
