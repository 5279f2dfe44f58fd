// A30 Women-and-children’s homes, from founding to closing.
import { count, field, later, optional, programme, stock } from '#language'
import { venue } from '#patterns/venue'
import { venueAccess } from './usual-access.ts'

export const childrensHomes = programme({
  id: 'childrens-homes',
  version: 1,
  systems: ['A30'],
  chapter: 'reform',
  pattern: venue({ standard: ['sign', 'place', 'rules', 'staff', 'activity'], people: ['head'] }),
  // biome-ignore format: one line each
  fields: {
    rooms: later(field.count(100)),
    head: optional(field.person()),
    money: later(field.amount()),
    listed: later(field.yesNo()),
  },
  access: venueAccess,
  // biome-ignore format: one line each
  indicators: {
    homes: stock('opened', 'closed', { unit: '个', system: 'A30', by: 'level' }),
    opened: count('opened', { unit: '个', system: 'A30' }),
  },
})
