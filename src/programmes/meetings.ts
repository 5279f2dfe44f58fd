// A2 congresses, B1 the first agenda item, B16 March-8 meetings, H11 promotion and working meetings: held, minuted, followed.
import { count, field, later, persons, programme, rate, sum } from '#language'
import { meeting } from '#patterns/meeting'
import { meetingAccess } from './usual-access.ts'

export const meetings = programme({
  id: 'meetings',
  version: 1,
  systems: ['A2', 'B1', 'B16', 'H11', 'A10'],
  chapter: 'reform',
  pattern: meeting(),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('leaders', 'standing', 'executive', 'joint', 'congress', 'promotion', 'summary', 'symposium', 'march8', 'study', 'other'),
    ordinal: later(field.count(100)),
  },
  access: meetingAccess,
  // biome-ignore format: one line each
  indicators: {
    meetings: count('held', { unit: '次', system: 'H11', by: 'kind' }),
    congresses: count('held', { unit: '次', system: 'A2', where: { kind: 'congress' } }),
    leaders: count('held', { unit: '次', system: 'B1', where: { kind: 'leaders' } }),
    firstItem: count('held', { unit: '次', system: 'B1', where: { kind: 'leaders', firstItem: true } }),
    firstItemShare: rate('firstItem', 'leaders', { system: 'B1' }),
    studied: persons('held', 'people', { unit: '人', system: 'A10', where: { kind: 'study' } }),
    march8: count('held', { unit: '次', system: 'B16', where: { kind: 'march8' } }),
    attendances: sum('held', 'attended', { unit: '人次', system: 'H11' }),
    decisions: count('decided', { unit: '件', system: 'H11' }),
    settled: count('settled', { unit: '件', system: 'H11' }),
  },
})
