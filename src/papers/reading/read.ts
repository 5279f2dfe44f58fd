import { joinLines, linesOf } from './breaks.ts'
import { cleanText } from './clean.ts'
import { type Span, clauseOf } from './clauses.ts'
import { findCounts } from './counts.ts'
import { findCoverage } from './coverage.ts'
import type { Quantity, ReadFigure } from './figure.ts'
import { sentenceAround } from './marks.ts'
import { maskNames } from './names.ts'
import { propose } from './propose.ts'
import { findRanks } from './ranks.ts'
import { findShares } from './shares.ts'
import { findStructures } from './structures.ts'

export function findQuantities(text: string): Quantity[] {
  const mask = maskNames(text)
  const kept: Quantity[] = []
  const statements = [...findStructures(text), ...findShares(text), ...findRanks(text)]
  for (const one of statements) {
    if (kept.some(other => one.start < other.end && other.start < one.end)) continue
    kept.push(one)
    mask.fill(1, one.start, one.end)
  }
  kept.push(...findCounts(text, mask))
  kept.push(...findCoverage(text))
  return kept.sort((one, two) => one.start - two.start)
}

export function readReport(text: string): ReadFigure[] {
  const clean = joinLines(cleanText(text))
  const quantities = findQuantities(clean.text)
  const cut = (span: Span): { words: string; from: number; length: number } => {
    const from = clean.at[span.start] ?? 0
    const to = (clean.at[span.end - 1] ?? 0) + 1
    return { words: text.slice(from, to).replace(/[\r\n]+\s*/g, ''), from, length: to - from }
  }
  const lines = linesOf(clean.text)
  return quantities.map(q => {
    const span = clauseOf(clean.text, q, quantities)
    const clause = cut(span)
    const sentence = sentenceAround(clean.text, q.start)
    const before = sentence.start > 0 && clean.text.charAt(sentence.start - 1) !== '\n' ? sentenceAround(clean.text, sentence.start - 1) : { start: 0, end: 0 }
    const headingLine = lines.filter(l => l.heading && l.end <= q.start).at(-1)
    const setting = { clause: span, sentence, earlier: clean.text.slice(before.start, before.end), heading: headingLine ? clean.text.slice(headingLine.start, headingLine.end) : '', all: quantities }
    const { system, confidence } = propose(clean.text, q, setting)
    const raw = cut(q)
    return {
      sentence: clause.words, raw: raw.words, value: q.value, unit: q.unit, approx: q.approx, bound: q.bound,
      measure: '', system, confidence, level: 'province', tier: null, orgName: null, period: null, comparison: null,
      kind: 'flow', offset: raw.from, length: raw.length,
    }
  })
}
