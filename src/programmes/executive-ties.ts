// A10 (part) The women's organisation an executive member keeps in touch with for her whole term.
import { count, field, persons, programme, stock } from '#language'
import { pairing } from '#patterns/pairing'
import { pairingAccess } from './usual-access.ts'

export const executiveTies = programme({
  id: 'executive-ties',
  version: 1,
  systems: ['A10'],
  chapter: 'reform',
  pattern: pairing({ beside: 'organisation', endings: ['term-over', 'passed-on', 'organisation-ended', 'other'] }),
  fields: {
    kind: field.choice('micro-home', 'womens-home', 'team', 'association', 'enterprise', 'cooperative', 'other'),
  },
  access: pairingAccess,
  indicators: {
    organisations: stock('begun', 'ended', { unit: '个', system: 'A10', by: 'kind' }),
    executives: persons('begun', 'giver', { unit: '人', system: 'A10' }),
    contacts: count('met', { unit: '次', system: 'A10' }),
  },
})
