// D10 touring shows, D16 galas, D25 menu lectures, D31 activities of family education: one session, counted where it belongs.
import { count, field, later, optional, programme, sum } from '#language'
import { activity } from '#patterns/activity'
import { activityAccess } from './usual-access.ts'

export const familyEducation = programme({
  id: 'family-education',
  version: 1,
  systems: ['D10', 'D16', 'D25', 'D31'],
  chapter: 'family',
  pattern: activity(),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('lecture', 'menu', 'salon', 'online', 'school', 'tour', 'gala', 'other'),
    reached: optional(field.count(1_000_000)),
    rated: later(field.count(100)),
  },
  access: activityAccess,
  // biome-ignore format: one line each
  indicators: {
    sessions: count('held', { unit: '场', system: 'D31', by: 'kind' }),
    reached: sum('held', 'reached', { unit: '人', system: 'D31' }),
    attendances: sum('held', 'attended', { unit: '人次', system: 'D31' }),
    menu: count('held', { unit: '场', system: 'D25', where: { kind: 'menu' } }),
    tours: count('held', { unit: '场', system: 'D10', where: { kind: 'tour' } }),
    galas: count('held', { unit: '场', system: 'D16', where: { kind: 'gala' } }),
  },
})
