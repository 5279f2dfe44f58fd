import { joinLines, type Line, linesOf } from './breaks.ts'
import { claim } from './claim.ts'
import { type Clean, cleanText, pinyinAt } from './clean.ts'
import { clauseOf, type Span } from './clauses.ts'
import { findCounts } from './counts.ts'
import { findCoverage } from './coverage.ts'
import type { Level, Quantity, ReadFigure } from './figure.ts'
import { kindOf } from './kind.ts'
import { sentenceAround } from './marks.ts'
import { measureOf } from './measure.ts'
import { maskNames } from './names.ts'
import { ownerInClause, ownerOf, tierOf } from './owner.ts'
import { ownPart } from './parts.ts'
import { periodOf, wholePeriod } from './period.ts'
import { type Proposal, propose, type Term, termsIn } from './propose.ts'
import { findRanks } from './ranks.ts'
import { findShares } from './shares.ts'
import { findStructures } from './structures.ts'

/** What the caller knows of the report better than its text says. */
export type ReadOptions = { level?: Level; orgName?: string }

/**
 * Reads a report (plain text; Simplified or Traditional; with printing noise) and gives every quantitative figure in
 * the order of the text: the clause and the number as printed, the value with its normalised unit, hedge, measure,
 * period, kind, and the catalogue system proposed. Statements that place the federation without a number
 * (位居全国前列) come with value null. Same text, same figures: nothing is asked of clock, chance or disk.
 */
export function readReport(text: string, options: ReadOptions = {}): ReadFigure[] {
  const clean = joinLines(cleanText(text))
  const lines = linesOf(clean.text)
  const quantities = findQuantities(clean.text, lines)
  const told = ownerOf(clean.text)
  const owner = { level: options.level ?? told.level, orgName: options.orgName ?? told.orgName }
  const whole = wholePeriod(clean.text)
  const report = { original: text, clean, lines, all: quantities, owner, whole, terms: termsIn(clean.text) }
  let before: Told | null = null
  return quantities.map(quantity => {
    const told = tellOf(report, quantity, before)
    before = told
    return told.figure
  })
}

/** Every quantity of cleaned text, without what a heading only repeats. */
export function findQuantities(text: string, lines: Line[]): Quantity[] {
  const mask = maskNames(text)
  const claims = new Uint8Array(text.length)
  const found: Quantity[] = []
  for (const statement of [...findStructures(text), ...findShares(text), ...findRanks(text)]) {
    if (!claim(claims, statement.start, statement.end)) continue
    found.push(statement)
    mask.fill(1, statement.start, statement.end)
  }
  found.push(...findCounts(text, mask), ...findCoverage(text))
  found.sort((one, two) => one.start - two.start || one.end - two.end)
  return found.filter(quantity => !repeatsInHeading(text, lines, quantity, found))
}

/** 十大案例 in a heading or a caption is the title of what the text tells below. */
function repeatsInHeading(text: string, lines: Line[], quantity: Quantity, all: Quantity[]): boolean {
  if (quantity.form !== 'title') return false
  const headed = (one: Quantity): boolean =>
    lines.some(line => line.heading && line.start <= one.start && one.end <= line.end)
  const noun = text.slice(quantity.start, quantity.end + 2)
  return (
    headed(quantity) && all.some(one => one !== quantity && !headed(one) && text.slice(one.start, one.end + 2) === noun)
  )
}

type Report = {
  original: string
  clean: Clean
  lines: Line[]
  all: Quantity[]
  owner: { level: Level; orgName: string | null }
  whole: string | null
  terms: Term[]
}
type Told = { figure: ReadFigure; proposal: Proposal; sentence: Span }

function tellOf(report: Report, quantity: Quantity, before: Told | null): Told {
  const { all, lines } = report
  const { text } = report.clean
  const clause = clauseOf(text, quantity, all)
  const sentence = sentenceAround(text, quantity.start)
  const proposal = propose(text, report.terms, quantity, {
    clause,
    sentence,
    all,
    earlier: sentenceBefore(text, sentence),
    heading: headingAbove(text, lines, quantity),
    before: before && before.sentence.start === sentence.start ? before.proposal : null,
  })
  return { figure: figureOf(report, quantity, clause, sentence, proposal), proposal, sentence }
}

function figureOf(report: Report, quantity: Quantity, clause: Span, sentence: Span, proposal: Proposal): ReadFigure {
  const { original, clean, all, whole } = report
  const { text } = clean
  const words = text.slice(clause.start, clause.end)
  const kind = kindOf(text, quantity, clause)
  const owner = ownerInClause(words, report.owner)
  const own = ownPart(text, quantity, clause, all)
  const raw = cut(original, clean, quantity, false)
  const told = cut(original, clean, clause, true)
  const { value, unit, approx, bound } = quantity
  return {
    sentence: told.words,
    raw: raw.words,
    value,
    unit,
    approx,
    bound,
    measure: measureOf(text, quantity, clause, all),
    system: proposal.system,
    confidence: proposal.confidence,
    level: owner.level,
    tier: tierOf(text.slice(own.start, own.end), owner.level),
    orgName: owner.orgName,
    period: periodOf(words, text.slice(sentence.start, clause.start), whole, kind === 'flow'),
    comparison: comparisonOf(text, quantity, clause, sentence),
    kind,
    offset: raw.at,
    length: raw.length,
    clauseOffset: told.at,
    clauseLength: told.length,
  }
}

/** The stretch as it stands in the original, without the line breaks inside; a clause keeps the noise at its end. */
function cut(
  original: string,
  clean: Clean,
  span: Span,
  whole: boolean,
): { words: string; at: number; length: number } {
  const at = clean.at[span.start] ?? 0
  const last = (clean.at[span.end - 1] ?? at) + 1
  const end = whole ? last + pinyinAt(original, last) : last
  return { words: original.slice(at, end).replace(/[\r\n]+\s*/g, ''), at, length: end - at }
}

function sentenceBefore(text: string, sentence: Span): string {
  if (sentence.start < 2 || text.charAt(sentence.start - 1) === '\n') return ''
  const before = sentenceAround(text, sentence.start - 1)
  return text.slice(before.start, before.end)
}

function headingAbove(text: string, lines: Line[], quantity: Quantity): string {
  const above = lines.filter(line => line.heading && line.end <= quantity.start).at(-1)
  return above ? text.slice(above.start, above.end) : ''
}

/** What a value is held against in the clause behind it: 比上届提高…, 高于全国平均水平. */
function comparisonOf(text: string, quantity: Quantity, clause: Span, sentence: Span): string | null {
  if (quantity.form === 'first') return text.slice(quantity.start, quantity.end)
  const next = /^,?((?:比|较|高于|低于|高出|居|位居|位列)[^,。;!?\n]*)/.exec(text.slice(clause.end, sentence.end))?.[1]
  return next && quantity.unit !== null && ['%', '岁', '1/10万', '‰'].includes(quantity.unit) ? next : null
}
