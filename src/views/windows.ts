import { addDays, firstDayOf, lastDayOf, monthNo, type Day } from '#base/day'

/** The columns of a question: the whole period, its years or its months, each cut to the days asked for. */
export type Grain = 'none' | 'years' | 'months'
/** How the database's functions of figures are told it. */
export const grainNo: Record<Grain, number> = { none: 0, years: 1, months: 2 }
/** `col` is 0, the year, or the month's number. */
export type Window = { readonly col: number; readonly from: Day; readonly to: Day }

export function windowsOf(from: Day, to: Day, grain: Grain): Window[] {
  if (grain === 'none') return [{ col: 0, from, to }]
  const [first, last] = [monthNo(from), monthNo(to)]
  const step = grain === 'years' ? 12 : 1
  const windows: Window[] = []
  for (let col = Math.floor(first / step); col <= Math.floor(last / step); col++) {
    const [begin, end] = [firstDayOf(col * step), lastDayOf(col * step + step - 1)]
    windows.push({ col, from: begin < from ? from : begin, to: end > to ? to : end })
  }
  return windows
}

/** The whole months of a period (`first` > `last`: none), and the days before and after them. */
export type Span = { readonly first: number; readonly last: number; readonly edges: { from: Day; to: Day }[] }

export function spanOf(from: Day, to: Day): Span {
  const first = from === firstDayOf(monthNo(from)) ? monthNo(from) : monthNo(from) + 1
  const last = to === lastDayOf(monthNo(to)) ? monthNo(to) : monthNo(to) - 1
  if (first > last) return { first, last, edges: [{ from, to }] }
  const edges = []
  if (from < firstDayOf(first)) edges.push({ from, to: addDays(firstDayOf(first), -1) })
  if (to > lastDayOf(last)) edges.push({ from: addDays(lastDayOf(last), 1), to })
  return { first, last, edges }
}

/** Before any work was ever recorded: where a stock begins to be counted. */
export const beginning: Day = '1900-01-01'
