import { columnStyles, seenAt, withColumn, withMerge } from './annotate-around.ts'
import { annotateRow, lastColumn, type RowEdit } from './annotate-row.ts'
import { looksOf, type Looks } from './annotate-styles.ts'
import { cellText } from './cell.ts'
import { openParts, type Parts } from './package-parts.ts'
import { sheetPieces } from './sheet-pieces.ts'
import { readRow, rowNumber } from './sheet-row.ts'
import type { Merge, RowProblem } from './sheet.ts'
import { unreadable } from './unreadable.ts'
import { loreOf, mergesIn, planOf, type WorkbookPlan } from './workbook.ts'
import { zipOut, type PartOut } from './zip-out.ts'

/** What became of a row: taken in, already there from before, or not taken in, and why not. */
export type RowResult = {
  readonly state: 'done' | 'repeated' | 'bad'
  readonly receipt?: string
  readonly problems?: readonly RowProblem[]
}
/** The head of the added column and its sentences; `{receipt}` and `{why}` are filled in. */
export type ResultWords = {
  readonly head: string
  readonly done: string
  readonly repeated: string
  readonly bad: string
}
/** Which sheet, and the rows of its head by number (none when it has no head). */
export type ResultPlace = { readonly sheet: string; readonly headRows: readonly number[]; readonly words: ResultWords }

const WIDTH = 44
const PIECE = 1 << 16
const NONE: ReadonlySet<number> = new Set()

type Task = {
  readonly part: string
  readonly column: number
  readonly editOf: (no: number) => RowEdit | undefined
  readonly headMerge: Merge | null
}

/**
 * The same .xlsx back, with what became of each row (by its number) in a column behind the last, and the cells at fault
 * washed. Everything else stays as it was. A column that an earlier result left is written over. The pieces of the new file
 * come as they are taken. Problem rules: `not-a-workbook`, `too-large`, `no-sheet`.
 */
export async function annotateWorkbook(
  bytes: Uint8Array,
  results: ReadonlyMap<number, RowResult>,
  place: ResultPlace,
): Promise<AsyncGenerator<Uint8Array, void>> {
  const parts = await openParts(bytes)
  const plan = await planOf(parts)
  const part = plan.sheets.find(({ name }) => name === place.sheet)?.part
  if (part === undefined) throw unreadable('no-sheet')
  const { heads, last, merges } = await surveyOf(parts, part, place.headRows)
  const column = (await earlierColumn(parts, plan, heads, place.words.head)) ?? last + 1
  const editOf = editsOf(results, place, merges)
  const looks = looksOf(plan.styles ? await parts.text(plan.styles) : null)
  return zipOut(annotatedParts(parts, plan, { part, column, editOf, headMerge: headMergeOf(place, column) }, looks))
}

/** One way through the sheet: the XML of its head, its last column with something in it, its merges. */
async function surveyOf(parts: Parts, part: string, headRows: readonly number[]) {
  const heads: { xml: string; prefix: string }[] = []
  let merges: readonly Merge[] = []
  let last = -1
  let no = 0
  for await (const { kind, xml, prefix } of sheetPieces(parts.stream(part))) {
    if (kind === 'tail') merges = mergesIn(xml)
    if (kind !== 'row') continue
    no = rowNumber(xml, no)
    last = Math.max(last, lastColumn(xml, prefix))
    if (headRows.includes(no)) heads.push({ xml, prefix })
  }
  return { heads, last, merges }
}

/** The column an earlier result left: somebody mended the workbook we gave back. */
async function earlierColumn(
  parts: Parts,
  plan: WorkbookPlan,
  heads: readonly { xml: string; prefix: string }[],
  word: string,
): Promise<number | null> {
  if (heads.length === 0) return null
  const lore = await loreOf(parts, plan)
  for (const { xml, prefix } of heads) {
    const at = readRow(xml, prefix, 0, lore)?.cells.findLastIndex(cell => cellText(cell) === word) ?? -1
    if (at >= 0) return at
  }
  return null
}

