import { annotateWorkbook, type ResultPlace, type RowResult } from './annotate-workbook.ts'
import { cellText, columnName, isDayCell } from './cell.ts'
import { cellXml, type CellOut, type Links } from './cell-out.ts'
import type { SheetFile } from './read-sheet.ts'
import type { Cell, Sheet } from './sheet.ts'
import { unreadable } from './unreadable.ts'
import { HEADER, MAIN, SHEET_PART, shellParts } from './workbook-shell.ts'
import { sheetName } from './write-workbook.ts'
import { zipOut, type PartOut } from './zip-out.ts'

/**
 * The register back with what became of its rows: an .xlsx as it was, with a column more; of any other kind of file its
 * values, rows and merges as an .xlsx, with that column. Problem rules as of `annotateWorkbook`.
 */
export async function giveBack(
  { kind, sheets, bytes }: SheetFile,
  results: ReadonlyMap<number, RowResult>,
  place: ResultPlace,
): Promise<AsyncGenerator<Uint8Array, void>> {
  if (kind === 'xlsx') return annotateWorkbook(bytes, results, place)
  const closed = sheets.find(({ name }) => name === place.sheet)
  if (!closed) throw unreadable('no-sheet')
  const name = sheetName(place.sheet)
  const copy: Uint8Array[] = []
  for await (const chunk of zipOut(copyParts(await closed.open(), name))) copy.push(chunk)
  return annotateWorkbook(Buffer.concat(copy), results, { ...place, sheet: name })
}

function* copyParts(sheet: Sheet, name: string): Generator<PartOut, void> {
  yield* shellParts(name, name, 0)
  yield { name: SHEET_PART, content: copyXml(sheet) }
}

async function* copyXml({ rows, merges }: Sheet): AsyncGenerator<string, void> {
  const none: Links = { addresses: new Map(), cells: [] }
  yield `${HEADER}<worksheet xmlns="${MAIN}"><sheetFormatPr baseColWidth="12" defaultRowHeight="15"/><sheetData>`
  for await (const { no, cells } of rows) {
    const xml = cells.map((cell, at) => {
      const [value, kind] = outOf(cell)
      return cellXml(value, kind, `${columnName(at)}${no}`, none)
    })
    yield `<row r="${no}">${xml.join('')}</row>`
  }
  const refs = merges.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${columnName(left)}${top + 1}:${columnName(right)}${bottom + 1}"/>`,
  )
  yield `</sheetData>${refs.length > 0 ? `<mergeCells count="${refs.length}">${refs.join('')}</mergeCells>` : ''}</worksheet>`
}

function outOf(cell: Cell): [CellOut, 'text' | 'number' | 'day'] {
  if (!isDayCell(cell)) return [cell, typeof cell === 'number' ? 'number' : 'text']
  return cell.time || cell.shown ? [cellText(cell), 'text'] : [cell.day, 'day']
}
