// B12–B15 Honours of women and of collectives mostly of women, each in its own unit: persons, collectives and posts are never added.
import { programme, stock, sum } from '#language'
import { selection } from '#patterns/selection'
import { selectionAccess } from './usual-access.ts'

// biome-ignore format: one glance
const persons = ['red-banner', 'pacesetter', 'soldier-mother', 'soldier-wife', 'soldier-family', 'first-secretary', 'striver', 'role-model'] as const

export const honours = programme({
  id: 'honours',
  version: 1,
  systems: ['B12', 'B13', 'B14', 'B15'],
  chapter: 'honours',
  // biome-ignore format: one glance
  pattern: selection({ awards: ['red-banner', 'red-banner-collective', 'civilised-post', 'pacesetter', 'soldier-mother', 'soldier-wife', 'soldier-family', 'first-secretary', 'striver', 'role-model'] }),
  fields: {},
  access: selectionAccess,
  // biome-ignore format: one line each
  indicators: {
    redBanner: sum('granted', 'number', { unit: '人', system: 'B13', by: 'rank', where: { award: 'red-banner' } }),
    redBannerCityUp: sum('granted', 'number', { unit: '人', system: 'B13', where: { award: 'red-banner', rank: ['national', 'province', 'prefecture'] } }),
    redBannerCollectives: sum('granted', 'number', { unit: '个', system: 'B13', where: { award: 'red-banner-collective' } }),
    civilisedPosts: sum('granted', 'number', { unit: '个', system: 'B13', where: { award: 'civilised-post' } }),
    pacesetters: sum('granted', 'number', { unit: '人', system: 'B13', where: { award: 'pacesetter' } }),
    soldierMothers: sum('granted', 'number', { unit: '人', system: 'B14', where: { award: 'soldier-mother' } }),
    soldierWives: sum('granted', 'number', { unit: '人', system: 'B14', where: { award: 'soldier-wife' } }),
    soldierFamilies: sum('granted', 'number', { unit: '人', system: 'B14', where: { award: 'soldier-family' } }),
    mostBeautiful: sum('granted', 'number', { unit: '人', system: 'B15', by: 'award', where: { award: ['first-secretary', 'striver'] } }),
    roleModels: sum('granted', 'number', { unit: '人', system: 'B12', by: 'award', where: { award: [...persons] } }),
    valid: stock('granted', 'ended', { unit: '个', system: 'B13', sum: 'number', by: 'award' }),
  },
})
