import type { Quantity } from './figure.ts'
import { counts, isRound, type Taken } from './counting.ts'
import { governedByAtLeast, hedgeAfter, hedgeBefore } from './hedges.ts'
import { type Numeral, numeralAt, runEnd } from './numerals.ts'
import { guardedUnit } from './guarded.ts'
import { impliedUnit, nounUnit, printedUnit } from './unit.ts'

const NUMERAL_START = /[\d零〇一二两三四五六七八九十百千万亿]/
const JOINT = /^(?:、|和|与|及|至|到|[-—~–～]{1,2}|,)/
const LONGEST_LIST = 12
const POINTS = /^个?[百千]分点/
const SPAN = /^(?:至|到|[-—~–～]{1,2})/

/**
 * Every number of `text` that has a unit: behind it, behind the last number of its list (1.2和3.4个百分点), in the
 * noun that follows (8万群众), or in the words before (参与人数达11917). Ranges give their two ends.
 * Positions set in `mask` are left out.
 */
export function findCounts(text: string, mask: Uint8Array): Quantity[] {
  const found: Quantity[] = []
  let index = 0
  while (index < text.length) {
    if (mask[index] || !NUMERAL_START.test(text.charAt(index))) {
      index++
      continue
    }
    const quantities = countsAt(text, index)
    found.push(...quantities)
    index = Math.max(quantities.at(-1)?.end ?? 0, numeralAt(text, index)?.end ?? runEnd(text, index))
  }
  return found
}

function countsAt(text: string, from: number): Quantity[] {
  const numerals = listAt(text, from)
  const last = numerals.at(-1)
  if (!last || /第|[A-Za-z]/.test(text.charAt(from - 1))) return []
  const unit = unitOf(text, last)
  if (!unit || !numerals.every(numeral => counts(text, numeral, unit.taken)))
    return numerals.length > 1 ? alone(text, from) : []
  const range = numerals.length === 2 && SPAN.test(text.slice(numerals[0]?.end ?? 0))
  return numerals.map((numeral, place) => {
    const ends = numeral === last ? unit.end : numeral.end
    const quantity = quantityOf(text, numeral, ends, unit.unit)
    return range && quantity.bound === null ? { ...quantity, bound: place === 0 ? 'over' : 'under' } : quantity
  })
}

/** A first number of what looked like a list may still have a unit of its own in its noun or the words before. */
function alone(text: string, from: number): Quantity[] {
  const numeral = numeralAt(text, from)
  const unit = numeral ? unitOf(text, numeral) : null
  return numeral && unit && counts(text, numeral, unit.taken) ? [quantityOf(text, numeral, unit.end, unit.unit)] : []
}

/** The numbers of a list that share the unit behind the last of them; mostly there is one. */
function listAt(text: string, from: number): Numeral[] {
  const points = pointsAt(text, from)
  if (points.length > 1) return points
  const numerals: Numeral[] = []
  let at = from
  while (numerals.length < LONGEST_LIST) {
    const numeral = numeralAt(text, at)
    if (!numeral || (numerals.length > 0 && numeral.han !== numerals[0]?.han)) break
    numerals.push(numeral)
    if (printedUnit(text, numeral.end) || (numerals.length > 1 && numeral.value >= 1e4 && nounUnit(text, numeral.end)))
      return numerals
    const joint = JOINT.exec(text.slice(numeral.end, numeral.end + 2))
    if (!joint || numeral.bare) break
    at = numeral.end + joint[0].length
  }
  return numerals.slice(0, 1)
}

/** 下降5个和5.7个千分点: the first 个 belongs to the points named once, at the end of the list. */
function pointsAt(text: string, from: number): Numeral[] {
  const numerals: Numeral[] = []
  let at = from
  while (numerals.length < LONGEST_LIST) {
    const numeral = numeralAt(text, at)
    if (!numeral) return []
    numerals.push(numeral)
    if (POINTS.test(text.slice(numeral.end, numeral.end + 4))) return numerals
    const joint = /^个(?:、|和|与|及|,)/.exec(text.slice(numeral.end, numeral.end + 2))
    if (!joint) return []
    at = numeral.end + joint[0].length
  }
  return []
}

function unitOf(text: string, numeral: Numeral): { unit: string; end: number; taken: Taken } | null {
  const guarded = guardedUnit(text, numeral)
  if (guarded === 'none') return null
  if (guarded) return { ...guarded, taken: 'guarded' }
  const printed = printedUnit(text, numeral.end)
  if (printed) return { ...printed, taken: 'printed' }
  if (/^[年月日号时分点后版世]/.test(text.slice(numeral.end))) return null
  if (numeral.han && numeral.value < 1e4) return null
  const isYear = numeral.value >= 1900 && numeral.value < 2100 && numeral.end - numeral.start === 4
  const noun = isYear ? null : nounUnit(text, numeral.end)
  if (noun) return { ...noun, taken: 'noun' }
  const implied = impliedUnit(
    text,
    hedgeBefore(text, numeral.start, isRound(text, numeral))?.at ?? numeral.start,
    numeral.value,
  )
  if (!implied) return null
  return isYear && !/[,。;、]|$/.test(text.charAt(numeral.end))
    ? null
    : { unit: implied, end: numeral.end, taken: 'implied' }
}

function quantityOf(text: string, numeral: Numeral, end: number, unit: string): Quantity {
  const before = hedgeBefore(text, numeral.start, isRound(text, numeral))
  const after = hedgeAfter(text, end)
  const hedge = before ?? after
  const atLeast =
    !hedge &&
    !numeral.over &&
    numeral.value <= 20 &&
    governedByAtLeast(text.slice(Math.max(0, numeral.start - 120), numeral.start))
  return {
    start: before?.at ?? numeral.start,
    end: after?.at ?? end,
    value: numeral.value,
    unit,
    approx: numeral.over || (hedge?.approx ?? false),
    bound: hedge?.bound ?? (numeral.over || atLeast ? 'over' : null),
    form: 'count',
  }
}
