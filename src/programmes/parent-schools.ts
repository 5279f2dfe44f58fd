// D28 Parent schools (所) and the centres, stations and points of family guidance (个) on four levels.
import { field, later, optional, programme, stock } from '#language'
import { venue } from '#patterns/venue'
import { venueAccess } from './usual-access.ts'

export const parentSchools = programme({
  id: 'parent-schools',
  version: 1,
  systems: ['D28'],
  chapter: 'family',
  pattern: venue({ standard: ['sign', 'place', 'rules', 'staff', 'activity'], people: ['head'] }),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('parent-school', 'centre', 'station'),
    host: optional(field.choice('school', 'community', 'enterprise', 'online')),
    head: optional(field.person()),
    counsellors: later(field.count(1000)),
  },
  access: venueAccess,
  // biome-ignore format: one line each
  indicators: {
    schools: stock('opened', 'closed', { unit: '所', system: 'D28', by: 'host', where: { kind: 'parent-school' } }),
    centres: stock('opened', 'closed', { unit: '个', system: 'D28', by: 'level', where: { kind: ['centre', 'station'] } }),
    all: stock('opened', 'closed', { unit: '个', system: 'D28' }),
  },
})
