// B5 the series “women’s hearts to the Party”, B8 the new-era lecture hall, A14 the executives’ lecture hall.
// B6 The great women's lecture tour: a lecturer speaks in a village, a community, a school, an enterprise.
import { count, field, later, persons, programme, sum, total } from '#language'
import { activity } from '#patterns/activity'
import { activityAccess } from './usual-access.ts'

export const lectures = programme({
  id: 'lectures',
  version: 1,
  systems: ['B6', 'B5', 'B8', 'A14', 'A10'],
  chapter: 'lead',
  pattern: activity(),
  fields: {
    setting: field.choice('village', 'community', 'school', 'enterprise', 'organ', 'online'),
    form: field.choice('report', 'talk', 'mass'),
    byLeader: later(field.yesNo()),
    group: later(field.text(40)),
    series: later(field.choices('hearts', 'new-era-hall', 'executives-hall')),
  },
  access: activityAccess,
  indicators: {
    sessions: count('held', { unit: '场', system: 'B6', by: 'setting' }),
    meetings: count('held', { unit: '场', system: 'B6', where: { form: ['report', 'talk'] } }),
    massSessions: count('held', { unit: '场', system: 'B6', where: { form: 'mass' } }),
    byLeader: count('held', { unit: '场', system: 'B6', where: { byLeader: true } }),
    hearts: count('held', { unit: '场', system: 'B5', where: { series: 'hearts' } }),
    newEraHall: count('held', { unit: '场', system: 'B8', where: { series: 'new-era-hall' } }),
    executivesHall: count('held', { unit: '场', system: 'A14', where: { series: 'executives-hall' } }),
    attendances: sum('held', 'attended', { unit: '人次', system: 'B6' }),
    onlineViews: sum('held', 'online', { unit: '人次', system: 'B6' }),
    audience: total(['attendances', 'onlineViews'], { unit: '人次', system: 'B6' }),
    people: persons('held', 'people', { unit: '人', system: 'B6' }),
    lecturers: persons('held', 'host', { unit: '人', system: 'A10' }),
  },
})
