// A23 Group members of a federation, with the women they cover: units are one number, women another.
import { field, later, programme, stock } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const groupMembers = programme({
  id: 'group-members',
  version: 1,
  systems: ['A23'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county'],
  pattern: register({ of: 'thing', endings: ['left', 'dissolved', 'other'] }),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('association', 'workers', 'social', 'other'),
    women: field.count(10_000_000),
    services: later(field.choices('law', 'mind', 'publicity', 'other')),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    members: stock('entered', 'ended', { unit: '个', system: 'A23', by: 'kind' }),
    women: stock('entered', 'ended', { unit: '人', system: 'A23', sum: 'women' }),
  },
})
