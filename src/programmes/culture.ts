// B10 Cultural activities: performances, contests, festivals, exhibitions.
import { count, field, later, persons, programme, sum } from '#language'
import { activity } from '#patterns/activity'
import { activityAccess } from './usual-access.ts'

export const culture = programme({
  id: 'culture',
  version: 1,
  systems: ['B10'],
  chapter: 'lead',
  pattern: activity(),
  fields: {
    kind: field.choice('performance', 'contest', 'festival', 'exhibition', 'sport', 'craft', 'other'),
    organiser: later(field.text(60)),
  },
  access: activityAccess,
  indicators: {
    sessions: count('held', { unit: '场', system: 'B10', by: 'kind' }),
    attendances: sum('held', 'attended', { unit: '人次', system: 'B10' }),
    onlineViews: sum('held', 'online', { unit: '人次', system: 'B10' }),
    people: persons('held', 'people', { unit: '人', system: 'B10' }),
  },
})
