// A31 1+N+X and other working models, A35 4+1: the parts by name, and how many bodies fill them; what stands for N and X is each unit’s own.
import { field, optional, programme, stock } from '#language'
import { document } from '#patterns/document'
import { documentAccess } from './usual-access.ts'

export const workingModels = programme({
  id: 'working-models',
  version: 1,
  systems: ['A31'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county'],
  pattern: document(),
  // biome-ignore format: one line each
  fields: {
    parts: field.note(1000),
    one: optional(field.count(10_000)),
    many: optional(field.count(1_000_000)),
    more: optional(field.count(1_000_000)),
  },
  access: documentAccess,
  // biome-ignore format: one line each
  indicators: {
    models: stock('issued', 'ended', { unit: '个', system: 'A31' }),
    bodies: stock('issued', 'ended', { unit: '个', system: 'A31', sum: 'many' }),
    others: stock('issued', 'ended', { unit: '个', system: 'A31', sum: 'more' }),
  },
})
