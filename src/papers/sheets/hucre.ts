// The only file that knows hucre (young, one vendor). It reads what old machines and other offices send: .xls, .xlsb, .ods and
// web pages named .xls, whole and in memory, and commas. The .xlsx that matter are read in workbook.ts: hucre's stream gives
// no merges and no formulas, and runs ahead of a slow reader (280 MB for 100,000 rows instead of 100).
import { EncryptedFileError, fromHtml, read, streamCsvRows, type CellValue, type Sheet as OtherSheet } from 'hucre'
import { MOST_ROWS, unreadable } from './unreadable.ts'
import type { Cell, Row, Sheet } from './sheet.ts'
import type { ClosedSheet } from './workbook.ts'

/** The sheets of an .xls, .xlsb or .ods. Problem rules: `encrypted`, `not-a-workbook`. */
export async function openOtherWorkbook(bytes: Uint8Array): Promise<readonly ClosedSheet[]> {
  const book = await read(bytes, { maxRows: MOST_ROWS + 1 }).catch(error => {
    throw unreadable(error instanceof EncryptedFileError && holdsBook(bytes) ? 'encrypted' : 'not-a-workbook')
  })
  return book.sheets.map(sheet => ({
    name: sheet.name,
    hidden: Boolean(sheet.hidden ?? sheet.veryHidden),
    open: async () => sheetOf(sheet, sheet.name),
  }))
}

/** hucre takes any old binary file it does not know, a letter too, for an encrypted workbook. */
function holdsBook(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return ['EncryptedPackage', 'Workbook', 'Book'].some(stream => file.includes(Buffer.from(stream, 'utf16le')))
}

/** The first table of a web page, as many offices' programs export under the name .xls. */
export function openWebTable(html: string, name: string): Sheet {
  return sheetOf(fromHtml(html, { typeInference: false }), name)
}

/** The rows of comma- (or tab-, or semicolon-) separated text. Every cell is text. */
export function* commaRows(text: string): Generator<Row, void, undefined> {
  let no = 0
  let count = 0
  for (const values of streamCsvRows(text)) {
    no++
    const cells = values.map(cellOf)
    if (!cells.some(cell => cell !== null)) continue
    if (++count > MOST_ROWS) throw unreadable('too-many-rows')
    yield { no, cells }
  }
}

function sheetOf(sheet: OtherSheet, name: string): Sheet {
  if (sheet.rows.length > MOST_ROWS) throw unreadable('too-many-rows')
  const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => {
    return { top: startRow, left: startCol, bottom: endRow, right: endCol }
  })
  const rows = async function* (): AsyncGenerator<Row, void> {
    for (const [index, values] of sheet.rows.entries()) {
      // of an .xls the array has holes, whatever its type says
      const cells = Array.from(values ?? [], cellOf)
      if (cells.some(cell => cell !== null)) yield { no: index + 1, cells }
    }
  }
  return { name, merges, rows: { [Symbol.asyncIterator]: rows } }
}

function cellOf(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return null
  if (value instanceof Date) {
    const [day = '', time = ''] = value.toISOString().split('T')
    return time.startsWith('00:00') ? { day } : { day, time: time.slice(0, 5) }
  }
  return typeof value === 'string' && value.trim() === '' ? null : value
}
