// D22 Places where parents and children read together, by kind (base, model base, experience base, "her space") and by who named them.
import { count, field, later, optional, programme, stock, usually } from '#language'
import { venue } from '#patterns/venue'
import { venueAccess } from './usual-access.ts'

const standing = (where: Record<string, string | readonly string[]>) =>
  stock('opened', 'closed', { unit: '个', system: 'D22', where })

export const readingBases = programme({
  id: 'reading-bases',
  version: 1,
  systems: ['D22'],
  chapter: 'family',
  pattern: venue({ standard: ['place', 'books', 'staff', 'rules', 'activity'], people: ['head'] }),
  fields: {
    kind: field.choice('base', 'demo', 'experience', 'her-space'),
    rank: field.choice('national', 'province', 'prefecture', 'county', 'township'),
    hostSchool: usually(field.yesNo(), false),
    head: optional(field.person()),
    books: later(field.count(10_000_000)),
    hours: later(field.text(60)),
  },
  access: venueAccess,
  indicators: {
    bases: stock('opened', 'closed', { unit: '个', system: 'D22', by: 'kind' }),
    basesByRank: stock('opened', 'closed', { unit: '个', system: 'D22', by: 'rank' }),
    provincialBases: standing({ kind: 'base', rank: 'province' }),
    prefecturalBases: standing({ kind: 'base', rank: 'prefecture' }),
    provincialDemos: standing({ kind: 'demo', rank: 'province' }),
    herSpaces: standing({ kind: 'her-space', rank: ['province', 'prefecture'] }),
    experienceSchools: stock('opened', 'closed', {
      unit: '所',
      system: 'D22',
      where: { kind: 'experience', hostSchool: true },
      by: 'level',
    }),
    opened: count('opened', { unit: '个', system: 'D22' }),
    meetingStandard: stock('met', 'unmet', { unit: '个', system: 'D22' }),
  },
})
