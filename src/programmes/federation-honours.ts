// H13 assessments and pilots, H14 honours the federation or one of its departments won, with the grantor’s rank.
import { field, later, programme, stock, sum } from '#language'
import { selection } from '#patterns/selection'
import { selectionAccess } from './usual-access.ts'

export const federationHonours = programme({
  id: 'federation-honours',
  version: 1,
  systems: ['H13', 'H14'],
  chapter: 'honours',
  runsAt: ['province', 'prefecture', 'county', 'township'],
  // biome-ignore format: one glance
  pattern: selection({ awards: ['advanced', 'organiser', 'civilised-post', 'red-banner', 'assessment', 'model-organ', 'pilot', 'other'] }),
  fields: { grantor: later(field.text(60)), matter: later(field.text(60)) },
  access: selectionAccess,
  // biome-ignore format: one line each
  indicators: {
    won: sum('granted', 'number', { unit: '个', system: 'H14', by: 'rank' }),
    byKind: sum('granted', 'number', { unit: '个', system: 'H14', by: 'award' }),
    firstGrade: sum('granted', 'number', { unit: '次', system: 'H13', by: 'rank', where: { award: 'assessment' } }),
    pilots: stock('granted', 'ended', { unit: '个', system: 'H13', sum: 'number', where: { award: ['pilot', 'model-organ'] } }),
  },
})
