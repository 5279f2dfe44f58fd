// A12 An executive member’s workroom: where she receives women, what she is good at, when it is open.
import { count, field, later, optional, programme, stock } from '#language'
import { venue } from '#patterns/venue'
import { venueAccess } from './usual-access.ts'

export const workrooms = programme({
  id: 'workrooms',
  version: 1,
  systems: ['A12'],
  chapter: 'reform',
  pattern: venue({ standard: ['sign', 'place', 'rules', 'staff', 'activity'], people: ['head'] }),
  // biome-ignore format: one line each
  fields: {
    speciality: field.choice('law', 'mind', 'family', 'work', 'craft', 'care', 'other'),
    head: optional(field.person()),
    hours: later(field.text(60)),
    members: later(field.people(50)),
  },
  access: venueAccess,
  // biome-ignore format: one line each
  indicators: {
    rooms: stock('opened', 'closed', { unit: '个', system: 'A12', by: 'speciality' }),
    opened: count('opened', { unit: '个', system: 'A12' }),
  },
})
