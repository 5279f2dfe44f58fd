// D19 the research centre’s experts, D30 the expert group of wise parents, D31 the family-education workforce.
import { field, later, optional, programme, stock } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const familyExperts = programme({
  id: 'family-experts',
  version: 1,
  systems: ['D19', 'D30', 'D31'],
  chapter: 'family',
  runsAt: ['province', 'prefecture', 'county'],
  pattern: register({
    of: 'person',
    endings: ['term-over', 'moved', 'resigned', 'removed', 'other'],
    once: [['person', 'group']],
  }),
  // biome-ignore format: one line each
  fields: {
    group: field.choice('think-tank', 'guidance', 'workforce'),
    domain: later(field.text(60)),
    batch: later(field.count(100)),
    kind: optional(field.choice('professional', 'volunteer')),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    thinkTank: stock('entered', 'ended', { unit: '人', system: 'D19', where: { group: 'think-tank' } }),
    guidance: stock('entered', 'ended', { unit: '人', system: 'D30', where: { group: 'guidance' } }),
    workforce: stock('entered', 'ended', { unit: '人', system: 'D31', by: 'kind', where: { group: 'workforce' } }),
  },
})
