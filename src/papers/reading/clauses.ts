import type { Quantity } from './figure.ts'
import { bracketAround, quoteAround, titleAround } from './marks.ts'
import { within } from './within.ts'

export type Span = { start: number; end: number }

const ENDS = ',。;!?:\n '
const LONGEST = 300
const WITHIN = /(?:中|里|内|方面)$/

/**
 * The clause of a figure: from mark to mark, where a mark inside quotes or brackets does not count, and where 、
 * parts clauses only behind a finished figure (主席12人、委员86人), not inside a list of nouns or of numbers.
 * A figure in a title is read with the title alone. A clause that only says where (…班子中) goes with the next.
 */
export function clauseOf(text: string, quantity: Quantity, all: Quantity[]): Span {
  const title = titleAround(text, quantity.start)
  if (title) return title
  let { start, end } = quantity
  while (start > 0 && quantity.start - start < LONGEST && !isEnd(text, start - 1, quantity, all)) start--
  while (end < text.length && end - quantity.end < LONGEST && !isEnd(text, end, quantity, all)) end++
  const before = text.charAt(start - 1) === ',' ? placeBefore(text, start - 1, all) : null
  return trim(text, { start: before ?? start, end })
}

function isEnd(text: string, at: number, quantity: Quantity, all: Quantity[]): boolean {
  const letter = text.charAt(at)
  if (letter === '\n' || letter === '…') return true
  if (letter === '、') return partsFigures(text, at, all) && !enclosed(text, at, quantity)
  if (letter === '—') return text.charAt(at + 1) === '—' && !enclosed(text, at, quantity)
  if (letter === '(' || letter === ')') return bracketsList(text, quantity)
  return ENDS.includes(letter) && !enclosed(text, at, quantity)
}

/**
 * A mark inside quotes, a title or brackets parts nothing for a figure outside of them, nor for one in the same short
 * quotation; a list in brackets and a long quotation, which is somebody's speech, are parted as any text.
 */
function enclosed(text: string, at: number, quantity: Quantity): boolean {
  const bracket = bracketAround(text, at)
  const around = quoteAround(text, at) ?? titleAround(text, at) ?? bracket
  if (!around || /[。!?]/.test(text.slice(around.start, around.end - 2))) return false
  const outside = quantity.start >= around.end || quantity.end <= around.start
  return (
    outside ||
    (around !== bracket && around.end - around.start <= 26 && !text.slice(around.start, around.end).includes(';'))
  )
}

/** (其中:主席1人,副主席1人): figures in brackets that hold a list are apart from the words outside. */
function bracketsList(text: string, quantity: Quantity): boolean {
  const bracket = bracketAround(text, quantity.start)
  return bracket !== null && /[,;:]/.test(text.slice(bracket.start, bracket.end))
}

function partsFigures(text: string, at: number, all: Quantity[]): boolean {
  const ended = within(all, at - 30, at).find(
    one => one.end === at || (one.end < at && /^[)”]+$/.test(text.slice(one.end, at))),
  )
  if (!ended || ended.form === 'share') return false
  return within(all, at + 1, at + 2).length === 0
}

/** Where a short clause of place that holds no figure begins, when the clause ends at `comma`. */
function placeBefore(text: string, comma: number, all: Quantity[]): number | null {
  let start = comma
  while (start > 0 && !`${ENDS}、`.includes(text.charAt(start - 1))) start--
  const words = text.slice(start, comma)
  if (words.length < 4 || words.length > 24 || !WITHIN.test(words)) return null
  return within(all, start, comma).length > 0 ? null : start
}

function trim(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /[\s,、。;:”)]/.test(text.charAt(start))) start++
  while (end > start && /[\s,、。;:“(]/.test(text.charAt(end - 1))) end--
  return { start, end }
}
