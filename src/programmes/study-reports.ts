// H18 Study reports and written suggestions of executives and units: handed in, answered, adopted.
import { count, field, later, optional, persons, programme } from '#language'
import { document } from '#patterns/document'
import { documentAccess } from './usual-access.ts'

export const studyReports = programme({
  id: 'study-reports',
  version: 1,
  systems: ['H18'],
  chapter: 'reform',
  pattern: document(),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('report', 'suggestion', 'proposal'),
    author: optional(field.person()),
    adopted: later(field.yesNo()),
    answered: later(field.text(200)),
  },
  access: documentAccess,
  // biome-ignore format: one line each
  indicators: {
    reports: count('issued', { unit: '份', system: 'H18', by: 'kind' }),
    adopted: count('issued', { unit: '份', system: 'H18', where: { adopted: true } }),
    authors: persons('issued', 'author', { unit: '人', system: 'H18' }),
  },
})
