// D11 family parks, D21 practice bases, D24 experimental schools and districts of home, school and community.
import { field, later, optional, programme, stock, sum } from '#language'
import { venue } from '#patterns/venue'
import { venueAccess } from './usual-access.ts'

export const familyBases = programme({
  id: 'family-bases',
  version: 1,
  systems: ['D11', 'D21', 'D24'],
  chapter: 'family',
  runsAt: ['province', 'prefecture', 'county'],
  pattern: venue({ standard: ['sign', 'place', 'rules', 'staff', 'activity'], people: ['head'] }),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('innovation', 'practice', 'school', 'district', 'park'),
    rank: field.choice('national', 'province', 'prefecture', 'county'),
    head: optional(field.person()),
    money: later(field.amount()),
  },
  access: venueAccess,
  // biome-ignore format: one line each
  indicators: {
    bases: stock('opened', 'closed', { unit: '个', system: 'D21', by: 'rank', where: { kind: ['innovation', 'practice'] } }),
    innovation: stock('opened', 'closed', { unit: '个', system: 'D21', where: { kind: 'innovation' } }),
    experiments: stock('opened', 'closed', { unit: '个', system: 'D24', by: 'kind', where: { kind: ['school', 'district'] } }),
    parks: stock('opened', 'closed', { unit: '个', system: 'D11', where: { kind: 'park' } }),
    parkMoney: sum('opened', 'money', { unit: '元', system: 'D11', where: { kind: 'park' } }),
  },
})
