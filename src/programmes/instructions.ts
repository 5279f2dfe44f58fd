// H9 inspections by congress and consultative conference, H10 leaders’ instructions, visits and evaluations: what they asked is followed until it is done.
import { count, field, later, programme } from '#language'
import { meeting } from '#patterns/meeting'
import { meetingAccess } from './usual-access.ts'

export const instructions = programme({
  id: 'instructions',
  version: 1,
  systems: ['H9', 'H10'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county', 'township'],
  pattern: meeting(),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('inspection', 'instruction', 'visit', 'evaluation', 'supervision'),
    rank: field.choice('national', 'province', 'prefecture', 'county', 'township'),
    text: later(field.note()),
  },
  access: meetingAccess,
  // biome-ignore format: one line each
  indicators: {
    inspections: count('held', { unit: '次', system: 'H9', by: 'rank', where: { kind: ['inspection', 'supervision'] } }),
    instructions: count('held', { unit: '件', system: 'H10', by: 'rank', where: { kind: 'instruction' } }),
    visits: count('held', { unit: '次', system: 'H10', by: 'rank', where: { kind: ['visit', 'evaluation'] } }),
    asked: count('decided', { unit: '件', system: 'H9' }),
    done: count('settled', { unit: '件', system: 'H9' }),
  },
})
