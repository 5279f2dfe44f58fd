import { dayAt, lastDayOf, monthNo } from '#base/day'

/** 2026年3月8日, as documents write a day: no leading zeros. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** A moment in China's time: 2026年11月25日12:10. */
export const momentInWords = (milliseconds: number): string =>
  `${dayInWords(dayAt(milliseconds))}${new Date(milliseconds + 8 * 3_600_000).toISOString().slice(11, 16)}`

/** Both ends of a period as short as nothing is lost: whole years, whole months, or days. */
export function periodInWords(from: string, to: string): { from: string; to: string } {
  const whole = from.endsWith('-01') && to === lastDayOf(monthNo(to))
  const years = whole && from.endsWith('-01-01') && to.endsWith('-12-31')
  const word = (day: string) =>
    years ? `${day.slice(0, 4)}年` : whole ? `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月` : dayInWords(day)
  return { from: word(from), to: word(to) }
}

/** How many whole years a period has (2021-01-01 to 2025-12-31: five), or 0 when it is no such number. */
export function yearsOf(from: string, to: string): number {
  const months = monthNo(to) - monthNo(from) + 1
  const whole = from.endsWith('-01') && to === lastDayOf(monthNo(to)) && months % 12 === 0
  return whole ? months / 12 : 0
}
