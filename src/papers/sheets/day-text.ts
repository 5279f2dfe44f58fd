import { daysIn, isDay, type Day } from '#base/day'
import { cellText, isDayCell } from './cell.ts'
import { serialDay } from './number-format.ts'
import { brief, plain } from './plain-text.ts'
import type { Cell, DayCell, Read } from './sheet.ts'

/** What the sheet around a cell says of its day: the year and month of the title; `today` refuses what is still to come. */
export type DayContext = { readonly year?: number; readonly month?: number; readonly today?: Day }

const SEP = '[-./。·、,，\\\\_—–]'
type Found = { year?: number; month: number; day: number; end: number; note?: string }
type Pattern = readonly [RegExp, (part: (no: number) => number) => Omit<Found, 'end'>]

// In this order: the longer and the plainer first. `part(n)` is the n-th group as a number.
const WHOLE: readonly Pattern[] = [
  [/^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?/, part => ({ year: part(1), month: part(2), day: part(3) })],
  [/^'?(\d{2})年(\d{1,2})月(\d{1,2})[日号]?/, part => ({ year: century(part(1)), month: part(2), day: part(3) })],
  [
    new RegExp(`^(\\d{4}) ?[${SEP.slice(1, -1)}年] ?(\\d{1,2}) ?[${SEP.slice(1, -1)}月] ?(\\d{1,2})[日号]?(?!\\d)`),
    part => ({ year: part(1), month: part(2), day: part(3) }),
  ],
  [/^(\d{4}) (\d{1,2}) (\d{1,2})(?!\d)/, part => ({ year: part(1), month: part(2), day: part(3) })],
  [/^((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)/, part => ({ year: part(1), month: part(2), day: part(3) })],
  [/^(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)/, part => abroad(part(1), part(2), part(3))],
  [
    new RegExp(`^'?(\\d{2}) ?${SEP} ?(\\d{1,2}) ?${SEP} ?(\\d{1,2})[日号]?(?!\\d)`),
    part => ({ year: century(part(1)), month: part(2), day: part(3) }),
  ],
  [/^(\d\d)([01]\d)([0-3]\d)$/, part => ({ year: century(part(1)), month: part(2), day: part(3) })],
]
const WITHOUT_YEAR: readonly Pattern[] = [
  [/^(\d{1,2})月(\d{1,2})[日号]?/, part => ({ month: part(1), day: part(2) })],
  [/^(\d{1,2}) ?[-./。·、,，] ?(\d{1,2})[日号]?(?![\d月])/, part => ({ month: part(1), day: part(2) })],
]
const MONTH_ONLY =
  /^(?:\d{4}|'?\d{2}(?=年)) ?[-./。·年] ?\d{1,2} ?月?(?:份|[上中下]旬|初|中|底|末)?$|^(?:19|20)\d\d(?:0[1-9]|1[0-2])$|^\d{1,2}月(?:份|[上中下]旬|初|中|底|末)?$/
const AFTERWARDS =
  /^(?:[ ,，T]*(?:\(.*\)|(?:上午|下午|早上|早晨|中午|晚上|晚|全天|半天|星期.|周.|礼拜.)+)?[ ,，]*(?:\d{1,2}(?:[:：点时]\d{0,2}分?(?::\d\d)?(?:\.\d+)?Z?)+(?: ?[-—–~至到] ?\d{1,2}(?:[:：点时]\d{0,2}分?)+)?)?[ 。.,，]*)$/

/**
 * The day a cell says, in any of the ways people write it; a problem names the words and what to write. Years of two
 * digits: 00–49 are this century. The first of several days is taken, with a note.
 */
export function readDay(cell: Cell, context: DayContext): Read<Day> {
  const read = isDayCell(cell)
    ? storedDay(cell, context)
    : typeof cell === 'number'
      ? numberDay(cell, context)
      : textDay(cellText(cell), context)
  if ('value' in read && context.today && read.value > context.today)
    return { problem: stillToCome(read.value, context.today) }
  return read
}

function storedDay(cell: DayCell, context: DayContext): Read<Day> {
  const { day } = cell
  if (cell.shown === 'month') return { problem: onlyMonth(`${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`) }
  if (!isDay(day) || day < '1920-01-01')
    return { problem: `这里读出来是${inWords(day)}，不像真的。请写成 2024年3月8日 这样。` }
  if (cell.shown !== 'no-year' || !context.year || context.year === Number(day.slice(0, 4))) return { value: day }
  const moved = `${context.year}${day.slice(4)}`
  if (!isDay(moved)) return { problem: notInCalendar(context.year, Number(day.slice(5, 7)), Number(day.slice(8))) }
  return { value: moved, note: `表里没显示年份，按标题记成${inWords(moved)}。` }
}

function numberDay(value: number, context: DayContext): Read<Day> {
  if (Number.isInteger(value) && value > 100_000) return textDay(String(value), context)
  const day = storedSerial(value)
  if (day) return { value: day }
  const text = String(value)
  // 3.1 is what Excel makes of 3.10 too.
  if (/^(?:[1-9]|1[0-2])\.[123]$/.test(text)) {
    const [month, tenth] = text.split('.')
    return {
      problem: `“${text}”分不清是${month}月${tenth}日还是${month}月${tenth}0日。请写成 ${month}月${tenth}日 这样。`,
    }
  }
  return textDay(text, context)
}

/** Excel's own number of a day (1949 to 2099), when a date lost its format. */
const storedSerial = (value: number): Day | null =>
  value >= 18_000 && value < 73_051 ? (serialDay(value, false)?.slice(0, 10) ?? null) : null

function textDay(raw: string, context: DayContext): Read<Day> {
  const text = hanDigits(plain(raw)).replace(/^(?:活动)?(?:时间|日期|于|自|从)[: ]*/, '')
  if (/(?:初[一二三四五六七八九十]|正月|腊月|冬月|农历|阴历)/.test(plain(raw)))
    return { problem: `“${brief(raw)}”像是农历。请写成公历，如 2024年3月8日。` }
  if (MONTH_ONLY.test(text)) return { problem: onlyMonth(brief(raw)) }
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? storedSerial(Number(text)) : null
  if (serial) return { value: serial }
  const whole = firstOf(WHOLE, text)
  const found = whole ?? dayOfMonth(text, context) ?? firstOf(WITHOUT_YEAR, text)
  if (!found) return { problem: notUnderstood(raw) }
  const year = found.year ?? context.year
  if (!year) return { problem: `“${brief(raw)}”没写年份。请写成 2024年3月8日 这样。` }
  const { month, day } = found
  if (year < 1900 || year > 2100) return { problem: notUnderstood(raw) }
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return { problem: notInCalendar(year, month, day) }
  const value = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const rest = text.slice(found.end)
  if (AFTERWARDS.test(rest)) return found.note ? { value, note: found.note } : { value }
  if (/^ ?(?:\(.{1,6}\))? ?(?:-+|[—–~、,，和及至到])+ ?\d[\d年月日号./\- :()（）周星期一二三四五六日]*$/.test(rest))
    return { value, note: `“${brief(raw)}”写了不止一天，按第一天${inWords(value)}记下。` }
  return { problem: notUnderstood(raw) }
}

function firstOf(patterns: readonly Pattern[], text: string): Found | null {
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(text)
    if (found) return { ...make(no => Number(found[no])), end: found[0].length }
  }
  return null
}

/** 8日 alone, or 21-23日, when the title gives the month. */
function dayOfMonth(text: string, { month }: DayContext): Found | null {
  const found = /^(\d{1,2})(?:[日号]|(?=[-—–~至到、,，]\d{1,2}[日号]$))/.exec(text)
  return found && month ? { month, day: Number(found[1]), end: found[0].length } : null
}

function abroad(first: number, second: number, year: number): Omit<Found, 'end'> {
  if (first > 12) return { year, month: second, day: first }
  const note = second <= 12 && first !== second ? `按先月后日，记成${year}年${first}月${second}日。` : undefined
  return { year, month: first, day: second, ...(note ? { note } : {}) }
}

const century = (year: number): number => year + (year < 50 ? 2000 : 1900)

const HAN = '〇零○一二三四五六七八九'
/** Han numerals before 年, 月, 日 and 号 as digits: 二〇二四年三月廿八日. */
function hanDigits(text: string): string {
  return text
    .replace(/元月/g, '1月')
    .replace(/([〇零○一二三四五六七八九]{2,4})(?=年)/g, (_, run: string) => Array.from(run, hanDigit).join(''))
    .replace(/([一二三四五六七八九十廿卅]{1,3})(?=[月日号])/g, (_, run: string) => String(hanTens(run)))
    .replace(/(月)([一二三四五六七八九十廿卅]{1,3})$/g, (_, month: string, run: string) => month + hanTens(run))
}

const hanDigit = (letter: string): number => Math.max(0, HAN.indexOf(letter) - 2)

function hanTens(run: string): number {
  const tens = run.replace('廿', '二十').replace('卅', '三十')
  const [before, after] = tens.split('十')
  if (after === undefined) return Number(Array.from(tens, hanDigit).join(''))
  return (before ? hanDigit(before) : 1) * 10 + (after ? hanDigit(after) : 0)
}

/** 2024年3月8日 */
export const inWords = (day: Day): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

const notUnderstood = (raw: string): string => `“${brief(raw)}”看不出是哪天。请写成 2024年3月8日 这样。`
const onlyMonth = (words: string): string => `“${words}”只写到月。请写清是哪一天。`
const notInCalendar = (year: number, month: number, day: number): string =>
  `${year}年${month}月${day}日，日历上没有这一天。请改成对的日子。`

function stillToCome(day: Day, today: Day): string {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  const advice = isDay(before) && before <= today ? `是不是${inWords(before)}？` : '请改成已经过去的日子。'
  return `${inWords(day)}还没到。${advice}`
}
