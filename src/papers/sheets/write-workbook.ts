import { Problem } from '#base/problem'
import { columnName } from './cell.ts'
import { cellXml, textXml, type CellOut, type KindOut, type Links } from './cell-out.ts'
import { LINE, linesIn, widthsOf, wordsOf } from './column-width.ts'
import { HEADER, linkRelations, MAIN, RELATIONS, SHEET_PART, shellParts, styleOf } from './workbook-shell.ts'
import { zipOut, type PartOut } from './zip-out.ts'

/** A column of a list: its head, how its cells are typed, its width in letters when it is not to follow the content. */
export type ColumnOut = { readonly head: string; readonly kind: KindOut; readonly width?: number }
export type RowOut = readonly CellOut[]
/**
 * A list to write. Over the head stand `title` and, in one line, `scope` (what the list holds) and `asOf` (as of which day),
 * both ready sentences. `name` is the sheet's, by default the title.
 */
export type ListOut = {
  readonly title: string
  readonly scope: string
  readonly asOf: string
  readonly name?: string
  readonly columns: readonly ColumnOut[]
  readonly rows: AsyncIterable<RowOut> | Iterable<RowOut>
}

/** Title, scope, head; records follow. */
const HEAD_ROW = 3
const MOST_ROWS = 1_048_576
/** Rows looked at for the widths before the first byte goes out. */
const SAMPLE = 300
const PIECE = 1 << 16
/** Of a row, in points. */
const MOST_HEIGHT = 405

/**
 * A list as an .xlsx, in pieces as its rows are taken: apart from its links the memory does not grow with the rows. Words
 * stay words whatever they begin with. Problem `too-large` beyond Excel's 1,048,576 rows.
 */
export function writeWorkbook(list: ListOut): AsyncGenerator<Uint8Array, void> {
  return zipOut(listParts(list))
}

async function* listParts(list: ListOut): AsyncGenerator<PartOut, void> {
  const links: Links = { addresses: new Map(), cells: [] }
  yield* shellParts(sheetName(list.name ?? list.title), list.title, HEAD_ROW)
  // The sheet before its relations: its links are known when its rows are through.
  yield { name: SHEET_PART, content: sheetXml(list, links) }
  if (links.addresses.size > 0)
    yield { name: SHEET_PART.replace(/[^/]+$/, '_rels/$&.rels'), content: linkRelations(links.addresses.keys()) }
}

async function* sheetXml(list: ListOut, links: Links): AsyncGenerator<string, void> {
  const source = eachOf(list.rows)
  try {
    const sample = await firstOf(source, SAMPLE)
    const widths = widthsOf(list.columns, sample)
    let piece = sheetStart(widths) + headXml(list)
    let no = HEAD_ROW
    for await (const row of joined(sample, source)) {
      no++
      if (no > MOST_ROWS) throw new Problem('too-large', { most: MOST_ROWS - HEAD_ROW })
      piece += rowXml(row, no, list.columns, widths, links)
      if (piece.length < PIECE) continue
      yield piece
      piece = ''
    }
    yield piece + sheetEnd(list, no, links)
  } finally {
    await source.return()
  }
}

async function* eachOf<T>(rows: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, void> {
  yield* rows
}

async function firstOf<T>(source: AsyncGenerator<T, void>, most: number): Promise<T[]> {
  const first: T[] = []
  while (first.length < most) {
    const next = await source.next()
    if (next.done) break
    first.push(next.value)
  }
  return first
}

async function* joined<T>(first: readonly T[], rest: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  yield* first
  yield* rest
}

function sheetStart(widths: readonly number[]): string {
  const cols = widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  const below = `A${HEAD_ROW + 1}`
  const pane = `<pane ySplit="${HEAD_ROW}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/>`
  const view = `<sheetView workbookViewId="0">${pane}<selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/></sheetView>`
  return `${HEADER}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols && `<cols>${cols}</cols>`}<sheetData>`
}

function headXml({ title, scope, asOf, columns }: ListOut): string {
  const line = [scope, asOf].filter(Boolean).join('\u3000')
  const heads = columns
    .map(({ head, kind }, at) =>
      textXml(head, kind === 'number' ? styleOf.numberHead : styleOf.head, `${columnName(at)}${HEAD_ROW}`),
    )
    .join('')
  return `<row r="1" ht="30" customHeight="1">${textXml(title, styleOf.title, 'A1')}</row><row r="2" ht="18" customHeight="1">${textXml(line, styleOf.scope, 'A2')}</row><row r="${HEAD_ROW}">${heads}</row>`
}

function rowXml(
  row: RowOut,
  no: number,
  columns: readonly ColumnOut[],
  widths: readonly number[],
  links: Links,
): string {
  let cells = ''
  let lines = 1
  for (let at = 0; at < columns.length; at++) {
    const cell = row[at]
    cells += cellXml(cell, columns[at]?.kind ?? 'text', `${columnName(at)}${no}`, links)
    if (typeof cell !== 'number') lines = Math.max(lines, linesIn(wordsOf(cell), widths[at] ?? 0))
  }
  return `<row r="${no}"${lines > 1 ? ` ht="${Math.min(lines * LINE, MOST_HEIGHT)}"` : ''}>${cells}</row>`
}

function sheetEnd({ columns }: ListOut, no: number, links: Links): string {
  const filter = columns.length > 0 ? `<autoFilter ref="A${HEAD_ROW}:${columnName(columns.length - 1)}${no}"/>` : ''
  const targets = links.cells.map(({ reference, id }) => `<hyperlink ref="${reference}" r:id="rId${id}"/>`).join('')
  const page = `<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`
  return `</sheetData>${filter}${targets && `<hyperlinks>${targets}</hyperlinks>`}${page}</worksheet>`
}

/** A name Excel takes: at most 31 letters, none of : \ / ? * [ ], no apostrophe at its ends, never empty. */
export function sheetName(title: string): string {
  const name = title
    .replace(/[\p{Cc}:\\/?*[\]]/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 31)
    .replace(/^['\s]+|['\s]+$/g, '')
  return name || 'Sheet1'
}
