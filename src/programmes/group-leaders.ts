// A17 The woman who leads the women's group of a natural village or building, usually an executive of the village as well.
import { count, field, later, programme, rate, stock, usually } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const groupLeaders = programme({
  id: 'group-leaders',
  version: 1,
  systems: ['A17'],
  chapter: 'reform',
  runsAt: ['village'],
  pattern: register({
    of: 'person',
    endings: ['term-over', 'moved-away', 'resigned', 'removed', 'other'],
    once: [['person'], ['group']],
  }),
  fields: {
    group: field.text(40),
    isExecutive: usually(field.yesNo(), true),
    households: later(field.count(5000)),
  },
  access: registerAccess,
  appoints: { as: 'leader' },
  indicators: {
    inPost: stock('entered', 'ended', { unit: '人', system: 'A17' }),
    executives: stock('entered', 'ended', { unit: '人', system: 'A17', where: { isExecutive: true } }),
    newlyAdded: count('entered', { unit: '人', system: 'A17' }),
    provided: rate('inPost', 'establishment.groupLeaderSeats', { system: 'A17' }),
  },
})
