// E19 Teaching the law to women: which laws, through which channel, to whom.
import { count, field, optional, persons, programme, sum } from '#language'
import { activity } from '#patterns/activity'
import { activityAccess } from './usual-access.ts'

export const lawLectures = programme({
  id: 'law-lectures',
  version: 1,
  systems: ['E19'],
  chapter: 'rights',
  pattern: activity(),
  fields: {
    laws: field.choices(
      'constitution',
      'civil-code',
      'womens-rights',
      'domestic-violence',
      'family-education',
      'minors',
      'labour',
      'land',
      'anti-fraud',
      'other',
    ),
    channel: field.choice('on-site', 'media', 'online'),
    target: optional(field.choices('women', 'families', 'children', 'cadres', 'workers', 'public')),
  },
  access: activityAccess,
  indicators: {
    sessions: count('held', { unit: '场', system: 'E19', by: 'laws' }),
    sessionsByLevel: count('held', { unit: '场', system: 'E19', by: 'level' }),
    sessionsByChannel: count('held', { unit: '场', system: 'E19', by: 'channel' }),
    attendances: sum('held', 'attended', { unit: '人次', system: 'E19', by: 'laws' }),
    women: sum('held', 'women', { unit: '人次', system: 'E19' }),
    onlineViews: sum('held', 'online', { unit: '人次', system: 'E19' }),
    people: persons('held', 'people', { unit: '人', system: 'E19' }),
  },
})
