// A26 The Women's Home of a village or community. A27 Its "five haves": the report names no list, so a setting may replace it.
import { count, field, later, optional, programme, rate, stock, total } from '#language'
import { venue } from '#patterns/venue'
import { venueAccess } from './usual-access.ts'

export const womensHomes = programme({
  id: 'womens-homes',
  version: 1,
  systems: ['A26', 'A27'],
  chapter: 'reform',
  pattern: venue({ standard: ['place', 'sign', 'rules', 'team', 'activity'], people: ['head'] }),
  fields: {
    head: optional(field.person()),
    area: later(field.count(100_000)),
    hours: later(field.text(60)),
    rulesPosted: later(field.yesNo()),
  },
  access: venueAccess,
  indicators: {
    homes: stock('opened', 'closed', { unit: '个', system: 'A26', by: 'level' }),
    homesAndMicroHomes: total(['homes', 'micro-homes.homes'], { unit: '个', system: 'A26' }),
    opened: count('opened', { unit: '个', system: 'A26' }),
    meetingStandard: stock('met', 'unmet', { unit: '个', system: 'A27', by: 'level' }),
    meetingShare: rate('meetingStandard', 'homes', { system: 'A27' }),
    checks: count('checked', { unit: '次', system: 'A27' }),
  },
})
