/**
 * What a cell holds. A formula's result has `formula`. A date keeps how it was shown: `month` when the sheet shows no day
 * (Excel made it the first), `no-year` when it shows no year (Excel took the year of typing). `date` values are
 * 'YYYY-MM-DD', with ' HH:MM' when a time of day belongs to it; a time alone is text 'HH:MM'.
 */
export type Cell =
  | { readonly kind: 'text'; readonly value: string; readonly formula?: true }
  | { readonly kind: 'number'; readonly value: number; readonly formula?: true }
  | { readonly kind: 'date'; readonly value: string; readonly shown?: 'month' | 'no-year'; readonly formula?: true }
  | { readonly kind: 'yes-no'; readonly value: boolean; readonly formula?: true }
  | { readonly kind: 'error'; readonly value: string; readonly formula?: true }

/** A row that holds something: `n` as Excel numbers it (from 1), cells by column from 0. Rows without a value are not given. */
export type Row = { readonly n: number; readonly cells: readonly (Cell | null)[] }

/** A merged range: rows as Excel numbers them, columns from 0, both ends included. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** A sheet that can be gone through as often as one likes; `merges` is asked once and kept. */
export type Sheet = {
  readonly name: string
  readonly hidden: boolean
  readonly rows: () => AsyncGenerator<Row, void, undefined>
  readonly merges: () => Promise<readonly Merge[]>
}

/** The cell's words as a person sees them, trimmed; an error value is empty. */
export function cellText(cell: Cell | null | undefined): string {
  if (!cell || cell.kind === 'error') return ''
  if (cell.kind === 'text') return cell.value.trim()
  if (cell.kind === 'number') return plainNumber(cell.value)
  if (cell.kind === 'yes-no') return cell.value ? '是' : '否'
  if (cell.shown === 'month') return cell.value.slice(0, 7)
  return cell.value
}

/** A number without an exponent and without the dust of binary fractions (0.1 + 0.2). */
export function plainNumber(value: number): string {
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
  return { top: Number(top), left: columnNo(left), bottom: Number(bottom), right: columnNo(right) }
}
