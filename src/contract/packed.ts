import type { z } from 'zod'
import type { PackedTable, Table } from './figures.ts'

type Packed = z.output<typeof PackedTable>
type Whole = z.output<typeof Table>
type Cell = Whole['rows'][number]['cells'][number]

/**
 * Writes a table's cells out. Sent is only what differs from cell to cell; what a row or a column has in common, the parts of the
 * handle among it, stands there once.
 */
export function unpackTable({ tree, stamp, columns, rows, total, ...rest }: Packed): Whole {
  const row = (cells: Packed['rows'][number]['cells'], of: Packed['rows'][number]['of'], unit: number) =>
    cells.map((cell, i): Cell => {
      if (typeof cell === 'object' && cell !== null) return cell
      const column = columns[i]
      const { about = '', ...name } = column?.of ?? of ?? nothing
      const handle = `${about}~${unit}~${tree}~${column?.span}~${stamp}`
      return { ...name, handle, recorded: cell, ...plain }
    })
  return {
    ...rest,
    columns: columns.map(({ key, name }) => ({ key, name })),
    rows: rows.map(({ of, cells, ...head }) => ({ ...head, cells: row(cells, of, head.unit?.no ?? rest.unit.no) })),
    total: total && row(total, rows[0]?.of ?? null, rest.unit.no),
  }
}

const nothing = { indicator: '', slice: '', name: '', countUnit: '', about: '' }
const plain = { hidden: null, top: null, bottom: null, unnamed: null, opening: [], reported: [] }
