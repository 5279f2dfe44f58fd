// D9 family precepts collected and the books made of them, D10 exhibitions in their three forms: hall, tour, online.
import { field, later, programme, sum } from '#language'
import { publication } from '#patterns/publication'
import { publicationAccess } from './usual-access.ts'

export const familyWorks = programme({
  id: 'family-works',
  version: 1,
  systems: ['D9', 'D10'],
  chapter: 'family',
  pattern: publication({
    kinds: ['precepts', 'booklet', 'album', 'exhibition'],
    channels: ['site', 'wechat', 'print', 'hall', 'tour', 'online-hall'],
    reviews: 1,
  }),
  // biome-ignore format: one line each
  fields: {
    copies: later(field.count(1_000_000)),
  },
  access: publicationAccess,
  // biome-ignore format: one line each
  indicators: {
    precepts: sum('published', 'number', { unit: '条', system: 'D9', where: { kind: 'precepts' } }),
    books: sum('published', 'number', { unit: '个', system: 'D9', where: { kind: ['booklet', 'album'] } }),
    exhibitions: sum('published', 'number', { unit: '个', system: 'D10', by: 'channels', where: { kind: 'exhibition' } }),
  },
})
