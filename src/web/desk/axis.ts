import type { Day } from '#base/day'
import { daysBetween } from '../days.ts'

export type Axis = { readonly from: Day; readonly days: number; readonly years: readonly number[] }

/** One axis for many terms: whole years, from before the first to after the last, at least three years around today. */
export function axisOf(spans: readonly { from: Day; to: Day }[], today: Day): Axis {
  const yearOf = (day: Day) => Number(day.slice(0, 4))
  const now = yearOf(today)
  const first = Math.max(now - 12, Math.min(now - 1, ...spans.map(span => yearOf(span.from))))
  const last = Math.min(now + 8, Math.max(now + 2, ...spans.map(span => yearOf(span.to) + 1)))
  const step = last - first > 8 ? 2 : 1
  const years = Array.from({ length: Math.ceil((last - first) / step) }, (_, i) => first + i * step).filter(
    year => year > first && year !== now && year !== now + 1,
  )
  return { from: `${first}-01-01`, days: daysBetween(`${first}-01-01`, `${last}-01-01`), years }
}

/** Where a day stands on the axis, in per cent of its length. */
export const placeOn = (axis: Axis, day: Day): number =>
  Math.round(Math.min(100, Math.max(0, (daysBetween(axis.from, day) / axis.days) * 100)) * 10) / 10
