// A9 The members of a federation's executive committee, from election to leaving. Chairs and vice-chairs stand in leadership.
import { count, field, later, optional, programme, rate, stock, usually } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

// biome-ignore format: one glance
const sectors = [
  'farming', 'industry', 'trade', 'education', 'health', 'science', 'law', 'culture', 'government', 'village', 'organisation',
  'new-jobs', 'other',
] as const

export const executives = programme({
  id: 'executives',
  version: 1,
  systems: ['A9'],
  chapter: 'reform',
  pattern: register({
    of: 'person',
    endings: ['term-over', 'moved-away', 'transferred', 'resigned', 'removed', 'other'],
  }),
  fields: {
    how: usually(field.choice('congress', 'by-election', 'co-opted'), 'congress'),
    entry: usually(field.choice('new', 'again'), 'new'),
    sector: optional(field.choice(...sectors)),
    partyMember: optional(field.yesNo()),
    standingCommittee: later(field.yesNo()),
    frontLine: later(field.yesNo()),
    concurrent: later(field.choices('two-committees', 'grid-worker', 'group-leader', 'deputy', 'law-aware')),
  },
  access: registerAccess,
  appoints: { as: 'executive' },
  indicators: {
    inPost: stock('entered', 'ended', { unit: '人', system: 'A9', by: 'level' }),
    bySector: stock('entered', 'ended', { unit: '人', system: 'A9', by: 'sector' }),
    newlyAdded: count('entered', { unit: '人', system: 'A9', where: { entry: 'new' }, by: 'how' }),
    partyMembers: stock('entered', 'ended', { unit: '人', system: 'A9', where: { partyMember: true } }),
    partyShare: rate('partyMembers', 'inPost', { system: 'A9' }),
    seatsFilled: rate('inPost', 'establishment.executiveSeats', { system: 'A9' }),
  },
})
