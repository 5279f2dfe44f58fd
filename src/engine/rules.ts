import { calendarWith } from '#base/workdays'
import { settingsAt } from '#federation/setting'
import { usualRules, type Programme, type Rules } from '#language'
import { houseSettings, limitKey } from '#programmes/settings'
import type { Queryable } from '#store/database'

/** Does anything a unit may decide bear on this programme's orders? */
export const hasRules = (programme: Programme): boolean => programme.pattern.limits !== undefined

/** The limits and the calendar in force at a unit for a programme. */
export async function rulesAt(db: Queryable, programme: Programme, unit: number): Promise<Rules> {
  const { limits } = programme.pattern
  const usual = usualRules(limits)
  if (!limits) return usual
  const decided = await settingsAt(db, unit)
  // settled when they were kept
  const days = (key: string) => decided.get(key)?.value as readonly string[] | undefined
  const [off, worked] = [days(houseSettings.daysOff.key), days(houseSettings.daysWorked.key)]
  const own = Object.keys(limits).map(name => [name, decided.get(limitKey(programme.id, name))?.value])
  return {
    ...usual,
    limits: { ...usual.limits, ...Object.fromEntries(own.filter(([, value]) => typeof value === 'number')) },
    calendar: off || worked ? calendarWith(off, worked) : usual.calendar,
  }
}
