import type { Look } from './grid.ts'
import { matchHead, matchPart } from './head-match.ts'
import { plain } from './plain-text.ts'
import type { Row, TargetField } from './sheet.ts'

/** The rows of the head and, for every column, its heads from top to bottom. */
export type Head = { readonly from: number; readonly to: number; readonly columns: readonly (readonly string[])[] }

const LOOKED_THROUGH = 40
const DEEPEST = 4

/**
 * The head of a register: the one to four rows under which the columns name the most fields. Null when no row names any:
 * then there is none.
 */
export function findHead(look: Look, fields: readonly TargetField[]): Head | null {
  let best: { head: Head; score: number } | undefined
  for (const [at, row] of look.rows.slice(0, LOOKED_THROUGH).entries()) {
    for (let depth = 1; depth <= DEEPEST; depth++) {
      const lower = look.rows[at + depth - 1]
      if (!lower || lower.no !== row.no + depth - 1) break
      const upper = look.rows[at + depth - 2]
      if (depth > 1 && !(upper && isStacked(look, upper, lower))) break
      const head = headOf(look, row.no, lower.no)
      const score = scoreOf(look, head, fields)
      if (score > (best?.score ?? 0)) best = { head, score }
    }
  }
  return best && best.score >= 0.75 ? best.head : null
}

function headOf(look: Look, from: number, to: number): Head {
  const columns: string[][] = []
  for (let column = 0; column < look.width; column++) {
    const parts: string[] = []
    for (let n = from; n <= to; n++) {
      const text = plain(look.text(n, column) || (n < to ? inheritedGroup(look, n, column) : ''))
      if (text !== '' && text !== parts.at(-1)) parts.push(text)
    }
    columns.push(parts)
  }
  return { from, to, columns }
}

/** Without merges (text with commas) a group stands over its first column only, and the columns right of it are blank. */
function inheritedGroup(look: Look, n: number, column: number): string {
  if (look.text(n + 1, column) === '' || look.mergeAt(n, column)) return ''
  for (let left = column - 1; left >= 0; left--) {
    if (look.text(n + 1, left) === '') return ''
    const text = look.text(n, left)
    if (text !== '') return look.mergeAt(n, left) ? '' : text
  }
  return ''
}

/**
 * Is `lower` the second row of a head that begins in `upper`? Then its words stand only under groups or under nothing, and
 * one group at least has two of them. A title over everything is no group, nor is 填报单位：…
 */
function isStacked(look: Look, upper: Row, lower: Row): boolean {
  let groups = 0
  let under = 0
  let owner = -1
  let heads = 0
  for (let column = 0; column < look.width; column++) {
    const merge = look.mergeAt(lower.no, column)
    const continued = merge !== undefined && merge.top + 1 < lower.no
    const above = look.text(upper.no, column)
    const aboveMerge = look.mergeAt(upper.no, column)
    const begins = above !== '' && (!aboveMerge || aboveMerge.left === column)
    if (begins) {
      owner = column
      under = 0
      heads++
      if (isPair(above) || looksLikeData(above)) return false
    }
    const text = continued ? '' : look.text(lower.no, column)
    if (text === '') continue
    if (looksLikeData(text) || text.length > 24) return false
    const wide = aboveMerge ? aboveMerge.right > aboveMerge.left : look.text(upper.no, column + 1) === ''
    if (begins && !wide) return false
    if (owner >= 0 && (aboveMerge?.left === owner || above === '' || begins) && ++under === 2) groups++
  }
  return groups > 0 && heads > 1
}

/** 填报单位：…, but not 其中：女性. */
const isPair = (text: string): boolean => /^(?!其中).*[:：]/.test(text)

/** What no head would say: a number, a day, a tick. */
const looksLikeData = (text: string): boolean =>
  /^[\d.,，+%-]+$|^\d+(?:人|人次|场|次|户|元)$|^\d{2,4}[年./-]\d{1,2}|^\d{1,2}月\d{1,2}|^[√✓✔×]$/.test(plain(text))

function scoreOf(look: Look, head: Head, fields: readonly TargetField[]): number {
  // Stacked rows have proved themselves by their groups; without this the lowest row alone often names as much.
  let score = 0.3 * (head.to - head.from)
  for (const field of fields) {
    let best = 0
    for (const parts of head.columns) best = Math.max(best, matchHead(parts, field), matchPart(parts, field))
    if (best >= 0.5) score += best
  }
  const words = new Set<string>()
  for (const [column, parts] of head.columns.entries()) {
    const text = look.text(head.to, column)
    if (looksLikeData(text)) score -= 0.4
    else if (isPair(text) || text.length > 30) score -= 0.3
    else if (parts.length > 0 && !words.has(parts.join('/'))) score += 0.05
    words.add(parts.join('/'))
  }
  return words.size < 2 && look.width > 1 ? score - 1 : score
}
