// B3 The study library: speeches, readers, casebooks and courses, with where they stand and how often they were read.
import { field, optional, programme, stock, usually } from '#language'
import { publication } from '#patterns/publication'
import { publicationAccess } from './usual-access.ts'

export const library = programme({
  id: 'library',
  version: 1,
  systems: ['B3'],
  chapter: 'lead',
  runsAt: ['province', 'prefecture', 'county', 'township'],
  pattern: publication({
    kinds: ['speech', 'reader', 'document', 'casebook', 'course'],
    channels: ['shelf', 'site', 'group'],
    reviews: 1,
  }),
  // biome-ignore format: one line each
  fields: {
    source: optional(field.text(60)),
    required: usually(field.yesNo(), false),
  },
  access: publicationAccess,
  // biome-ignore format: one line each
  indicators: {
    materials: stock('published', 'taken-down', { unit: '份', system: 'B3', sum: 'number', by: 'kind' }),
    required: stock('published', 'taken-down', { unit: '份', system: 'B3', sum: 'number', where: { required: true } }),
  },
})
