import { cellText, isErrorText, plainNumber } from './cell.ts'
import { readChoices, readYesNo } from './choice-text.ts'
import { readDay, type DayContext } from './day-text.ts'
import { readPersons, readText, readUnits } from './name-text.ts'
import { readNumber } from './number-text.ts'
import type { Cell, ParsedRow, Read, TargetField } from './sheet.ts'

export type Value = ParsedRow['values'][string]

/** What is known beside the sheet. `unit` finds a unit by its name; without it the name itself is the value. */
export type ParseContext = DayContext & {
  readonly unit?: (name: string) => Read<string | number>
  /** Values for fields the sheet has no column for, or left empty (the unit that reports). */
  readonly usual?: ParsedRow['values']
}

/** Reads one cell that is not empty as a field. */
export function readValue(
  cell: Cell,
  field: TargetField,
  context: ParseContext,
  scale: number | undefined,
): Read<Value> {
  if (typeof cell === 'string' && isErrorText(cell.trim()))
    return { problem: `这格的公式出错了（${cell.trim()}）。请改成要填的内容。` }
  if (field.type === 'text') return readText(cell, field.max)
  if (field.type === 'number') return inBounds(readNumber(cell, scale), field)
  if (field.type === 'day') return readDay(cell, field.past ? context : { ...context, today: undefined })
  if (field.type === 'yes-no') return readYesNo(cell, field.label)
  if (field.type === 'choices') return readChoices(cell, field)
  if (field.type === 'choice') return only(readChoices(cell, field))
  if (field.type === 'people') return atMost(readPersons(cell, true), field)
  if (field.type === 'person') return only(readPersons(cell, false))
  const name = only(readUnits(cell))
  return 'value' in name && context.unit ? context.unit(name.value) : name
}

/** A sum of several cells (男 + 女); empty ones count nothing, all empty is no value. */
export function readSum(cells: readonly Cell[], field: TargetField, scale: number | undefined): Read<Value> | null {
  let total = 0
  let notes = ''
  const filled = cells.filter(cell => cellText(cell) !== '')
  for (const cell of filled) {
    const read = readNumber(cell, scale)
    if ('problem' in read) return read
    total += read.value
    notes += read.note ?? ''
  }
  if (filled.length === 0) return null
  return inBounds(notes ? { value: total, note: notes } : { value: total }, field)
}

/** Reads one choice for each ticked cell. */
export function readTicked(ticked: readonly { cell: Cell; choice: string }[]): Read<Value> | null {
  const values: string[] = []
  for (const { cell, choice } of ticked) {
    const read = readYesNo(cell)
    if ('problem' in read) return { problem: `“${cellText(cell)}”看不出有没有打勾。有就打“√”，没有就空着。` }
    if (read.value) values.push(choice)
  }
  return values.length > 0 ? { value: values } : null
}

function inBounds(read: Read<number>, { label, whole, min, max }: TargetField): Read<number> {
  if ('problem' in read) return read
  const shown = plainNumber(read.value)
  if (whole && !Number.isInteger(read.value)) return { problem: `“${label}”要写整数，这里是 ${shown}。` }
  if (min !== undefined && read.value < min)
    return { problem: `“${label}”不能少于 ${plainNumber(min)}，这里是 ${shown}。` }
  if (max !== undefined && read.value > max)
    return { problem: `“${label}”写的是 ${shown}，太大了。请看看是不是多写了零。` }
  return read
}

function atMost(read: Read<string[]>, { max }: TargetField): Read<string[]> {
  if ('problem' in read || max === undefined || read.value.length <= max) return read
  return { problem: `这格写了 ${read.value.length} 个名字，最多 ${max} 个。请分成几行写。` }
}

function only(read: Read<string[]>): Read<string> {
  if ('problem' in read) return read
  return { ...(read.note && { note: read.note }), value: read.value[0] ?? '' }
}
