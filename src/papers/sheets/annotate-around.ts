import { withAttributes } from './annotate-styles.ts'
import { columnName, rangeOf } from './cell.ts'
import type { Merge } from './sheet.ts'
import { attribute, elements } from './xml.ts'

/** What stands before a sheet's rows, with a width for the added column and the sheet's size corrected. */
export function withColumn(head: string, prefix: string, column: number, width: number): string {
  const no = column + 1
  const col = `<${prefix}col min="${no}" max="${no}" width="${width}" customWidth="1"/>`
  const sized = head.replace(
    /(<(?:\w+:)?dimension\s[^>]*?ref\s*=\s*["'])([^"']+)/,
    (_, before: string, ref: string) => {
      return before + grown(ref, column)
    },
  )
  const [cols] = elements(sized, 'cols')
  if (!cols) return sized.replace(`<${prefix}sheetData>`, `<${prefix}cols>${col}</${prefix}cols><${prefix}sheetData>`)
  const ranges = elements(cols.inner, 'col').map(({ tag }) => ({
    tag,
    min: Number(attribute(tag, 'min')),
    max: Number(attribute(tag, 'max')),
  }))
  const piece = (tag: string, min: number, max: number) =>
    min > max ? '' : `<${prefix}col${withAttributes(tag, { min: String(min), max: String(max) })}/>`
  const before = ranges.map(({ tag, min, max }) => piece(tag, min, Math.min(max, no - 1))).join('')
  const after = ranges.map(({ tag, min, max }) => piece(tag, Math.max(min, no + 1), max)).join('')
  return sized.replace(cols.whole, () => `<${prefix}cols>${before}${col}${after}</${prefix}cols>`)
}

function grown(ref: string, column: number): string {
  const range = rangeOf(ref.includes(':') ? ref : `${ref}:${ref}`)
  if (!range || range.right >= column) return ref
  return `${columnName(range.left)}${range.top + 1}:${columnName(column)}${range.bottom + 1}`
}

/** The style of each column for cells that do not exist yet. */
export function columnStyles(head: string): (column: number) => number {
  const ranges = elements(head, 'col').map(({ tag }) => ({
    min: Number(attribute(tag, 'min')) - 1,
    max: Number(attribute(tag, 'max')) - 1,
    style: Number(attribute(tag, 'style') ?? 0),
  }))
  return column => ranges.find(({ min, max }) => column >= min && column <= max)?.style ?? 0
}

/** What stands behind a sheet's rows, with one more merge; as it is when the sheet has no merges. */
export function withMerge(tail: string, prefix: string, { top, left, bottom, right }: Merge): string {
  const range = `${columnName(left)}${top + 1}:${columnName(right)}${bottom + 1}`
  if (tail.includes(`ref="${range}"`)) return tail
  const [merges] = elements(tail, 'mergeCells')
  if (!merges) return tail
  const { whole, tag, inner } = merges
  const count = String(elements(inner, 'mergeCell').length + 1)
  const start = `<${prefix}mergeCells${withAttributes(tag, { count })}>`
  return tail.replace(whole, () => `${start}${inner}<${prefix}mergeCell ref="${range}"/></${prefix}mergeCells>`)
}

/** Where a cell is seen: itself, or the first of the merge it lies in. Row numbers from 1, columns from 0. */
export function seenAt(merges: readonly Merge[]): (no: number, column: number) => { no: number; column: number } {
  const byColumn = new Map<number, Merge[]>()
  for (const merge of merges)
    for (let column = merge.left; column <= Math.min(merge.right, merge.left + 500); column++)
      byColumn.set(column, [...(byColumn.get(column) ?? []), merge])
  for (const list of byColumn.values()) list.sort((a, b) => a.top - b.top)
  return (no, column) => {
    const list = byColumn.get(column) ?? []
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((list[middle]?.top ?? 0) < no) low = middle + 1
      else high = middle
    }
    const merge = list[low - 1]
    return merge && merge.bottom >= no - 1 ? { no: merge.top + 1, column: merge.left } : { no, column }
  }
}
