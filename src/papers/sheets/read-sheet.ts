import { commaRows, openOtherWorkbook, openWebTable } from './hucre.ts'
import { openParts, type Parts } from './package-parts.ts'
import type { Row, Sheet } from './sheet.ts'
import { unreadable } from './unreadable.ts'
import { openWorkbook, type ClosedSheet } from './workbook.ts'

/** A file as its packed bytes, or as a stream of them. */
export type SheetSource = Uint8Array | AsyncIterable<Uint8Array>
/** What kind of file it was: only an .xlsx can be given back with its own looks. */
export type SheetFile = {
  readonly kind: 'xlsx' | 'other' | 'comma'
  readonly sheets: readonly ClosedSheet[]
  readonly bytes: Uint8Array
}

const MOST_BYTES = 100_000_000
/** Of a file that has to be held whole and unpacked: packed for an .xls, unpacked for the rest. */
const MOST_AT_ONCE = 60_000_000

/**
 * Opens a register: .xlsx (streamed), .xls, .xlsb, .ods, a web page named .xls, or text with commas or tabs in UTF-8, UTF-16
 * or GB18030. Problem rules on path `file`: `empty`, `too-large` (100 MB packed; 60 MB if not .xlsx), `encrypted`, `not-a-workbook`; while its rows are read also
 * `too-many-rows`. Each issue has the same in Chinese under `why`.
 */
export async function readSheets(source: SheetSource): Promise<SheetFile> {
  const bytes = source instanceof Uint8Array ? source : await gather(source)
  if (bytes.length === 0) throw unreadable('empty')
  if (bytes.length > MOST_BYTES) throw unreadable('too-large')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const parts = await openParts(bytes)
    const ods = parts.has('content.xml')
    if (ods || parts.has('xl/workbook.bin')) {
      await refuseLarge(parts)
      return { kind: 'other', sheets: await openOtherWorkbook(ods ? await ungrouped(parts, bytes) : bytes), bytes }
    }
    return { kind: 'xlsx', sheets: await openWorkbook(bytes), bytes }
  }
  if (bytes.length > MOST_AT_ONCE) throw unreadable('too-large')
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { kind: 'other', sheets: await openOtherWorkbook(bytes), bytes }
  const text = decodeText(bytes)
  if (/<table[\s>]/i.test(text.slice(0, 100_000)))
    return { kind: 'other', sheets: [opened(openWebTable(text, ''))], bytes }
  return { kind: 'comma', sheets: [opened(commaSheet(text))], bytes }
}

/** A few kilobytes can unpack to gigabytes; so they are counted before they are kept. */
async function refuseLarge(parts: Parts): Promise<void> {
  let taken = 0
  for (const { name, dir } of Object.values(parts.zip.files)) {
    if (dir) continue
    for await (const chunk of parts.bytes(name))
      if ((taken += chunk.length) > MOST_AT_ONCE) throw unreadable('too-large')
  }
}

/** An .ods without the elements that only group its rows and columns: hucre passes over what is in them. */
async function ungrouped(parts: Parts, bytes: Uint8Array): Promise<Uint8Array> {
  const groups = /<\/?table:table-(?:header-|)(?:rows|columns|row-group|column-group)(?:\s[^>]*)?>/g
  const content = await parts.text('content.xml')
  const plain = content.replace(groups, '')
  if (plain === content) return bytes
  return parts.zip.file('content.xml', plain).generateAsync({ type: 'uint8array' })
}

/** One sheet: by name, by place from 0, or else the first that is not hidden. Problem rule `no-sheet`. */
export async function readSheet(source: SheetSource, which?: string | number): Promise<Sheet> {
  const { sheets } = await readSheets(source)
  const sheet =
    typeof which === 'number'
      ? sheets[which]
      : (sheets.find(({ name, hidden }) => (which === undefined ? !hidden : name === which)) ??
        (which === undefined ? sheets[0] : undefined))
  if (!sheet) throw unreadable('no-sheet')
  return sheet.open()
}

/** The first rows of a sheet, enough to recognise it by. */
export async function firstRows(sheet: Sheet, most = 300): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of sheet.rows) {
    rows.push(row)
    if (rows.length >= most) break
  }
  return rows
}

/** Text of unknown encoding: a mark at its beginning decides; else UTF-8 if it is that without a fault, else GB18030. */
export function decodeText(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = new TextDecoder('gb18030').decode(bytes)
    // A picture or a program decodes to something too; no register has control characters in it.
    if (text.includes('\u0000')) throw unreadable('not-a-workbook')
    return text
  }
}

function commaSheet(text: string): Sheet {
  if (text.includes('\u0000')) throw unreadable('not-a-workbook')
  const rows = async function* (): AsyncGenerator<Row, void> {
    yield* commaRows(text)
  }
  return { name: '', merges: [], rows: { [Symbol.asyncIterator]: rows } }
}

const opened = (sheet: Sheet): ClosedSheet => ({ name: sheet.name, hidden: false, open: async () => sheet })

async function gather(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of source) {
    chunks.push(chunk)
    length += chunk.length
    if (length > MOST_BYTES) throw unreadable('too-large')
  }
  return Buffer.concat(chunks)
}
