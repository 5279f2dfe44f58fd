import { Problem, type FieldIssue } from '#base/problem'
import { changeSetting } from '#engine/setting-order'
import { houseRules } from '#federation/house-rules'
import { reach } from '#federation/reach'
import { settingOf } from '#programmes/settings'
import type { Language } from '#views/house-words'
import { settingsOf, settingWords } from '#views/settings'
import type { Handlers } from './doors.ts'
import { rootOf } from './first-start.ts'
import type { Office } from './office.ts'
import { demandPlace } from './units.ts'

/** What is decided for a unit and all below it. */
export const settingDoors = ({ db, house, actors }: Office): Handlers => ({
  async settings({ query: { unit }, visitor }) {
    const place = await demandPlace(db, unit)
    const top = (await rootOf(db))?.unit === unit
    const seen = reach(visitor.actor, houseRules['settings.change'])
    return { rows: await settingsOf(db, seen, { ...place, top }, visitor.language) }
  },

  async setSetting({ body, visitor }) {
    try {
      await changeSetting(house, visitor.actor, body)
    } catch (error) {
      throw error instanceof Problem ? named(error, body.key, visitor.language) : error
    }
    actors.forget()
    return { ok: true as const }
  },
})

/** A problem with the setting's own name in it. */
function named(problem: Problem, key: string, language: Language): Problem {
  const setting = settingOf(key)
  const issues = (problem.details.issues ?? []) as FieldIssue[] // by convention of base/problem
  if (!setting || issues.length === 0) return problem
  const label = settingWords(setting, language).name
  return new Problem(problem.code, { ...problem.details, issues: issues.map(issue => ({ ...issue, label })) })
}
