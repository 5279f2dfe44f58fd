// C3 Lectures on campus and job fairs for women: who came, who found something in mind, who was hired are three different counts.
import { count, field, later, optional, persons, programme, sum } from '#language'
import { activity } from '#patterns/activity'
import { activityAccess } from './usual-access.ts'

export const jobFairs = programme({
  id: 'job-fairs',
  version: 1,
  systems: ['C3'],
  chapter: 'develop',
  pattern: activity(),
  fields: {
    kind: field.choice('series', 'campus', 'fair', 'online', 'visit'),
    intentions: optional(field.count(1_000_000)),
    newUniversities: optional(field.count(3000)),
    hires: later(field.count(1_000_000)),
    employers: later(field.count(100_000)),
    vacancies: later(field.count(10_000_000)),
  },
  access: activityAccess,
  indicators: {
    sessions: count('held', { unit: '场', system: 'C3', by: 'kind' }),
    seriesSessions: count('held', { unit: '场', system: 'C3', where: { kind: 'series' } }),
    fairs: count('held', { unit: '场', system: 'C3', where: { kind: ['fair', 'online'] } }),
    universities: sum('held', 'newUniversities', { unit: '所', system: 'C3' }),
    attendances: sum('held', 'attended', { unit: '人次', system: 'C3' }),
    onlineViews: sum('held', 'online', { unit: '人次', system: 'C3' }),
    intentions: sum('held', 'intentions', { unit: '人次', system: 'C3' }),
    hires: sum('held', 'hires', { unit: '人', system: 'C3' }),
    vacancies: sum('held', 'vacancies', { unit: '个', system: 'C3' }),
    people: persons('held', 'people', { unit: '人', system: 'C3' }),
  },
})
