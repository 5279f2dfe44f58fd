import { columnName } from './cell.ts'
import { choiceOf } from './choice-text.ts'
import { fits, type Evidence } from './column-evidence.ts'
import { dayPart, matchHead, matchPart, sexOf } from './head-match.ts'
import { headKeys, headName, headScale } from './head-names.ts'
import { OUR_HEADS } from './mapping.ts'
import type { ColumnUse, TargetField } from './sheet.ts'

const SERIAL = /^(?:序号?|编号|序列|项次|no|号)$/i
const PROPOSED = 0.4
/** Kinds whose cells say by themselves what they are. */
const PROVING: readonly string[] = ['day', 'choice', 'choices', 'yes-no']
/** How sure a guess from the cells alone can be. */
const BY_CELLS = 0.45

/** Proposes for every column a field or none, each field once, the surest first; then what several columns make together. */
export function assignColumns(
  heads: readonly (readonly string[])[],
  evidence: readonly Evidence[],
  fields: readonly TargetField[],
): { columns: ColumnUse[]; sums: Record<string, number[]> } {
  const keys = headKeys(heads)
  const uses = heads.map((parts, column): ColumnUse => {
    const about = {
      index: column,
      letter: columnName(column),
      head: parts.join(' / '),
      key: keys[column] ?? '',
      samples: evidence[column]?.samples ?? [],
    }
    const why = leftOut(parts)
    return { ...about, field: null, sure: 0, ...(why && { why }) }
  })
  const open = (column: number) => uses[column]?.field === null && uses[column]?.why === undefined
  const give = (column: number, field: TargetField, sure: number, more: Partial<ColumnUse> = {}) => {
    const use = uses[column]
    const scale = field.type === 'number' ? headScale(heads[column] ?? []) : 1
    if (use) uses[column] = { ...use, field: field.key, sure: round(sure), ...(scale > 1 && { scale }), ...more }
  }
  for (const { column, field, sure } of bestPairs(heads, evidence, fields)) if (open(column)) give(column, field, sure)
  const missing = () => fields.filter(({ key }) => uses.every(use => use.field !== key))
  for (const field of missing().filter(({ type }) => type === 'day'))
    for (const { column, part } of dayParts(heads, field, open))
      give(column, field, 0.85, { part, why: '年、月、日分在几列里，合起来是一天。' })
  for (const field of missing().filter(({ type }) => type === 'choices'))
    for (const { column, choice } of tickColumns(heads, evidence, field, open))
      give(column, field, 0.8, { choice, why: '打了勾就算这一样。' })
  for (const field of missing()) {
    const column = guessByCells(evidence, field, open)
    if (column !== null) give(column, field, BY_CELLS, { why: '表头没看懂，按格子里的内容猜的。' })
  }
  const sums: Record<string, number[]> = {}
  for (const field of missing().filter(({ type }) => type === 'number')) {
    const columns = womenAndMen(heads, field)
    if (columns) sums[field.key] = columns
  }
  return { columns: uses.map(use => withFill(use, evidence[use.index], fields)), sums }
}

type Pair = { column: number; field: TargetField; sure: number }

function bestPairs(
  heads: readonly (readonly string[])[],
  evidence: readonly Evidence[],
  fields: readonly TargetField[],
): Pair[] {
  const pairs: Pair[] = []
  for (const [column, parts] of heads.entries()) {
    if (leftOut(parts)) continue
    for (const field of fields) {
      const named = matchHead(parts, field)
      const seen = evidence[column]
      if (named === 0 || !seen) continue
      const fit = fits(seen, field)
      const proved = seen.filled > 0 && fit >= 0.9 && PROVING.includes(field.type) ? 0.1 : 0
      const sure = named * (0.55 + 0.45 * fit) + proved - (seen.filled === 0 ? 0.1 : 0)
      if (sure >= PROPOSED) pairs.push({ column, field, sure })
    }
  }
  pairs.sort((one, other) => other.sure - one.sure || one.column - other.column)
  const columns = new Set<number>()
  const given = new Set<string>()
  return pairs.filter(({ column, field }) => {
    if (columns.has(column) || given.has(field.key)) return false
    columns.add(column)
    given.add(field.key)
    return true
  })
}

/** Serial numbers and the columns we added ourselves the last time are never read. */
function leftOut(parts: readonly string[]): string | undefined {
  const name = headName(parts.at(-1) ?? '')
  if (SERIAL.test(name)) return '序号，不导入。'
  if (Object.values<string>(OUR_HEADS).includes(name)) return '上次导入时加的，不导入。'
  return undefined
}

/** 年, 月 and 日 in columns of their own, under the name of the day or side by side. */
function dayParts(heads: readonly (readonly string[])[], field: TargetField, open: (column: number) => boolean) {
  const found: { column: number; part: 'year' | 'month' | 'day' }[] = []
  for (const [column, parts] of heads.entries()) {
    const part = dayPart(parts)
    const named = parts.length === 1 || matchPart(parts, field) > 0
    if (part && named && open(column) && !found.some(other => other.part === part)) found.push({ column, part })
  }
  const complete = found.some(({ part }) => part === 'month') && found.some(({ part }) => part === 'day')
  return complete ? found : []
}

/** One column for each choice, ticked: under the field's name, or with nothing but ticks in it. */
function tickColumns(
  heads: readonly (readonly string[])[],
  evidence: readonly Evidence[],
  field: TargetField,
  open: (column: number) => boolean,
) {
  return heads.flatMap((parts, column) => {
    const choice = choiceOf(parts.at(-1) ?? '', field.choices ?? [])
    const seen = evidence[column]
    if (!choice?.sure || !seen || !open(column)) return []
    const ticks = matchPart(parts, field) > 0 ? seen.words < 0.5 : seen.ticks >= 0.8
    return ticks ? [{ column, choice: choice.value }] : []
  })
}

function guessByCells(
  evidence: readonly Evidence[],
  field: TargetField,
  open: (column: number) => boolean,
): number | null {
  if (field.type !== 'day' && field.type !== 'choice' && field.type !== 'choices') return null
  const fitting = evidence.flatMap((seen, column) => {
    const days = field.type !== 'day' || (seen.days >= 0.8 && seen.numbers < 0.5)
    return open(column) && seen.filled >= 2 && days && fits(seen, field) >= 0.8 ? [column] : []
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** 参加人数 over 男 and 女 without a total: the two together. */
function womenAndMen(heads: readonly (readonly string[])[], field: TargetField): number[] | null {
  const found = heads.flatMap((parts, column) => (matchPart(parts, field) > 0 ? [{ column, sex: sexOf(parts) }] : []))
  const sexes = found.map(({ sex }) => sex)
  return found.length === 2 && sexes.includes('men') && sexes.includes('women')
    ? found.map(({ column }) => column)
    : null
}

/** A unit or a day that is written only in the first of several rows holds for the rows below. */
function withFill(use: ColumnUse, seen: Evidence | undefined, fields: readonly TargetField[]): ColumnUse {
  const field = fields.find(({ key }) => key === use.field)
  const carried = field?.type === 'unit' || (field?.type === 'day' && field.required)
  if (!carried || !seen || use.part || use.choice) return use
  if (!seen.startsFilled || seen.filled === 0 || seen.blanks < 0.25 * (seen.blanks + seen.filled)) return use
  return { ...use, fill: true, sure: round(use.sure * 0.8), why: '有的格是空的，按上面一行的内容算。' }
}

const round = (sure: number): number => Math.round(Math.min(1, Math.max(0, sure)) * 100) / 100
