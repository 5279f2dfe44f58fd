import { cellText } from './cell.ts'
import { tickOf } from './choice-text.ts'
import { mergeFiller, type FilledRow } from './fill-down.ts'
import { rowFingerprint } from './fingerprint.ts'
import { continuesRecord, isList, partOf, rulesOf } from './mapping.ts'
import { plain, saysDitto, saysNothing } from './plain-text.ts'
import { readSum, readTicked, readValue, type ParseContext, type Value } from './read-value.ts'
import type {
  Cell,
  ColumnUse,
  Mapping,
  Merge,
  ParsedRow,
  Read,
  Row,
  RowProblem,
  SkippedRow,
  TargetField,
} from './sheet.ts'
import { headingReason, skipReason, unitHeading } from './skip-row.ts'

type Draft = { no: number; values: Record<string, Value>; warnings: RowProblem[]; problems: RowProblem[] }
type Answer = { readonly read: Read<Value> | null; readonly column: ColumnUse | undefined }

/**
 * Reads a sheet's rows below the head in order, one record a row; rows that hold none come as a SkippedRow. A row whose merges
 * make it a part of the record above gives that record its lists (names one below the other). `rows` of a sheet with a million
 * rows need no more memory than one fingerprint a record.
 */
export async function* parseRows(
  sheet: { readonly rows: AsyncIterable<Row> | Iterable<Row>; readonly merges: readonly Merge[] },
  mapping: Mapping,
  fields: readonly TargetField[],
  context: ParseContext,
): AsyncGenerator<ParsedRow | SkippedRow, void, undefined> {
  const rules = rulesOf(mapping)
  const fill = mergeFiller(sheet.merges)
  const reader = rowReader(mapping, fields)
  const continues = continuesRecord(mapping, fields)
  const finish = finisher()
  let section: string | null = null
  let draft: Draft | null = null
  let waiting: SkippedRow[] = []
  for await (const row of sheet.rows) {
    const filled = fill(row)
    if (row.no <= rules.headTo) continue
    const { no } = row
    const heading = mapping.section === null ? null : unitHeading(row, rules)
    const why = heading ? headingReason(heading) : skipReason(filled.row, rules)
    if (why === null && draft && continues(filled)) {
      reader.addTo(draft, filled, context)
      waiting.push({ no, why: partOf(draft.no) })
      continue
    }
    if (why !== null && draft) {
      waiting.push({ no, why })
    } else {
      if (draft) yield finish(draft)
      yield* waiting
      waiting = []
      draft = null
      if (why !== null) yield { no, why }
    }
    if (heading !== null) section = heading
    if (why === null) draft = reader.read(filled, section, context)
  }
  if (draft) yield finish(draft)
  yield* waiting
}

