import type { Quantity } from './figure.ts'
import { bracketAround, quoteAround, titleAround } from './marks.ts'

export type Span = { start: number; end: number }

const ENDS = ',。;!?:\n '
const WITHIN = /(?:中|里|内|方面)$/

/**
 * The clause of a figure: from mark to mark, where a mark inside quotes or brackets does not count, and where 、
 * parts clauses only behind a finished figure (副主席4208人、执委18766人), not inside a list of nouns or of numbers.
 * A figure in a title is read with the title alone. A clause that only says where (…班子中) goes with the next.
 */
export function clauseOf(text: string, quantity: Quantity, all: Quantity[]): Span {
  const title = titleAround(text, quantity.start)
  if (title) return title
  let { start, end } = quantity
  while (start > 0 && !isEnd(text, start - 1, quantity, all)) start--
  while (end < text.length && !isEnd(text, end, quantity, all)) end++
  const before = text.charAt(start - 1) === ',' ? placeBefore(text, start - 1, all) : null
  return trim(text, { start: before ?? start, end })
}

function isEnd(text: string, at: number, quantity: Quantity, all: Quantity[]): boolean {
  const letter = text.charAt(at)
  if (letter === '、') return partsFigures(text, at, all) && !enclosed(text, at, quantity)
  if (!ENDS.includes(letter))
    return letter === '…' || (letter === '—' && text.charAt(at + 1) === '—' && !enclosed(text, at, quantity))
  if (letter === '\n') return true
  return !enclosed(text, at, quantity)
}

/** A mark is inside quotes or brackets that the figure itself is outside of; or both are inside the same quotes. */
function enclosed(text: string, at: number, quantity: Quantity): boolean {
  const around = quoteAround(text, at) ?? titleAround(text, at) ?? bracketAround(text, at)
  if (!around) return false
  if (/[。!?]/.test(text.slice(around.start, around.end - 2))) return false
  return quantity.start >= around.end || quantity.end <= around.start || !all8(text, around)
}

/** A long quotation is somebody's speech, and its marks part clauses as any other. */
function all8(text: string, around: Span): boolean {
  return around.end - around.start > 26 || /[。;]/.test(text.slice(around.start, around.end))
}

function partsFigures(text: string, at: number, all: Quantity[]): boolean {
  const ended = all.find(one => one.end === at || (one.end < at && /^[)”]+$/.test(text.slice(one.end, at))))
  if (!ended || ended.form === 'share') return false
  return !all.some(one => one.start === at + 1)
}

/** Where a short clause of place that holds no figure begins, when the clause ends at `comma`. */
function placeBefore(text: string, comma: number, all: Quantity[]): number | null {
  let start = comma
  while (start > 0 && !`${ENDS}、`.includes(text.charAt(start - 1))) start--
  const words = text.slice(start, comma)
  if (words.length < 4 || words.length > 24 || !WITHIN.test(words)) return null
  return all.some(one => one.start >= start && one.end <= comma) ? null : start
}

function trim(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /[\s,、。;:”)]/.test(text.charAt(start))) start++
  while (end > start && /[\s,、。;:“(]/.test(text.charAt(end - 1))) end--
  return { start, end }
}
