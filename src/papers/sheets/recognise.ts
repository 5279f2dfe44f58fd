import { assignColumns } from './assign-columns.ts'
import { weigh } from './column-evidence.ts'
import { mergeFiller } from './fill-down.ts'
import { findHead } from './find-head.ts'
import { lookAt, type Grid, type Look } from './grid.ts'
import { continuesRecord, mappingKey, partOf, rulesOf, usedColumns } from './mapping.ts'
import type { Cell, Mapping, Recognised, Row, SkippedRow, TargetField } from './sheet.ts'
import { headingReason, skipReason, unitHeading, type RowRules } from './skip-row.ts'
import { saidAbove, titleAbove } from './said-above.ts'

const SAMPLE = 80

/**
 * Recognises a register from its first rows (300 or so; all of a small one) and its merges. Without a head every column is
 * offered unmapped but for what its cells say by themselves.
 */
export function recogniseRegister(grid: Grid, fields: readonly TargetField[]): Recognised {
  const look = lookAt(grid)
  const head = findHead(look, fields)
  const heads = head?.columns ?? Array.from({ length: look.width }, () => [])
  const [from, to] = head ? [head.from, head.to] : [0, 0]
  const above = grid.rows.filter(({ no }) => no < from)
  const below = grid.rows.filter(({ no }) => no > to)
  const title = titleAbove(above)
  const named = heads.flatMap((parts, column) => (parts.length > 0 ? [column] : []))
  const draft: RowRules = { headTo: to, heads, used: named, title }
  const sample = below.filter(row => skipReason(row, draft) === null).slice(0, SAMPLE)
  const evidence = heads.map((_, column) => weigh(sample.map(({ no }) => sampleCell(look, no, column))))
  const assigned = assignColumns(heads, evidence, fields)
  const rules: RowRules = { ...draft, used: usedColumns(assigned) }
  const unmapped = fields.filter(
    ({ key }) => assigned.columns.every(({ field }) => field !== key) && assigned.sums[key] === undefined,
  )
  const section = unmapped.find(({ type }) => type === 'unit')?.key ?? null
  const mapping: Mapping = {
    ...assigned,
    headRows: head ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [],
    heads,
    section: below.some(row => unitHeading(row, rules) !== null) ? section : null,
    title,
    fingerprint: mappingKey(heads),
  }
  const missing = unmapped.filter(({ required, key }) => required && key !== mapping.section).map(({ key }) => key)
  return {
    ...mapping,
    ...countRows(grid, mapping, fields),
    ...saidAbove(above, grid.name),
    missing,
    sure: surety(mapping, fields, missing),
  }
}

/** Of a merge running across, only its first column is a sample; one running down counts in every row it covers. */
function sampleCell(look: Look, no: number, column: number): Cell {
  const merge = look.mergeAt(no, column)
  return merge && merge.left !== column ? null : look.cell(no, column)
}

function countRows({ rows, merges }: Grid, mapping: Mapping, fields: readonly TargetField[]) {
  const rules = rulesOf(mapping)
  const fill = mergeFiller(merges)
  const continues = continuesRecord(mapping, fields)
  const skipped: SkippedRow[] = []
  const records: number[] = []
  for (const row of rows) {
    const filled = fill(row)
    const heading = mapping.section === null ? null : unitHeading(row, rules)
    const why = outside(row, mapping) ?? (heading ? headingReason(heading) : skipReason(filled.row, rules))
    const before = records.at(-1)
    if (why === null && before !== undefined && continues(filled)) skipped.push({ no: row.no, why: partOf(before) })
    else if (why === null) records.push(row.no)
    else skipped.push({ no: row.no, why })
  }
  return { skipped, firstRow: records[0] ?? 0, lastRow: records.at(-1) ?? 0, count: records.length }
}

function outside({ no }: Row, { headRows }: Mapping): string | null {
  if (no < (headRows[0] ?? 0)) return '表头上面的标题，不算。'
  return headRows.includes(no) ? '表头，不算。' : null
}

function surety(mapping: Mapping, fields: readonly TargetField[], missing: readonly string[]): number {
  if (missing.length > 0) return 0
  const sureOf = (key: string) => {
    const sures = mapping.columns.filter(({ field }) => field === key).map(({ sure }) => sure)
    return Math.max(mapping.sums[key] || mapping.section === key ? 0.7 : 0, ...sures)
  }
  const needed = fields.filter(({ required }) => required)
  if (needed.length > 0) return Math.min(...needed.map(({ key }) => sureOf(key)))
  return Math.max(0, ...mapping.columns.map(({ sure }) => sure))
}
