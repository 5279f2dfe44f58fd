import { Problem } from '#base/problem'
import { settingsAt } from '#federation/setting'
import type { Programme } from '#language'
import { checksAsked, withWholeChecks, type Checks } from '#language/checks'
import { itemWords, settingOf, standardKey } from '#programmes/settings'
import type { Queryable } from '#store/database'
import type { Parsed } from './parse.ts'

/** Does the command tick a standard? Then it must be known which one holds at the record's unit. */
export const ticksStandard = (programme: Programme, command: string): boolean =>
  checksAsked(programme, command).length > 0

/**
 * The same answers, each check made whole by the standard in force at the unit: items nobody spoke of are failed. Throws
 * `invalid-input` for an item that is not of the standard (its list goes along, so that the form can be shown anew).
 */
export async function heldToStandard(
  db: Queryable,
  programme: Programme,
  command: string,
  parsed: Parsed,
  unit: number,
): Promise<Parsed> {
  const asked = checksAsked(programme, command)
  if (asked.length === 0) return parsed
  const key = standardKey(programme.id)
  const own = (await settingsAt(db, unit, key)).get(key)?.value as readonly string[] | undefined // settled when it was kept
  for (const [path, declared] of asked) {
    const { passed = [], failed = [] } = (parsed.input[path] ?? {}) as Partial<Checks>
    const items = own ?? declared
    const strange = [...passed, ...failed].filter(item => !items.includes(item))
    const setting = settingOf(key)
    if (strange.length > 0)
      throw new Problem('invalid-input', {
        issues: [{ path, rule: 'not-in-standard', items: setting ? itemWords(setting, items, 'zh').join('、') : '' }],
      })
  }
  return { ...parsed, input: withWholeChecks(programme, command, parsed.input, declared => own ?? declared) }
}
