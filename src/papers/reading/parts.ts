import type { Span } from './clauses.ts'
import type { Quantity } from './figure.ts'
import { within } from './within.ts'

const LONGEST = 120
const JOINT = /[、,和与及]/

/**
 * The stretch of a clause that belongs to one figure: from the figure before it to the figure behind it. Where the
 * number stands before its noun (3.3万个妇女之家、3.2万个妇女微家), the noun behind the earlier number is the earlier's.
 */
export function ownPart(text: string, quantity: Quantity, clause: Span, all: Quantity[]): Span {
  if (quantity.about) return quantity.about
  const others = within(all, clause.start, clause.end).filter(one => one.end <= clause.end && one !== quantity)
  const before = others.filter(one => one.end <= quantity.start).at(-1)
  const after = others.find(one => one.start >= quantity.end)
  const start = before ? Math.max(clause.start, afterNoun(text, before, quantity)) : clause.start
  const mine = after && standsBeforeNoun(text, quantity) ? afterNoun(text, quantity, after) : after?.start
  const end = Math.min(clause.end, mine ?? clause.end)
  return { start, end }
}

/** The part of a list (parted by 、) that holds the figure, within its own stretch. */
export function itemAround(text: string, quantity: Quantity, own: Span): Span {
  let { start, end } = quantity
  while (start > own.start && text.charAt(start - 1) !== '、') start--
  while (end < own.end && text.charAt(end) !== '、') end++
  return { start, end }
}

/**
 * The figures that share one list of numbers with this one, in order: 31.2%、29.8%和34.05%, 1.2和3.4个百分点.
 * A figure that stands alone is its own list.
 */
export function listOf(text: string, quantity: Quantity, all: Quantity[]): Quantity[] {
  const near = within(all, quantity.start - LONGEST, quantity.end + LONGEST)
  const here = near.indexOf(quantity)
  const list = [quantity]
  for (const before of near.slice(0, here).reverse()) {
    if (!joined(text, before, list[0] ?? quantity)) break
    list.unshift(before)
  }
  for (const after of near.slice(here + 1)) {
    if (!joined(text, list.at(-1) ?? quantity, after)) break
    list.push(after)
  }
  return list
}

function standsBeforeNoun(text: string, quantity: Quantity): boolean {
  return /[\p{Script=Han}“]/u.test(text.charAt(quantity.end)) && !JOINT.test(text.charAt(quantity.end))
}

/** Where the noun behind `one` ends: at the last joint before `two`, or at `two` itself; at once if it has no noun. */
function afterNoun(text: string, one: Quantity, two: Quantity): number {
  if (!standsBeforeNoun(text, one)) return one.end
  for (let at = two.start - 1; at > one.end; at--) if (JOINT.test(text.charAt(at))) return at + 1
  return one.end
}

function joined(text: string, one: Quantity, two: Quantity): boolean {
  return one.unit === two.unit && /^(?:、|和|与|及|以及|,)$/.test(text.slice(one.end, two.start))
}
