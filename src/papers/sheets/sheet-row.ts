import { columnNo } from './cell.ts'
import { serialDay, serialTime, type Shown } from './number-format.ts'
import type { Cell, Row } from './sheet.ts'
import { unreadable } from './unreadable.ts'
import { attribute, ownCopy, runsText, unescapeXml } from './xml.ts'

/** What a workbook knows beside its sheets: shared texts, what each style shows, from which year its days count. */
export type WorkbookLore = {
  readonly texts: readonly string[]
  readonly shown: readonly Shown[]
  readonly since1904: boolean
}

const MOST_COLUMNS = 16_384

/** A row's XML as a row, or null when no cell holds a value. `previous` is the number of the row before. */
export function readRow(xml: string, prefix: string, previous: number, lore: WorkbookLore): Row | null {
  const no = rowNumber(xml, previous)
  const cells: Cell[] = []
  let next = 0
  for (const { tag, inner } of cellsOf(xml, prefix)) {
    const reference = attribute(tag, 'r')
    const column = reference ? columnNo(reference) : next
    next = column + 1
    if (column < 0 || column >= MOST_COLUMNS || inner === '') continue
    const cell = readCell(tag, inner, lore)
    if (cell === null) continue
    while (cells.length < column) cells.push(null)
    cells[column] = cell
  }
  return cells.length > 0 ? { no, cells } : null
}

/** The number of a row from its XML; a row without one follows the one before. */
export function rowNumber(xml: string, previous: number): number {
  const n = Number(attribute(xml.slice(0, xml.indexOf('>')).replace(/\/$/, ''), 'r'))
  return Number.isInteger(n) && n > 0 ? n : previous + 1
}

/** The cells of a row's XML: inside of the start tag, content ('' when empty). `start` and `end` say where it stands. */
export function* cellsOf(
  xml: string,
  prefix: string,
): Generator<{ tag: string; inner: string; start: number; end: number }, void, undefined> {
  const open = `<${prefix}c`
  const close = `</${prefix}c>`
  for (let at = xml.indexOf('>') + 1; ; ) {
    const start = xml.indexOf(open, at)
    if (start < 0) return
    const tagEnd = xml.indexOf('>', start)
    if (tagEnd < 0) return
    const after = xml.charCodeAt(start + open.length)
    const isCell = after <= 32 || after === 62 || after === 47
    const empty = xml.charCodeAt(tagEnd - 1) === 47
    const closing = empty || !isCell ? -1 : xml.indexOf(close, tagEnd)
    const end = closing < 0 ? tagEnd + 1 : closing + close.length
    at = end
    if (!isCell) continue
    if (closing < 0 && !empty) throw unreadable('not-a-workbook')
    const tag = xml.slice(start + open.length, empty ? tagEnd - 1 : tagEnd)
    yield { tag, inner: closing < 0 ? '' : xml.slice(tagEnd + 1, closing), start, end }
  }
}

function readCell(tag: string, inner: string, lore: WorkbookLore): Cell {
  const type = attribute(tag, 't')
  if (type === 'inlineStr') return textCell(runsText(inner))
  const raw = /<(?:\w+:)?v(?:\s[^>]*)?(?<!\/)>([^<]*)<\/(?:\w+:)?v\s*>/.exec(inner)?.[1]
  if (raw === undefined) return null
  if (type === 's') return textCell(lore.texts[Number(raw)] ?? '')
  if (type === 'str' || type === 'e') return textCell(unescapeXml(raw))
  if (type === 'b') return raw.trim() === '1' || raw.trim() === 'true'
  if (type === 'd') return dayCell(raw.slice(0, 16).replace('T', ' '), 'day')
  const value = raw.trim() === '' ? Number.NaN : Number(raw)
  if (!Number.isFinite(value)) return textCell(unescapeXml(raw))
  return numberCell(value, lore.shown[Number(attribute(tag, 's') ?? 0)] ?? 'number', lore.since1904)
}

function numberCell(value: number, shown: Shown, since1904: boolean): Cell {
  if (shown === 'time' && value >= 0 && value < 1) return serialTime(value)
  const moment = shown === 'number' || shown === 'time' ? null : serialDay(value, since1904)
  return moment === null ? value : dayCell(moment, shown)
}

function dayCell(moment: string, shown: Shown): Cell {
  const [day = '', time] = moment.split(' ')
  const partly = shown === 'month' || shown === 'no-year' ? { shown } : {}
  return { day, ...(time && time !== '00:00' && { time }), ...partly }
}

/** Blank texts are no value: people clear cells with the space bar. */
const textCell = (text: string): Cell => (text.trim() === '' ? null : ownCopy(text))
