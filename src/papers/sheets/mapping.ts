import { createHash } from 'node:crypto'
import { cellText } from './cell.ts'
import type { FilledRow } from './fill-down.ts'
import { headKeys } from './head-names.ts'
import type { ColumnUse, Mapping, TargetField } from './sheet.ts'
import type { RowRules } from './skip-row.ts'

/** What is remembered of a confirmed mapping: for each head its field (null: left out) with how it is read. */
export type RememberedUse = Pick<ColumnUse, 'field' | 'part' | 'choice' | 'fill' | 'scale'>
export type Remembered = Readonly<Record<string, RememberedUse | string | null>>

/** The columns a register is given back with; they are never read in again. */
export const OUR_HEADS = {
  receipt: '收条号',
  reason: '为什么没有导入',
  note: '要您看一眼',
  result: '导入结果',
} as const

/**
 * The fingerprint of a register's shape: the same for the next file with the same heads, wherever the head stands, in whatever
 * order the columns are, and whatever year is in them. 32 hexadecimal digits.
 */
export function mappingKey(heads: readonly (readonly string[])[]): string {
  const ours: string[] = Object.values(OUR_HEADS)
  const keys = headKeys(heads).filter(key => key !== '' && !ours.includes(key))
  return createHash('sha256').update(JSON.stringify(keys.sort())).digest('hex').slice(0, 32)
}

/** What to keep of a mapping that a person has confirmed, under its `fingerprint`. */
export function rememberMapping(mapping: Mapping): Record<string, RememberedUse> {
  const kept: Record<string, RememberedUse> = {}
  for (const { key, field, part, choice, fill, scale } of mapping.columns) {
    if (key === '') continue
    kept[key] = {
      field,
      ...(part && { part }),
      ...(choice && { choice }),
      ...(fill && { fill }),
      ...(scale && { scale }),
    }
  }
  return kept
}

/**
 * The mapping with what a person said, now or the last time, by the `key` of each column (or its letter). Columns not spoken of
 * stay as recognised; a field given to one column is taken from the one it was proposed for. A bare field name keeps how the
 * column was recognised when it is the same field.
 */
export function recallMapping<M extends Mapping>(mapping: M, remembered: Remembered): M {
  const columns = mapping.columns.map(column =>
    spokenOf(column, remembered[Object.hasOwn(remembered, column.key) ? column.key : column.letter]),
  )
  const said = columns.filter(({ sure }) => sure === 1)
  const cleared = columns.map((use): ColumnUse => {
    const taken =
      use.sure < 1 && said.some(other => other.field !== null && other.field === use.field && !together(use, other))
    return taken ? unused(use) : use
  })
  const chosen = new Set(said.map(({ field }) => field))
  const sums = Object.fromEntries(Object.entries(mapping.sums).filter(([field]) => !chosen.has(field)))
  const section = chosen.has(mapping.section) ? null : mapping.section
  return { ...mapping, columns: cleared, sums, section }
}

function spokenOf(column: ColumnUse, said: RememberedUse | string | null | undefined): ColumnUse {
  if (said === undefined) return column
  if (said === null) return { ...unused(column), sure: 1 }
  if (typeof said === 'object') return { ...unused(column), ...said, sure: 1 }
  if (said === column.field) return { ...column, sure: 1 }
  return { ...unused(column), field: said, sure: 1, ...(column.scale && { scale: column.scale }) }
}

function unused({ index, letter, head, key, samples }: ColumnUse): ColumnUse {
  return { index, letter, head, key, samples, field: null, sure: 0 }
}

const together = (one: ColumnUse, other: ColumnUse): boolean =>
  Boolean((one.part && other.part) || (one.choice && other.choice))

/** The places of the columns that are read, each once. */
export function usedColumns({ columns, sums }: Pick<Mapping, 'columns' | 'sums'>): number[] {
  const mapped = columns.flatMap(({ field, index }) => (field === null ? [] : [index]))
  return [...new Set([...mapped, ...Object.values(sums).flat()])]
}

/** By what rows below the head of a mapping are left out. */
export function rulesOf(mapping: Mapping): RowRules {
  const { headRows, heads, title } = mapping
  return { headTo: headRows.at(-1) ?? 0, heads, title, used: usedColumns(mapping) }
}

export const isList = ({ type }: TargetField): boolean => type === 'people' || type === 'choices'

/**
 * Whether a row is a part of the record above it: what a record needs is merged down from there, and the row adds nothing but
 * to lists (names one below the other).
 */
export function continuesRecord(mapping: Mapping, fields: readonly TargetField[]): (row: FilledRow) => boolean {
  const used = usedColumns(mapping)
  const kinds = new Map(fields.map(field => [field.key, field]))
  const needed = mapping.columns.filter(({ field }) => field !== null && kinds.get(field)?.required)
  const lists = new Set(
    mapping.columns.flatMap(({ field, index }) => {
      const kind = field === null ? undefined : kinds.get(field)
      return kind && isList(kind) ? [index] : []
    }),
  )
  return ({ row, continued }) =>
    needed.some(({ index }) => continued.has(index)) &&
    used.every(index => continued.has(index) || lists.has(index) || cellText(row.cells[index]) === '')
}

export const partOf = (no: number): string => `和第 ${no} 行是同一条，合在一起了。`
