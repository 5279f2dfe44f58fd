// D18 family-education law, H5 laws and policies shaped at the source, H19 policies, projects and money given by Party and government.
import { count, field, later, programme, stock, sum } from '#language'
import { document } from '#patterns/document'
import { documentAccess } from './usual-access.ts'

export const policies = programme({
  id: 'policies',
  version: 1,
  systems: ['D18', 'H5', 'H19'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county'],
  pattern: document(),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('law', 'family-law', 'policy', 'project', 'budget'),
    stage: later(field.choice('research', 'proposal', 'drafting', 'opinions', 'adopted')),
    money: later(field.amount()),
  },
  access: documentAccess,
  // biome-ignore format: one line each
  indicators: {
    adopted: count('issued', { unit: '件', system: 'H5', by: 'kind' }),
    familyLaws: stock('issued', 'ended', { unit: '件', system: 'D18', where: { kind: 'family-law' } }),
    resources: count('issued', { unit: '件', system: 'H19', where: { kind: ['policy', 'project', 'budget'] } }),
    money: sum('issued', 'money', { unit: '元', system: 'H19', by: 'kind' }),
  },
})
