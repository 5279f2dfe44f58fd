import { addDays } from '#base/day'
import { attribute, elements } from './xml.ts'

/** What a number format makes of a number: nothing, a day, a month without its day, a day without its year, a time, both. */
export type Shown = 'number' | 'day' | 'month' | 'no-year' | 'time' | 'day-and-time'

// Built-in formats by ECMA-376 §18.8.30 and its list for Chinese (zh-CN); the rest are numbers or stand in the file.
const BUILT_IN: Record<number, Shown> = {
  ...spread('day', [14, 15, 30, 31]),
  ...spread('month', [17, 27, 36, 50, 52, 57]),
  ...spread('no-year', [16, 28, 29, 51, 53, 54, 58]),
  ...spread('time', [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]),
  ...spread('day-and-time', [22]),
}

function spread(shown: Shown, ids: readonly number[]): Record<number, Shown> {
  return Object.fromEntries(ids.map(id => [id, shown]))
}

/** What each cell style of a workbook (the `s` of a cell) shows, from styles.xml. */
export function shownByStyle(styles: string): Shown[] {
  const own = new Map(
    elements(styles, 'numFmt').map(({ tag }) => [
      Number(attribute(tag, 'numFmtId')),
      shownBy(attribute(tag, 'formatCode') ?? ''),
    ]),
  )
  const cells = elements(styles, 'cellXfs')[0]?.inner ?? ''
  return Array.from(cells.matchAll(/<(?:\w+:)?xf\s([^>]*)>/g), ([, tag = '']) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    return own.get(id) ?? BUILT_IN[id] ?? 'number'
  })
}

/** What a format code shows: yyyy"年"m"月"d"日", [$-804]aaaa, #,##0.00_);[Red]… Only its first section counts. */
export function shownBy(code: string): Shown {
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';', 1)
    .join('')
    .toLowerCase()
    .replace(/general|am\/pm|a\/p/g, found => (found === 'general' ? '' : 'h'))
  const time = /[hs]/.test(bare)
  const year = /y|e(?!\+)/.test(bare) && !/[0#]e/.test(bare)
  const day = /d|aaa/.test(bare)
  if (!time && !year && !day) return /^m+$/.test(bare) ? 'month' : 'number'
  if (!year && !day) return 'time'
  if (time) return 'day-and-time'
  if (!day) return 'month'
  return year ? 'day' : 'no-year'
}

/** A serial number as 'YYYY-MM-DD', with ' HH:MM' when it has a part of a day. Null outside 1900–2100. */
export function serialDay(serial: number, since1904: boolean): string | null {
  // Serials are rounded to seconds, so that 23:59:59.9999 is the next day and not a minute short of it.
  const seconds = Math.round(serial * 86_400)
  const whole = Math.floor(seconds / 86_400)
  if (!(serial >= 1) || whole > 73_050) return null
  const zero = since1904 ? '1904-01-01' : whole < 60 ? '1899-12-31' : '1899-12-30'
  const rest = seconds - whole * 86_400
  return addDays(zero, whole) + (rest > 0 ? ` ${clock(rest)}` : '')
}

/** The time of day of a serial number, 'HH:MM'. */
export const serialTime = (serial: number): string => clock(Math.round((serial % 1) * 86_400))

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60) % 1440
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** A day as the serial number of a sheet that counts from 1900; null before 1900-03-01, where Excel's calendar is wrong. */
export function daySerial(day: string): number | null {
  const serial = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
  return serial >= 61 ? serial : null
}
