// D13 group weddings and the pledge to marry without a bride price; D15 friendship events of young people.
import { count, field, later, programme, sum } from '#language'
import { enrolment } from '#patterns/enrolment'
import { enrolmentAccess } from './usual-access.ts'

export const weddings = programme({
  id: 'weddings',
  version: 1,
  systems: ['D13', 'D15'],
  chapter: 'family',
  pattern: enrolment({ leads: ['paired', 'married', 'none'] }),
  fields: {
    kind: field.choice('wedding', 'friendship'),
    couples: field.count(10_000),
    pledged: later(field.count(200_000)),
    gifts: later(field.count(200_000)),
  },
  access: enrolmentAccess,
  indicators: {
    weddings: count('held', { unit: '场', system: 'D13', where: { kind: 'wedding' } }),
    couples: sum('held', 'couples', { unit: '对', system: 'D13', where: { kind: 'wedding' } }),
    pledges: sum('held', 'pledged', { unit: '人次', system: 'D13' }),
    friendships: count('held', { unit: '场', system: 'D15', where: { kind: 'friendship' } }),
    friends: sum('held', 'attended', { unit: '人次', system: 'D15', where: { kind: 'friendship' } }),
  },
})
