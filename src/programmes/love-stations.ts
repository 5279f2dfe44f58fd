// F3 The stations of the love mothers and their map. No child's data belongs here.
import { count, field, later, optional, programme, stock } from '#language'
import { venue } from '#patterns/venue'
import { venueAccess } from './usual-access.ts'

export const loveStations = programme({
  id: 'love-stations',
  version: 1,
  systems: ['F3'],
  chapter: 'care',
  pattern: venue({ standard: ['place', 'sign', 'staff', 'rules', 'services'], people: ['head'] }),
  fields: {
    head: optional(field.person()),
    services: optional(
      field.choices('homework', 'reading', 'company', 'counselling', 'safety', 'arts', 'goods', 'parents'),
    ),
    hours: later(field.text(60)),
  },
  access: venueAccess,
  indicators: {
    stations: stock('opened', 'closed', { unit: '个', system: 'F3', by: 'level' }),
    onMap: stock('opened', 'closed', { unit: '个', system: 'F3', where: { mapped: true } }),
    byService: stock('opened', 'closed', { unit: '个', system: 'F3', by: 'services' }),
    opened: count('opened', { unit: '个', system: 'F3' }),
    meetingStandard: stock('met', 'unmet', { unit: '个', system: 'F3' }),
  },
})
