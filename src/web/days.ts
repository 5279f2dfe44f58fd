import { addDays, dayAt, isDay, type Day } from '#base/day'
import i18next from 'i18next'

const english = () => i18next.language === 'en'
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['日', '一', '二', '三', '四', '五', '六']
const englishWeekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The day in China on this device's clock; where the account's own day is known (`me.today`), use that. */
export const todayHere = (): Day => dayAt(Date.now())

/** 11月19日, with the year only when it is not this one. Anything that is no day comes back as it is. */
export function dayText(day: string, today: Day = todayHere()): string {
  if (!isDay(day)) return day
  return day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : longDay(day)
}

/** 2026年11月19日 */
export function longDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return english() ? `${date} ${months[month - 1]} ${year}` : `${year}年${month}月${date}日`
}

const shortDay = (day: Day): string => {
  const [, month, date] = day.split('-').map(Number) as [number, number, number]
  return english() ? `${date} ${months[month - 1]}` : `${month}月${date}日`
}

/** 星期四 */
export function weekday(day: Day): string {
  const index = new Date(`${day}T00:00:00Z`).getUTCDay()
  return english() ? (englishWeekdays[index] ?? '') : `星期${weekdays[index]}`
}

/** 12:10, the clock in China of an instant (ISO text). */
export const clockOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)

/** 今天11:51, 昨天17:02, 11月17日: relative only for the last two days. */
export function momentText(at: string, today: Day = todayHere()): string {
  const day = dayAt(Date.parse(at))
  if (day === today) return english() ? `today ${clockOf(at)}` : `今天${clockOf(at)}`
  if (day === addDays(today, -1)) return english() ? `yesterday ${clockOf(at)}` : `昨天${clockOf(at)}`
  return dayText(day, today)
}

/** 今天11月19日, 昨天11月18日, otherwise the day alone: as a form says it. */
export function saidDay(day: Day, today: Day): string {
  if (day === today) return english() ? `Today, ${dayText(day, today)}` : `今天${dayText(day, today)}`
  if (day === addDays(today, -1)) return english() ? `Yesterday, ${dayText(day, today)}` : `昨天${dayText(day, today)}`
  return dayText(day, today)
}

/** 1月1日到此刻, 2021年1月1日—2025年12月31日. */
export function spanText(from: Day, to: Day, today: Day = todayHere()): string {
  if (to >= today) return english() ? `${longDay(from)} to now` : `${longDay(from)}到此刻`
  return english() ? `${longDay(from)} – ${longDay(to)}` : `${longDay(from)}—${longDay(to)}`
}

/** Whole days from one day to another. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** 还剩5天, 还剩8个月, 逾期12天, 今天: days below sixty, then months. */
export function leftText(due: Day, today: Day): string {
  const left = daysBetween(today, due)
  const size = Math.abs(left)
  const amount = english()
    ? size < 60
      ? `${size} ${size === 1 ? 'day' : 'days'}`
      : `${Math.floor(size / 30.4)} months`
    : size < 60
      ? `${size}天`
      : `${Math.floor(size / 30.4)}个月`
  if (left === 0) return english() ? 'today' : '今天'
  if (left < 0) return english() ? `${amount} late` : `逾期${amount}`
  return english() ? `${amount} left` : `还剩${amount}`
}
