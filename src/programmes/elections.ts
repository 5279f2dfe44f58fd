// A3 Re-elections, one entry each: when it was due, when it was held, and what came of it.
import { count, field, later, programme, rate } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const elections = programme({
  id: 'elections',
  version: 1,
  systems: ['A3'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county', 'township'],
  pattern: register({ of: 'thing', endings: ['next', 'void'], once: [['name', 'since']] }),
  // biome-ignore format: one line each
  fields: {
    body: field.choice('federation', 'association', 'committee'),
    due: field.day(),
    onTime: field.yesNo(),
    chairs: later(field.count(20)),
    vices: later(field.count(200)),
    members: later(field.count(2000)),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    held: count('entered', { unit: '次', system: 'A3', by: 'body' }),
    onTime: count('entered', { unit: '次', system: 'A3', where: { onTime: true } }),
    onTimeShare: rate('onTime', 'held', { system: 'A3' }),
  },
})
