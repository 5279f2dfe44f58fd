import { addDays, firstDayOf, lastDayOf, monthNo, type Day } from '#base/day'
import { spanText } from '../days.ts'
import type { Say } from '../words.ts'

export type Span = { from: Day; to: Day }
export type SpanKey = 'year' | 'month' | 'quarter' | 'lastMonth' | 'lastYear' | 'five'
export const spanKeys: readonly SpanKey[] = ['year', 'quarter', 'month', 'lastMonth', 'lastYear', 'five']

/** The spans people mean: this year so far, this quarter, this month, the last ones, five years. */
export function spanOf(key: SpanKey, today: Day): Span {
  const month = monthNo(today)
  const year = Number(today.slice(0, 4))
  switch (key) {
    case 'year':
      return { from: `${year}-01-01`, to: today }
    case 'quarter':
      return { from: firstDayOf(month - (month % 3)), to: today }
    case 'month':
      return { from: firstDayOf(month), to: today }
    case 'lastMonth':
      return { from: firstDayOf(month - 1), to: lastDayOf(month - 1) }
    case 'lastYear':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
    case 'five':
      return { from: `${year - 4}-01-01`, to: today }
  }
}

/** The same days a year earlier. */
export const yearBefore = ({ from, to }: Span): Span => ({ from: earlier(from), to: earlier(to) })

const earlier = (day: Day): Day => {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return before.endsWith('-02-29') ? addDays(`${before.slice(0, 4)}-03-01`, -1) : before
}

/** A span in the sentence: its own name when it has one, otherwise its days. */
export function saySpan(span: Span, today: Day, t: Say): string {
  const key = spanKeys.find(each => {
    const known = spanOf(each, today)
    return known.from === span.from && known.to === span.to
  })
  return key && key !== 'year' ? t(`desk.span.${key}`) : spanText(span.from, span.to, today)
}
