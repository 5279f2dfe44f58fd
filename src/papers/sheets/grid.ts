import { cellText } from './cell.ts'
import type { Cell, Merge, Row } from './sheet.ts'

/** The first rows of a sheet with its name and merges: what a register is recognised by. */
export type Grid = { readonly name: string; readonly rows: readonly Row[]; readonly merges: readonly Merge[] }

/** Looking into a grid through its merges. */
export type Look = {
  readonly rows: readonly Row[]
  readonly width: number
  /** The cell's own words, or those of the merge it lies in. */
  readonly text: (no: number, column: number) => string
  readonly cell: (no: number, column: number) => Cell
  readonly mergeAt: (no: number, column: number) => Merge | undefined
}

/** Prepares looking at the rows up to the last of the grid; merges below them are left out. */
export function lookAt(grid: Grid): Look {
  const byNumber = new Map(grid.rows.map(row => [row.no, row]))
  const last = grid.rows.at(-1)?.no ?? 0
  const merged = new Map<string, Merge>()
  for (const merge of grid.merges) {
    if (merge.top >= last) continue
    const right = Math.min(merge.right, merge.left + 500)
    for (let no = merge.top + 1; no <= Math.min(merge.bottom + 1, last); no++)
      for (let column = merge.left; column <= right; column++) merged.set(`${no},${column}`, merge)
  }
  const mergeAt = (no: number, column: number) => merged.get(`${no},${column}`)
  const cell = (no: number, column: number) => {
    const merge = mergeAt(no, column)
    return byNumber.get(merge ? merge.top + 1 : no)?.cells[merge?.left ?? column] ?? null
  }
  return {
    rows: grid.rows,
    width: grid.rows.reduce((width, row) => Math.max(width, row.cells.length), 0),
    cell,
    mergeAt,
    text: (no, column) => cellText(cell(no, column)),
  }
}
