import { rangeOf } from './cell.ts'
import { shownByStyle } from './number-format.ts'
import { openParts, type Parts } from './package-parts.ts'
import { sheetPieces } from './sheet-pieces.ts'
import { readRow, rowNumber, type WorkbookLore } from './sheet-row.ts'
import type { Merge, Row, Sheet } from './sheet.ts'
import { MOST_ROWS, unreadable } from './unreadable.ts'
import { attribute, elements, ownCopy, runsText } from './xml.ts'

/** Where a sheet stands in the workbook. */
export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly part: string }
/** How a workbook's parts hang together. */
export type WorkbookPlan = {
  readonly book: string
  readonly relations: string
  readonly sheets: readonly SheetPart[]
  readonly styles: string | null
  readonly texts: string | null
  readonly since1904: boolean
}

const MOST_LETTERS = 150_000_000
const MOST_IN_A_TEXT = 4_000_000

/** A sheet of a file that has not been looked into; opening it finds its merges. */
export type ClosedSheet = { readonly name: string; readonly hidden: boolean; readonly open: () => Promise<Sheet> }

/**
 * The sheets of an .xlsx (or .xlsm, or WPS's .xlsx) in order; rows are read from the packed bytes while they are taken.
 * Problem rules: `not-a-workbook`, `too-large`.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<readonly ClosedSheet[]> {
  const parts = await openParts(bytes)
  const plan = await planOf(parts)
  let lore: Promise<WorkbookLore> | undefined
  const known = () => {
    lore ??= loreOf(parts, plan)
    return lore
  }
  return plan.sheets.map(({ name, hidden, part }) => ({
    name,
    hidden,
    open: async () => ({
      name,
      merges: await mergesOf(parts, part),
      rows: { [Symbol.asyncIterator]: () => rowsOf(parts, part, known) },
    }),
  }))
}

/** Reads workbook.xml and its relations. Chart sheets and parts that are missing are left out. */
export async function planOf(parts: Parts): Promise<WorkbookPlan> {
  const root = parts.has('_rels/.rels') ? relations(await parts.text('_rels/.rels'), '') : []
  const book = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!parts.has(book)) throw unreadable('not-a-workbook')
  const [folder = '', file = ''] = /^(.*?)([^/]*)$/.exec(book)?.slice(1) ?? []
  const relationsPart = `${folder}_rels/${file}.rels`
  const targets = parts.has(relationsPart) ? relations(await parts.text(relationsPart), folder) : []
  const xml = await parts.text(book)
  const part = (type: string) =>
    targets.find(target => target.type === type && parts.has(target.target))?.target ?? null
  const sheets = elements(xml, 'sheet').flatMap(({ tag }) => {
    const id = /(?:^|\s)\w+:id\s*=\s*["']([^"']*)/.exec(tag)?.[1]
    const found = targets.find(target => target.id === id && target.type === 'worksheet')
    if (!found || !parts.has(found.target)) return []
    const hidden = /hidden/i.test(attribute(tag, 'state') ?? '')
    return [{ name: attribute(tag, 'name') ?? '', hidden, part: found.target }]
  })
  const date1904 = attribute(elements(xml, 'workbookPr')[0]?.tag ?? '', 'date1904')
  return {
    book,
    relations: relationsPart,
    sheets,
    styles: part('styles'),
    texts: part('sharedStrings'),
    since1904: /^(1|true)$/.test(date1904 ?? ''),
  }
}

function relations(xml: string, folder: string): { id: string; type: string; target: string }[] {
  return elements(xml, 'Relationship').map(({ tag }) => ({
    id: attribute(tag, 'Id') ?? '',
    // Strict and transitional files name the same relation by different addresses; the last word is the same.
    type: (attribute(tag, 'Type') ?? '').replace(/^.*\//, ''),
    target: resolve(folder, attribute(tag, 'Target') ?? ''),
  }))
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

/** Reads what a workbook knows beside its sheets; the shared texts are held in memory. */
export async function loreOf(parts: Parts, plan: WorkbookPlan): Promise<WorkbookLore> {
  return {
    texts: plan.texts ? await sharedTexts(parts.stream(plan.texts)) : [],
    shown: plan.styles ? shownByStyle(await parts.text(plan.styles)) : [],
    since1904: plan.since1904,
  }
}

/** The shared texts in order, read piece by piece: the table may be larger than all sheets together. */
async function sharedTexts(chunks: AsyncIterable<string>): Promise<string[]> {
  const texts: string[] = []
  let buffer = ''
  let letters = 0
  let prefix: string | undefined
  for await (const chunk of chunks) {
    buffer += chunk
    prefix ??= /<(\w+:)?sst[\s>]/.exec(buffer)?.slice(1).join('')
    let used = 0
    while (prefix !== undefined) {
      const found = textAt(buffer, used, prefix)
      if (!found) break
      texts.push(ownCopy(runsText(found.inner)))
      letters += texts.at(-1)?.length ?? 0
      used = found.end
    }
    buffer = buffer.slice(used)
    if (letters > MOST_LETTERS || buffer.length > MOST_IN_A_TEXT) throw unreadable('too-large')
  }
  return texts
}

/** The next whole <si> from a place on; looked for with few steps, as the file may be made to cost many. */
function textAt(xml: string, from: number, prefix: string): { inner: string; end: number } | null {
  const open = `<${prefix}si`
  for (let start = xml.indexOf(open, from); start >= 0; start = xml.indexOf(open, start + 1)) {
    const tagEnd = xml.indexOf('>', start)
    if (tagEnd < 0) return null
    if (!/[\s/>]/.test(xml[start + open.length] ?? '')) continue
    if (xml[tagEnd - 1] === '/') return { inner: '', end: tagEnd + 1 }
    const close = xml.indexOf(`</${prefix}si>`, tagEnd)
    return close < 0 ? null : { inner: xml.slice(tagEnd + 1, close), end: close + prefix.length + 5 }
  }
  return null
}

async function* rowsOf(parts: Parts, part: string, known: () => Promise<WorkbookLore>): AsyncGenerator<Row, void> {
  const lore = await known()
  let previous = 0
  let count = 0
  for await (const piece of sheetPieces(parts.stream(part))) {
    if (piece.kind !== 'row') continue
    const row = readRow(piece.xml, piece.prefix, previous, lore)
    previous = row?.no ?? rowNumber(piece.xml, previous)
    if (!row) continue
    if (++count > MOST_ROWS) throw unreadable('too-many-rows')
    yield row
  }
}

/** Merges stand behind the rows, so the part is gone through once for them. */
async function mergesOf(parts: Parts, part: string): Promise<readonly Merge[]> {
  for await (const piece of sheetPieces(parts.stream(part))) if (piece.kind === 'tail') return mergesIn(piece.xml)
  return []
}

/** The merges in what stands behind a sheet's rows. */
export const mergesIn = (tail: string): readonly Merge[] =>
  elements(tail, 'mergeCell').flatMap(({ tag }) => rangeOf(attribute(tag, 'ref') ?? '') ?? [])
