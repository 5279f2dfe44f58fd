const STOPS = '。!?\n'
// Text that lost its marks must not make every figure read the whole of it.
const LONGEST = 1500

/** The sentence around a position: between full stops (。!?) or line ends. */
export function sentenceAround(text: string, at: number): { start: number; end: number } {
  let start = at
  while (start > 0 && at - start < LONGEST && !STOPS.includes(text.charAt(start - 1))) start--
  let end = at
  while (end < text.length && end - at < LONGEST && !STOPS.includes(text.charAt(end))) end++
  return { start, end }
}

/**
 * The quotation around a position, or null. A lost mark must not swallow a page: a quotation ends within 40
 * characters, in its line, before the next one opens, and holds no full stop.
 */
export function quoteAround(text: string, at: number): { start: number; end: number } | null {
  return pairAround(text, at, '“', '”', 40)
}

/** The title (《…》) around a position, or null. */
export function titleAround(text: string, at: number): { start: number; end: number } | null {
  return pairAround(text, at, '《', '》', 60)
}

/** The brackets around a position, or null. */
export function bracketAround(text: string, at: number): { start: number; end: number } | null {
  return pairAround(text, at, '(', ')', 40)
}

export function insideQuotes(text: string, at: number): boolean {
  return quoteAround(text, at) !== null
}

function pairAround(text: string, at: number, open: string, close: string, most: number) {
  let start = at
  for (;;) {
    const letter = text.charAt(start)
    if (letter === open && start < at) break
    if (start <= 0 || at - start > most || letter === '\n' || (letter === close && start < at)) return null
    start--
  }
  let end = at
  for (;;) {
    const letter = text.charAt(end)
    if (letter === close) return { start, end: end + 1 }
    if (end >= text.length || end - start > most || letter === '\n' || (letter === open && end > at)) return null
    end++
  }
}
