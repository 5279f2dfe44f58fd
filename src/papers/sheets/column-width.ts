import type { CellOut, KindOut } from './cell-out.ts'

const LEAST = 6
const MOST = 48
/** A day as YYYY-MM-DD. */
const DAY = 11

/** Widths of columns in letters of Excel, after their heads and the rows looked at. Long texts are broken, not stretched. */
export function widthsOf(
  columns: readonly { readonly head: string; readonly kind: KindOut; readonly width?: number }[],
  sample: readonly (readonly CellOut[])[],
): number[] {
  return columns.map(({ head, kind, width }, at) => {
    if (width !== undefined) return width
    // The head carries the button of the filter.
    let widest = Math.max(LEAST, kind === 'day' ? DAY : 0, wide(head) + 3)
    for (const row of sample) widest = Math.max(widest, wide(wordsOf(row[at])))
    return Math.min(widest + 2, MOST)
  })
}

/** The words of a cell to write. */
export function wordsOf(cell: CellOut): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'object') return String(cell)
  return 'number' in cell ? String(cell.number) : cell.text
}

/** The widest line of a text in half-width letters: Chinese ones count two. */
export function wide(text: string): number {
  let widest = 0
  for (const line of text.split('\n')) {
    let width = 0
    for (const letter of line) width += letter > '\u2e7f' ? 2 : 1
    widest = Math.max(widest, width)
  }
  return widest
}

/** The height of a line of 11 points. */
export const LINE = 15

/** How many lines a text takes in a column of a width. */
export function linesIn(text: string, width: number): number {
  if (text.length * 2 <= width && !text.includes('\n')) return 1
  let lines = 0
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(wide(line) / width))
  return lines
}
