import { addDays, type Day } from './day.ts'

/** Days off besides weekends, and weekend days that are worked instead. */
export type Calendar = { readonly off: ReadonlySet<Day>; readonly worked: ReadonlySet<Day> }

/**
 * Public holidays and make-up working days as the State Council's office gave notice of them each year (国务院办公厅关于部分节假日安排的通知);
 * the next year's are published in November and are added as a setting until they stand here.
 */
const published: Readonly<Record<string, { readonly off: readonly string[]; readonly worked: readonly string[] }>> = {
  2023: {
    off: ['01-01/01-02', '01-21/01-27', '04-05', '04-29/05-03', '06-22/06-24', '09-29/10-06', '12-30/12-31'],
    worked: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  },
  2024: {
    off: ['01-01', '02-10/02-17', '04-04/04-06', '05-01/05-05', '06-10', '09-15/09-17', '10-01/10-07'],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    off: ['01-01', '01-28/02-04', '04-04/04-06', '05-01/05-05', '05-31/06-02', '10-01/10-08'],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: ['01-01/01-03', '02-15/02-23', '04-04/04-06', '05-01/05-05', '06-19/06-21', '09-25/09-27', '10-01/10-07'],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
}

/** The published calendar, with days off and days worked that a setting adds. */
export function calendarWith(off: readonly Day[] = [], worked: readonly Day[] = []): Calendar {
  const years = Object.entries(published)
  return {
    off: new Set([...years.flatMap(([year, of]) => of.off.flatMap(span => daysOf(year, span))), ...off]),
    worked: new Set([...years.flatMap(([year, of]) => of.worked.map(day => `${year}-${day}`)), ...worked]),
  }
}

function daysOf(year: string, span: string): Day[] {
  const [first = span, last = first] = span.split('/')
  const days = [`${year}-${first}`]
  while ((days.at(-1) ?? '') < `${year}-${last}`) days.push(addDays(days.at(-1) ?? '', 1))
  return days
}

/** 工作日: not a day off, and no Saturday or Sunday unless it is worked. */
export function isWorkday(day: Day, { off, worked }: Calendar): boolean {
  if (worked.has(day)) return true
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !off.has(day)
}

/** The day on which a span of so many working days ends; it begins the day after `from` (Civil Code 201). */
export function afterWorkdays(from: Day, count: number, calendar: Calendar): Day {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkday(day, calendar)) left--
  }
  return day
}
