import { BEFORE_NOUN, IMPLIED_UNITS, MONEY_BEFORE, NOUN_UNITS, UNIT_WORDS } from './units.ts'

const FRAME = /(?:累计|总计|共计|合计|分别|已经?|就|均|共|达到?|为|超过?|突破|逾|近|约|有|至|到|是|:|了)+$/

/** A unit and where its words end; a unit read from a noun or from the words before takes no letters itself. */
export type FoundUnit = { unit: string; end: number }

const byFirst = new Map<string, typeof UNIT_WORDS>()
for (const word of UNIT_WORDS) {
  const first = word.printed.charAt(0)
  byFirst.set(first, [...(byFirst.get(first) ?? []), word])
}

/** The unit printed at `from`: a classifier, a measure, a sign. 名 and 位 give 人, 场次 gives 场. */
export function printedUnit(text: string, from: number): FoundUnit | null {
  for (const { printed, unit, not } of byFirst.get(text.charAt(from)) ?? []) {
    if (!text.startsWith(printed, from)) continue
    const end = from + printed.length
    if (not?.test(text.slice(end, end + 4))) continue
    return { unit, end }
  }
  return null
}

/** The unit of the noun that follows a number without a classifier: 14万群众 is in 人, 66高校 in 所. */
export function nounUnit(text: string, from: number): FoundUnit | null {
  const ahead = text.slice(from, from + 24)
  // 农村妇女: 妇女 may be the noun or stand before one (妇女干部), so every place between is tried.
  for (let at = 0; ; ) {
    for (const { printed, unit, not } of NOUN_UNITS) {
      if (ahead.startsWith(printed, at) && !not?.test(ahead.slice(at + printed.length))) return { unit, end: from }
    }
    const skipped = BEFORE_NOUN.exec(ahead.slice(at))?.[0].length ?? 0
    if (skipped === 0) return null
    at += skipped
  }
}

/** The unit that the words before a number without a unit ask for: 参与人数达, 贷款总额突破. */
export function impliedUnit(text: string, numberStart: number, value: number): string | null {
  const before = text.slice(Math.max(0, numberStart - 16), numberStart).replace(FRAME, '')
  for (const [pattern, unit] of IMPLIED_UNITS) if (pattern.test(before)) return unit
  return value >= 1e4 && MONEY_BEFORE.test(before) ? '元' : null
}
