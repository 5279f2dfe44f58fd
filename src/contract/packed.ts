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
  const row = (cells: Packed['rows'][number]['cells'], of: Packed['rows'][number]['of'], unit: number) =>
    cells.map((cell, i): Cell => {
      if (typeof cell === 'object' && cell !== null) return cell
      const column = columns[i]
      return new LeanCell(cell, column?.of ?? of ?? all ?? nothing, () => `${unit}~${tree}~${column?.span}~${stamp}`)
    })
  return {
    ...rest,
    columns: columns.map(({ key, name }) => ({ key, name })),
    rows: rows.map(({ of, cells, ...head }) => ({ ...head, cells: row(cells, of, head.unit?.no ?? rest.unit.no) })),
    total: total && row(total, rows[0]?.of ?? null, rest.unit.no),
  }
}

const nothing = { indicator: '', slice: '', name: '', countUnit: '', about: '' }
const none: never[] = []

/** A cell of nothing but its number; its handle is put together when somebody opens it. */
class LeanCell implements Cell {
  readonly recorded: number | null
  readonly hidden = null
  readonly top = null
  readonly bottom = null
  readonly unnamed = null
  readonly opening = none
  readonly reported = none
  readonly #of: typeof nothing
  readonly #rest: () => string

  constructor(recorded: number | null, of: typeof nothing, rest: () => string) {
    this.recorded = recorded
    this.#of = of
    this.#rest = rest
  }

  get indicator(): string {
    return this.#of.indicator
  }
  get slice(): string {
    return this.#of.slice
  }
  get name(): string {
    return this.#of.name
  }
  get countUnit(): string {
    return this.#of.countUnit
  }
  get handle(): string {
    return `${this.#of.about}~${this.#rest()}`
  }
}
