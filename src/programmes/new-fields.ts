// A20 organisations of the new fields and A21 member enterprises of the chamber of commerce: which should have a women’s organisation, and which have.
import { field, later, optional, programme, rate, stock } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const newFields = programme({
  id: 'new-fields',
  version: 1,
  systems: ['A20', 'A21'],
  chapter: 'reform',
  pattern: register({ of: 'thing', endings: ['merged', 'dissolved', 'other'] }),
  // biome-ignore format: one line each
  fields: {
    area: field.choice('new-economy', 'new-social', 'new-jobs'),
    how: field.choice('none', 'alone', 'joint', 'sector', 'region'),
    hasBody: field.yesNo(),
    setting: optional(field.choice('park', 'market', 'logistics', 'internet', 'chamber', 'outside', 'other')),
    women: later(field.count(1_000_000)),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    eligible: stock('entered', 'ended', { unit: '个', system: 'A20', by: 'area' }),
    founded: stock('entered', 'ended', { unit: '个', system: 'A20', by: 'area', where: { hasBody: true } }),
    foundedHow: stock('entered', 'ended', { unit: '个', system: 'A20', by: 'how', where: { hasBody: true } }),
    foundedFirms: stock('entered', 'ended', { unit: '家', system: 'A20', where: { hasBody: true, area: ['new-economy', 'new-social'] } }),
    coverage: rate('founded', 'eligible', { system: 'A20' }),
    women: stock('entered', 'ended', { unit: '人', system: 'A20', sum: 'women', where: { hasBody: true } }),
    chamber: stock('entered', 'ended', { unit: '个', system: 'A21', where: { hasBody: true, setting: 'chamber' } }),
  },
})
