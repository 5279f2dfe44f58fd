// D2 most beautiful families, D4 stars and kinds of excellent families, D5 beautiful courtyards, D6 clean families: households, one by one or as a village’s list.
import { count, programme, stock, sum } from '#language'
import { selection } from '#patterns/selection'
import { selectionAccess } from './usual-access.ts'

export const familyHonours = programme({
  id: 'family-honours',
  version: 1,
  systems: ['D2', 'D4', 'D5', 'D6'],
  chapter: 'family',
  // biome-ignore format: one glance
  pattern: selection({ awards: ['most-beautiful', 'five-good', 'civilised', 'green', 'filial-star', 'manners-star', 'courtyard', 'tidy', 'clean'] }),
  fields: {},
  access: selectionAccess,
  // biome-ignore format: one line each
  indicators: {
    mostBeautiful: sum('granted', 'number', { unit: '户', system: 'D2', by: 'rank', where: { award: 'most-beautiful' } }),
    mostBeautifulTop: sum('granted', 'number', { unit: '户', system: 'D2', where: { award: 'most-beautiful', rank: ['national', 'province'] } }),
    excellent: sum('granted', 'number', { unit: '户', system: 'D4', by: 'award', where: { award: ['five-good', 'civilised', 'green', 'filial-star', 'manners-star'] } }),
    courtyards: stock('granted', 'ended', { unit: '户', system: 'D5', sum: 'number', where: { award: 'courtyard' } }),
    courtyardsLost: sum('revoked', 'number', { unit: '户', system: 'D5', where: { award: 'courtyard' } }),
    clean: sum('granted', 'number', { unit: '户', system: 'D6', by: 'award', where: { award: ['tidy', 'clean'] } }),
    nominated: count('nominated', { unit: '户', system: 'D2', by: 'by', where: { award: 'most-beautiful' } }),
  },
})
