// B17 what the federation’s own accounts publish, B19 columns, D27 online family education: three reviews by three people; nothing is posted from here.
import { field, later, programme, sum } from '#language'
import { publication } from '#patterns/publication'
import { publicationAccess } from './usual-access.ts'

export const articles = programme({
  id: 'articles',
  version: 1,
  systems: ['B17', 'B19', 'D27'],
  chapter: 'lead',
  pattern: publication({
    kinds: ['article', 'video', 'poster', 'column', 'case', 'live'],
    channels: ['site', 'wechat', 'weibo', 'video', 'headline', 'app'],
  }),
  // biome-ignore format: one line each
  fields: {
    about: field.choice('thought', 'family', 'rights', 'develop', 'care', 'executive', 'lesson', 'other'),
    column: later(field.text(40)),
  },
  access: publicationAccess,
  // biome-ignore format: one line each
  indicators: {
    articles: sum('published', 'number', { unit: '篇', system: 'B17', by: 'about' }),
    columns: sum('published', 'number', { unit: '篇', system: 'B19', where: { kind: 'column' } }),
    lessons: sum('published', 'number', { unit: '个', system: 'D27', where: { about: 'lesson' } }),
    reads: sum('reached', 'reads', { unit: '人次', system: 'B17' }),
  },
})
