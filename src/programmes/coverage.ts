// B20 What outside media said of the federation’s work, by the medium’s rank; photos and texts it gave them.
import { field, later, programme, sum } from '#language'
import { publication } from '#patterns/publication'
import { publicationAccess } from './usual-access.ts'

export const coverage = programme({
  id: 'coverage',
  version: 1,
  systems: ['B20'],
  chapter: 'lead',
  runsAt: ['province', 'prefecture', 'county', 'township'],
  pattern: publication({
    kinds: ['report', 'news', 'contributed', 'interview'],
    channels: ['central', 'national', 'province', 'prefecture', 'county', 'other'],
    reviews: 1,
  }),
  // biome-ignore format: one line each
  fields: {
    medium: field.text(60),
    about: later(field.text(60)),
  },
  access: publicationAccess,
  // biome-ignore format: one line each
  indicators: {
    reports: sum('published', 'number', { unit: '篇', system: 'B20', by: 'channels' }),
    contributed: sum('published', 'number', { unit: '篇', system: 'B20', where: { kind: 'contributed' } }),
  },
})