function rowReader(mapping: Mapping, fields: readonly TargetField[]) {
  const byField = new Map(
    fields.map(field => [field.key, mapping.columns.filter(column => column.field === field.key)]),
  )
  const above = new Map<number, Cell>()

  /** The cell of a column, or the one above where 同上, a merge or the mapping says so. */
  const cellOf = ({ index, fill, part }: ColumnUse, row: Row): Cell => {
    const cell = row.cells[index] ?? null
    const text = cellText(cell)
    const carried = saysDitto(text) || (text === '' && (fill || part === 'year' || part === 'month'))
    if (carried) return above.get(index) ?? null
    if (saysNothing(text)) return null
    if (cell !== null) above.set(index, cell)
    return cell
  }

  const answer = (field: TargetField, row: Row, context: ParseContext): Answer => {
    const columns = byField.get(field.key) ?? []
    const [column] = columns
    const sum = mapping.sums[field.key]
    if (sum)
      return {
        read: readSum(
          sum.map(index => row.cells[index] ?? null),
          field,
          undefined,
        ),
        column: mapping.columns[sum[0] ?? 0],
      }
    if (!column) return { read: null, column: undefined }
    if (column.choice) {
      const ticked = columns.map(each => ({ each, cell: cellOf(each, row), choice: each.choice ?? '' }))
      const filled = ticked.filter(({ cell }) => cell !== null)
      return { read: readTicked(filled), column: filled.find(({ cell }) => tickOf(cell) === null)?.each ?? column }
    }
    const cell = column.part ? dayOfParts(columns, each => cellText(cellOf(each, row))) : cellOf(column, row)
    if (cell === null) return { read: null, column }
    return { read: readValue(cell, field, context, column.scale), column }
  }

  return {
    addTo(draft: Draft, { row, continued }: FilledRow, context: ParseContext): void {
      for (const field of fields) {
        const [column] = byField.get(field.key) ?? []
        if (!isList(field) || !column || continued.has(column.index)) continue
        const { read } = answer(field, row, context)
        if (!read) continue
        if ('problem' in read) draft.problems.push(about(field, column, `第 ${row.no} 行：${read.problem}`))
        else draft.values[field.key] = [...new Set([...asList(draft.values[field.key]), ...asList(read.value)])]
      }
    },

    read({ row, continued, begun }: FilledRow, section: string | null, context: ParseContext): Draft {
      const draft: Draft = { no: row.no, values: {}, warnings: [], problems: [] }
      for (const field of fields) {
        const inSection = field.key === mapping.section && section !== null
        const given: Answer = inSection
          ? { read: readValue(section, field, context, undefined), column: undefined }
          : answer(field, row, context)
        const { read, column } = given
        const usual = context.usual?.[field.key]
        if (column && field.type === 'number' && continued.has(column.index)) {
          const list = field.required ? draft.problems : draft.warnings
          list.push(about(field, column, `这个数和上面几行合在一格里，只算在第一行。请分开写。`))
        } else if (read && 'problem' in read) draft.problems.push(about(field, column, read.problem))
        else if (read) {
          draft.values[field.key] = read.value
          if (read.note) draft.warnings.push(about(field, column, read.note))
          if (column && field.type === 'number' && begun.has(column.index))
            draft.warnings.push(about(field, column, '这个数写在几行合并的格里，全算在这一行。'))
        } else if (usual !== undefined) draft.values[field.key] = usual
        else if (field.required) draft.problems.push(about(field, column, `还差“${field.label}”。`))
      }
      return draft
    },
  }
}

/** Numbers good rows that say the same, so that each is its own record and importing the file again finds each of them. */
function finisher(): (draft: Draft) => ParsedRow {
  const seen = new Map<string, { nth: number; first: number }>()
  return draft => {
    const print = rowFingerprint(draft.values)
    if (draft.problems.length > 0) return { ...draft, print, nth: 1, sameAs: null }
    const before = seen.get(print)
    seen.set(print, { nth: (before?.nth ?? 0) + 1, first: before?.first ?? draft.no })
    if (!before) return { ...draft, print, nth: 1, sameAs: null }
    const why = `和第 ${before.first} 行一模一样，先各算一条。写重了请删掉一行。`
    const warnings = [...draft.warnings, { column: '', index: null, why }]
    return { ...draft, warnings, print, nth: before.nth + 1, sameAs: before.first }
  }
}

/** 年, 月 and 日 of several columns as one text; null when all are empty. */
function dayOfParts(columns: readonly ColumnUse[], textOf: (column: ColumnUse) => string): string | null {
  const texts = new Map(columns.map(column => [column.part, plain(textOf(column)).replace(/[年月日号]/g, '')]))
  const year = texts.get('year')
  const month = texts.get('month')
  const day = texts.get('day')
  if (!day && !month) return null
  return `${year ? `${year}年` : ''}${month ? `${month}月` : ''}${day ? `${day}日` : ''}`
}

const about = (field: TargetField, column: ColumnUse | undefined, why: string): RowProblem => ({
  column: column?.head || field.label,
  index: column?.index ?? null,
  why,
})

const asList = (value: Value | undefined): readonly string[] =>
  typeof value === 'object' ? value : value === undefined ? [] : [String(value)]
