// H7 Cooperation agreements with their partner and term; A39 agreements with counterpart regions.
import { count, field, later, programme, stock } from '#language'
import { document } from '#patterns/document'
import { documentAccess } from './usual-access.ts'

export const agreements = programme({
  id: 'agreements',
  version: 1,
  systems: ['H7', 'A39'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county'],
  pattern: document(),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('cooperation', 'framework', 'counterpart', 'legal-aid'),
    partner: field.text(60),
    matters: later(field.note()),
  },
  access: documentAccess,
  // biome-ignore format: one line each
  indicators: {
    signed: count('issued', { unit: '份', system: 'H7', by: 'kind' }),
    inForce: stock('issued', 'ended', { unit: '份', system: 'H7', by: 'kind' }),
    counterpart: stock('issued', 'ended', { unit: '份', system: 'A39', where: { kind: 'counterpart' } }),
  },
})
