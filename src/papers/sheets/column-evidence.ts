import { cellText, isDayCell } from './cell.ts'
import { readChoices, tickOf } from './choice-text.ts'
import { readDay } from './day-text.ts'
import { readNumber } from './number-text.ts'
import { saysDitto, saysNothing, tight } from './plain-text.ts'
import type { Cell, TargetField } from './sheet.ts'

/** What stands in a column, from a sample of its cells: how many, and which share (0–1) reads as what. */
export type Evidence = {
  readonly filled: number
  readonly blanks: number
  readonly startsFilled: boolean
  readonly days: number
  readonly numbers: number
  readonly ticks: number
  readonly words: number
  readonly samples: readonly string[]
  readonly cells: readonly Cell[]
}

const MOST_SAMPLES = 4

/** Weighs the cells of one column, blanks included. */
export function weigh(cells: readonly Cell[]): Evidence {
  const filled = cells.filter(cell => cell !== null && !saysNothing(cellText(cell)) && !saysDitto(cellText(cell)))
  const share = (is: (cell: Cell) => boolean) => (filled.length === 0 ? 0 : filled.filter(is).length / filled.length)
  const samples = new Set(filled.map(cell => cellText(cell)))
  return {
    filled: filled.length,
    blanks: cells.filter(cell => cellText(cell) === '').length,
    startsFilled: cells[0] !== null && cells[0] !== undefined,
    // A year to stand in for the title's: only the shape matters here.
    days: share(cell => 'value' in readDay(cell, { year: 2000, month: 1 })),
    numbers: share(cell => !isDayCell(cell) && 'value' in readNumber(cell)),
    ticks: share(cell => tickOf(cell) !== null),
    words: share(
      cell => typeof cell === 'string' && /\p{Script=Han}{2}|[A-Za-z]{3}/u.test(tight(cell).replace(/^\d.*$/, '')),
    ),
    samples: [...samples].slice(0, MOST_SAMPLES),
    cells: filled,
  }
}

/** Which share of a column's cells reads as this field, 0–1; 1 for an empty column, which speaks for nothing. */
export function fits(evidence: Evidence, field: TargetField): number {
  if (evidence.filled === 0) return 1
  if (field.type === 'day') return evidence.days
  if (field.type === 'number') return evidence.numbers
  if (field.type === 'yes-no') return evidence.ticks
  if (field.type === 'person' || field.type === 'people' || field.type === 'unit') return evidence.words
  if (field.type !== 'choice' && field.type !== 'choices') return 1
  return evidence.cells.filter(cell => 'value' in readChoices(cell, field)).length / evidence.filled
}
