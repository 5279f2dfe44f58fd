import { withAttributes, type Look, type Looks } from './annotate-styles.ts'
import { columnName, columnNo } from './cell.ts'
import { cellsOf } from './sheet-row.ts'
import { linesIn, LINE } from './column-width.ts'
import { attribute, escapeCell } from './xml.ts'

/** What is done to one row: cells to wash by column from 0, and words for the column of results. */
export type RowEdit = {
  readonly wash: ReadonlySet<number>
  readonly says?: { readonly text: string; readonly look: Look | null }
}

/**
 * The XML of row `no` with the edit made. Cells that are not there are put in their place; a washed cell keeps its value and
 * format. `styleIn` is the style of a column, for cells that do not exist yet.
 */
export function annotateRow(
  xml: string,
  prefix: string,
  no: number,
  edit: RowEdit,
  {
    column,
    width,
    looks,
    styleIn,
  }: { column: number; width: number; looks: Looks; styleIn: (column: number) => number },
): string {
  const startEnd = xml.indexOf('>') + 1
  const empty = xml[startEnd - 2] === '/'
  // `spans` only speeds Excel up, and would be wrong now.
  const start = xml.slice(0, startEnd - (empty ? 2 : 1)).replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, '')
  const own = /^(1|true)$/.test(attribute(start, 'customFormat') ?? '') ? Number(attribute(start, 's') ?? 0) : null
  const open = new Set([...edit.wash].filter(at => at !== column))
  if (edit.says) open.add(column)
  let before = 0
  const made = (at: number): string => {
    const reference = `${columnName(at)}${no}`
    if (at !== column || !edit.says) return `<${prefix}c r="${reference}" s="${looks.on(own ?? styleIn(at), 'wash')}"/>`
    const { text, look } = edit.says
    const style = look === null ? before : looks.on(before, look)
    return `<${prefix}c r="${reference}" s="${style}" t="inlineStr"><${prefix}is><${prefix}t>${escapeCell(text)}</${prefix}t></${prefix}is></${prefix}c>`
  }
  const missing = (until: number): string => {
    let cells = ''
    for (const at of [...open].filter(each => each < until).sort((a, b) => a - b)) {
      cells += made(at)
      open.delete(at)
    }
    return cells
  }
  let out = `${heightened(start, edit.says ? linesIn(edit.says.text, width) : 1)}>`
  let from = startEnd
  let next = 0
  for (const { tag, start: cellStart, end } of cellsOf(xml, prefix)) {
    const reference = attribute(tag, 'r')
    const at = reference ? columnNo(reference) : next
    next = at + 1
    out += xml.slice(from, cellStart) + missing(at)
    const whole = xml.slice(cellStart, end)
    const style = Number(attribute(tag, 's') ?? 0)
    if (!open.delete(at)) out += whole
    else out += at === column ? made(at) : restyled(whole, prefix, looks.on(style, 'wash'))
    if (at < column) before = style
    from = end
  }
  return `${out}${missing(Number.POSITIVE_INFINITY)}${empty ? `</${prefix}row>` : xml.slice(from)}`
}

/** Excel and its like do not make a row of a known height higher by themselves. */
function heightened(start: string, lines: number): string {
  const height = Number(attribute(start, 'ht') ?? LINE)
  return lines === 1 || height >= lines * LINE
    ? start
    : withAttributes(start, { ht: String(Math.min(lines * LINE, 405)) })
}

function restyled(cell: string, prefix: string, style: number): string {
  const end = cell.indexOf('>')
  const tag = cell.slice(0, end).replace(/\ss\s*=\s*(?:"[^"]*"|'[^']*')/, '')
  return `<${prefix}c s="${style}"${tag.slice(prefix.length + 2)}${cell.slice(end)}`
}

/** The last column of a row that holds something, -1 when none does. */
export function lastColumn(xml: string, prefix: string): number {
  const close = xml.lastIndexOf(`</${prefix}c>`)
  if (close < 0) return -1
  const start = xml.lastIndexOf(`<${prefix}c `, close)
  const reference = start < 0 ? undefined : attribute(xml.slice(start, xml.indexOf('>', start)), 'r')
  if (reference) return columnNo(reference)
  let last = -1
  let next = 0
  for (const { tag, inner } of cellsOf(xml, prefix)) {
    const at = attribute(tag, 'r')
    next = (at ? columnNo(at) : next) + 1
    if (inner !== '') last = next - 1
  }
  return last
}
