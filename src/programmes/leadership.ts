// A5 who left after two terms. A6 Who leads a federation: one chair, full-time, seconded and part-time vice-chairs. A7 The chair on the Party committee.
import { count, field, later, programme, rate, stock, usually } from '#language'
import { register } from '#patterns/register'
import { postAccess } from './usual-access.ts'

const vices = ['vice-full', 'vice-seconded', 'vice-part'] as const
const holding = (post: string | readonly string[], system = 'A6', also = {}) =>
  stock('entered', 'ended', { unit: '人', system, where: { post, ...also }, by: 'level' })
const seat = { chair: 'chair', 'vice-full': 'vice', 'vice-seconded': 'vice', 'vice-part': 'vice' } as const

export const leadership = programme({
  id: 'leadership',
  version: 1,
  systems: ['A6', 'A7', 'A9', 'A5'],
  chapter: 'reform',
  pattern: register({
    of: 'person',
    endings: ['term-over', 'two-terms', 'transferred', 'retired', 'resigned', 'removed', 'other'],
    atMost: { field: 'post', limits: { chair: 1 } },
  }),
  fields: {
    post: field.choice('chair', ...vices),
    frontLine: usually(field.yesNo(), false),
    entry: usually(field.choice('new', 'again'), 'new'),
    concurrent: later(field.choices('party-committee', 'party-group', 'two-committees', 'grid-worker', 'deputy')),
    partyMember: later(field.yesNo()),
  },
  access: postAccess,
  appoints: { field: 'post', as: seat },
  indicators: {
    inPost: stock('entered', 'ended', { unit: '人', system: 'A6', by: 'post' }),
    chairs: holding('chair', 'A7'),
    chairsOnPartyCommittee: holding('chair', 'A7', { concurrent: 'party-committee' }),
    chairsOnPartyCommitteeShare: rate('chairsOnPartyCommittee', 'chairs', { system: 'A7' }),
    vices: holding(vices, 'A9'),
    fullTimeVices: holding('vice-full'),
    secondedVices: holding('vice-seconded'),
    partTimeVices: holding('vice-part'),
    secondedAndPartTimeVices: holding(['vice-seconded', 'vice-part']),
    frontLine: stock('entered', 'ended', { unit: '人', system: 'A6', where: { frontLine: true } }),
    frontLineShare: rate('frontLine', 'inPost', { system: 'A6' }),
    newlyAppointed: count('entered', { unit: '人', system: 'A6', where: { entry: 'new' }, by: 'post' }),
    newVices: count('entered', { unit: '人', system: 'A9', where: { entry: 'new', post: vices } }),
    secondTerm: stock('entered', 'ended', { unit: '人', system: 'A5', where: { entry: 'again' }, by: 'post' }),
    twoTerms: count('ended', { unit: '人', system: 'A5', where: { ending: 'two-terms' }, by: 'post' }),
    seatsFilled: rate('inPost', 'establishment.leadershipSeats', { system: 'A6' }),
  },
})
