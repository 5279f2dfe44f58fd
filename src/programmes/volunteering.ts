// A32 What the volunteers did: sessions, who took part (persons) and how often (person-times), hours.
import { count, field, later, programme, sum } from '#language'
import { activity } from '#patterns/activity'
import { activityAccess } from './usual-access.ts'

export const volunteering = programme({
  id: 'volunteering',
  version: 1,
  systems: ['A32'],
  chapter: 'care',
  pattern: activity(),
  // biome-ignore format: one line each
  fields: {
    domain: field.choice('law', 'family', 'care', 'health', 'environment', 'general'),
    volunteers: field.count(100_000),
    hours: later(field.count(1_000_000)),
  },
  access: activityAccess,
  // biome-ignore format: one line each
  indicators: {
    sessions: count('held', { unit: '场', system: 'A32', by: 'domain' }),
    participants: sum('held', 'volunteers', { unit: '人', system: 'A32' }),
    hours: sum('held', 'hours', { unit: '小时', system: 'A32' }),
    served: sum('held', 'attended', { unit: '人次', system: 'A32' }),
  },
})
