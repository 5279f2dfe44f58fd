// D23 Parents and children read together. Families that came are 户次; only families written down by name are 户.
import { count, field, households, later, persons, programme, sum } from '#language'
import { activity } from '#patterns/activity'
import { activityAccess } from './usual-access.ts'

export const readingActivities = programme({
  id: 'reading-activities',
  version: 1,
  systems: ['D23'],
  chapter: 'family',
  pattern: activity(),
  fields: {
    familyVisits: field.count(100_000),
    children: field.count(200_000),
    theme: later(field.choice('red-classics', 'book-fragrance', 'festival', 'science', 'other')),
    books: later(field.text(120)),
  },
  access: activityAccess,
  indicators: {
    sessions: count('held', { unit: '场', system: 'D23', by: 'theme' }),
    attendances: sum('held', 'attended', { unit: '人次', system: 'D23' }),
    children: sum('held', 'children', { unit: '人次', system: 'D23' }),
    familyVisits: sum('held', 'familyVisits', { unit: '户次', system: 'D23' }),
    families: households('held', 'families', { unit: '户', system: 'D23' }),
    onlineViews: sum('held', 'online', { unit: '人次', system: 'D23' }),
    people: persons('held', 'people', { unit: '人', system: 'D23' }),
  },
})
