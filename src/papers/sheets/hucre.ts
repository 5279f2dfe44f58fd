// The only file that knows hucre (young, one vendor). It reads what old machines and other offices send: .xls, .xlsb, .ods and
// web pages named .xls, whole and in memory, and commas. The .xlsx that matter are read in workbook.ts: hucre's stream gives
// no merges and no formulas, and runs ahead of a slow reader (280 MB for 100,000 rows instead of 100).
import { EncryptedFileError, fromHtml, read, streamCsvRows, type CellValue, type Sheet as OtherSheet } from 'hucre'
import type { Cell, Merge, Row, Sheet } from './cell.ts'
import { unreadable } from './package-parts.ts'

/** The sheets of an .xls, .xlsb or .ods. Problem rules: `encrypted`, `not-a-workbook`. */
export async function openOtherWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const book = await read(bytes).catch(error => {
    throw unreadable(error instanceof EncryptedFileError ? 'encrypted' : 'not-a-workbook')
  })
  return book.sheets.map(sheet => sheetOf(sheet, sheet.name))
}

/** The first table of a web page, as many offices' programs export under the name .xls. */
export function openWebTable(html: string, name: string): Sheet {
  return sheetOf(fromHtml(html, { typeInference: false }), name)
}

/** The rows of comma- (or tab-, or semicolon-) separated text. Every cell is text. */
export function* commaRows(text: string): Generator<Row, void, undefined> {
  let n = 0
  for (const values of streamCsvRows(text)) {
    n++
    const cells = values.map(value => cellOf(value))
    if (cells.some(Boolean)) yield { n, cells }
  }
}

function sheetOf(sheet: OtherSheet, name: string): Sheet {
  const merges: Merge[] = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    top: startRow + 1,
    left: startCol,
    bottom: endRow + 1,
    right: endCol,
  }))
  return {
    name,
    hidden: Boolean(sheet.hidden ?? sheet.veryHidden),
    merges: async () => merges,
    async *rows() {
      for (const [index, values] of sheet.rows.entries()) {
        const cells = Array.from(values, (value, column) =>
          cellOf(value, sheet.cells?.get(`${index},${column}`)?.formula),
        )
        if (cells.some(Boolean)) yield { n: index + 1, cells }
      }
    },
  }
}

function cellOf(value: CellValue | undefined, formula?: string): Cell | null {
  const also = formula ? ({ formula: true } as const) : {}
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return { kind: 'number', value, ...also }
  if (typeof value === 'boolean') return { kind: 'yes-no', value, ...also }
  if (value instanceof Date) {
    const moment = value
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ')
      .replace(/ 00:00$/, '')
    return { kind: 'date', value: moment, ...also }
  }
  if (/^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(value)) return { kind: 'error', value, ...also }
  return value.trim() === '' ? null : { kind: 'text', value, ...also }
}
