/** A calendar day in China, 'YYYY-MM-DD'. Days are compared as strings. */
export type Day = string

/** Is this text an existing calendar day between 1900 and 2100? */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** The day `count` days after (or, negative, before) `day`. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** The day in China (UTC+8, no summer time) at an instant given in milliseconds. */
export function dayAt(milliseconds: number): Day {
  return new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** The hour of the day in China at an instant given in milliseconds. */
export const hourAt = (milliseconds: number): number => new Date(milliseconds + 8 * 3_600_000).getUTCHours()

/** Month number as stored: year × 12 + month − 1. */
export const monthNo = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** First day of a month number. */
export const firstDayOf = (month: number): Day =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`

/** Last day of a month number. */
export const lastDayOf = (month: number): Day =>
  `${firstDayOf(month).slice(0, 8)}${daysIn(Math.floor(month / 12), (month % 12) + 1)}`

/** Number of days in a month (1–12). */
export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
