// A22 Social organisations of women or for them: which the federation keeps in touch with, has founded a women’s organisation in, or brings up.
import { count, field, later, programme, stock, usually } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const socialOrganisations = programme({
  id: 'social-organisations',
  version: 1,
  systems: ['A22'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county', 'township'],
  pattern: register({ of: 'thing', endings: ['merged', 'dissolved', 'other'] }),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('service', 'members', 'centre'),
    hasBody: field.yesNo(),
    brought: usually(field.choice('no', 'incubating', 'graduated'), 'no'),
    cityRegistered: usually(field.yesNo(), false),
    registration: later(field.text(40)),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    liaised: stock('entered', 'ended', { unit: '个', system: 'A22', by: 'kind' }),
    withBody: stock('entered', 'ended', { unit: '个', system: 'A22', where: { hasBody: true } }),
    brought: count('entered', { unit: '个', system: 'A22', where: { brought: ['incubating', 'graduated'] } }),
    cityLinked: stock('entered', 'ended', { unit: '个', system: 'A22', where: { cityRegistered: true } }),
  },
})
