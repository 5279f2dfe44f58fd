// A24 the women scientists’ association, A25 the women entrepreneurs’ and its committees: branches, and members.
import { field, optional, programme, stock } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const associations = programme({
  id: 'associations',
  version: 1,
  systems: ['A24', 'A25'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county'],
  pattern: register({ of: 'thing', endings: ['merged', 'dissolved', 'other'] }),
  // biome-ignore format: one line each
  fields: {
    of: field.choice('scientists', 'entrepreneurs', 'home-service', 'other'),
    kind: field.choice('association', 'branch', 'committee'),
    host: optional(field.choice('institute', 'university', 'hospital', 'enterprise', 'region')),
    members: optional(field.count(1_000_000)),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    branches: stock('entered', 'ended', { unit: '个', system: 'A24', where: { of: 'scientists', kind: 'branch' } }),
    entrepreneurs: stock('entered', 'ended', { unit: '个', system: 'A25', by: 'kind', where: { of: 'entrepreneurs' } }),
    members: stock('entered', 'ended', { unit: '人', system: 'A24', sum: 'members', by: 'of' }),
  },
})