/** What is to be done to a row: worked out when it is its turn, but for the washes, which may lie in a merge above it. */
function editsOf(
  results: ReadonlyMap<number, RowResult>,
  { headRows, words }: ResultPlace,
  merges: readonly Merge[],
): (no: number) => RowEdit | undefined {
  const seen = seenAt(merges)
  const washes = new Map<number, Set<number>>()
  for (const [no, { state, problems = [] }] of results)
    for (const { index } of state === 'bad' ? problems : []) {
      if (index === null) continue
      const at = seen(no, index)
      const row = washes.get(at.no)
      if (row) row.add(at.column)
      else washes.set(at.no, new Set([at.column]))
    }
  const first = Math.min(...headRows)
  return no => {
    const wash = washes.get(no)
    if (no === first) return { wash: wash ?? NONE, says: { text: words.head, look: null } }
    const result = results.get(no)
    if (!result) return wash && { wash }
    const look = result.state === 'bad' ? 'bad-result' : 'result'
    return { wash: wash ?? NONE, says: { text: sentence(result, words), look } }
  }
}

function sentence({ state, receipt = '', problems = [] }: RowResult, words: ResultWords): string {
  const why = problems.map(problem => `${problem.column}：${problem.why}`).join('；')
  return words[state]
    .replaceAll('{receipt}', () => receipt)
    .replaceAll('{why}', () => why)
    .trim()
}

function headMergeOf({ headRows }: ResultPlace, column: number): Merge | null {
  if (headRows.length < 2) return null
  return { top: Math.min(...headRows) - 1, left: column, bottom: Math.max(...headRows) - 1, right: column }
}

async function* annotatedParts(
  parts: Parts,
  plan: WorkbookPlan,
  task: Task,
  looks: Looks,
): AsyncGenerator<PartOut, void> {
  const styles = plan.styles ?? plan.book.replace(/[^/]*$/, 'styles.xml')
  for (const { name, dir } of Object.values(parts.zip.files)) {
    if (dir || name === task.part || name === styles) continue
    const declares = plan.styles === null && (name === '[Content_Types].xml' || name === plan.relations)
    yield { name, content: declares ? declared(await parts.text(name), styles) : parts.bytes(name) }
  }
  yield { name: task.part, content: annotatedSheet(parts, task, looks) }
  // The looks are known when the rows are through.
  yield { name: styles, content: looks.xml() }
}

/** A workbook without styles learns that it has some, in its list of parts and in its relations. */
function declared(xml: string, styles: string): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles'
  return xml
    .replace(
      /<\/((?:\w+:)?)Types>/,
      (end, prefix: string) => `<${prefix}Override PartName="/${styles}" ContentType="${type}"/>${end}`,
    )
    .replace(
      /<\/((?:\w+:)?)Relationships>/,
      (end, prefix: string) =>
        `<${prefix}Relationship Id="rIdResultStyles" Type="${relation}" Target="/${styles}"/>${end}`,
    )
}

async function* annotatedSheet(parts: Parts, task: Task, looks: Looks): AsyncGenerator<string, void> {
  let styleIn = columnStyles('')
  let previous = 0
  let out = ''
  for await (const { kind, xml, prefix } of sheetPieces(parts.stream(task.part))) {
    if (kind === 'head') {
      styleIn = columnStyles(xml)
      out += withColumn(xml, prefix, task.column, WIDTH)
    } else if (kind === 'row') {
      previous = rowNumber(xml, previous)
      const edit = task.editOf(previous)
      out += edit
        ? annotateRow(xml, prefix, previous, edit, { column: task.column, width: WIDTH, looks, styleIn })
        : xml
    } else out += task.headMerge ? withMerge(xml, prefix, task.headMerge) : xml
    if (out.length < PIECE) continue
    yield out
    out = ''
  }
  yield out
}
