import type { Cell, DayCell, Merge } from './sheet.ts'

export const isDayCell = (cell: Cell | undefined): cell is DayCell => typeof cell === 'object' && cell !== null

/** A formula that failed leaves its error as the cell's text. */
export const isErrorText = (text: string): boolean =>
  /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!)$/.test(text)

/** The cell's words as a person sees them, trimmed; an error is empty. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return isErrorText(cell) ? '' : cell.trim()
  if (typeof cell === 'number') return plainNumber(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (cell.shown === 'month') return cell.day.slice(0, 7)
  return cell.time ? `${cell.day} ${cell.time}` : cell.day
}

/** A number without an exponent and without the dust of binary fractions (0.1 + 0.2). */
export function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  const clean = Number(value.toPrecision(15))
  if (Number.isInteger(clean) && Math.abs(clean) < 1e21) return BigInt(clean).toString()
  return String(clean)
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** A → 0; the letters of a reference such as AB12. -1 when there are none. */
export function columnNo(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

/** 'B2:D4' as a merge, null when it is no range. */
export function rangeOf(reference: string): Merge | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(reference)
  if (!found) return null
  const [, left = '', top = '', right = '', bottom = ''] = found
  return { top: Number(top) - 1, left: columnNo(left), bottom: Number(bottom) - 1, right: columnNo(right) }
}
