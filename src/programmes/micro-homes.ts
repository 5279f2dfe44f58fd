// A29 The women's micro-home an executive founds where women already meet; exactly one village executive is its contact and guide.
import { count, field, later, membersHere, programme, stock } from '#language'
import { venue } from '#patterns/venue'
import { venueAccess } from './usual-access.ts'

export const microHomes = programme({
  id: 'micro-homes',
  version: 1,
  systems: ['A29'],
  chapter: 'reform',
  pattern: venue({ standard: ['sign', 'place', 'contact', 'members', 'activity'], people: ['head', 'contact'] }),
  fields: {
    kind: field.choice('household', 'courtyard', 'shop', 'interest', 'online'),
    founderLevel: field.choice('county', 'township', 'village'),
    head: field.person(),
    contact: field.person(),
    members: later(field.people(300)),
  },
  access: { ...venueAccess, found: [...venueAccess.found, ...membersHere] },
  indicators: {
    homes: stock('opened', 'closed', { unit: '个', system: 'A29', by: 'founderLevel' }),
    homesByKind: stock('opened', 'closed', { unit: '个', system: 'A29', by: 'kind' }),
    opened: count('opened', { unit: '个', system: 'A29' }),
    meetingStandard: stock('met', 'unmet', { unit: '个', system: 'A29' }),
  },
})
