// A8 Women in village and community committees. One woman may stand in several of these numbers, so none is ever added to another.
import { field, optional, programme, rate, stock } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const committeeWomen = programme({
  id: 'committee-women',
  version: 1,
  systems: ['A8'],
  chapter: 'reform',
  pattern: register({ of: 'number', endings: ['elected-anew'], once: [['committee']] }),
  // biome-ignore format: one line each
  fields: {
    committee: field.choice('village', 'community'),
    members: field.count(100_000),
    women: field.count(100_000),
    secretaries: optional(field.count(100_000)),
    directors: optional(field.count(100_000)),
    both: optional(field.count(100_000)),
    hasWoman: field.yesNo(),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    villageWomen: stock('entered', 'ended', { unit: '人', system: 'A8', sum: 'women', where: { committee: 'village' } }),
    villageMembers: stock('entered', 'ended', { unit: '人', system: 'A8', sum: 'members', where: { committee: 'village' } }),
    villageShare: rate('villageWomen', 'villageMembers', { system: 'A8' }),
    villageSecretaries: stock('entered', 'ended', { unit: '人', system: 'A8', sum: 'secretaries', where: { committee: 'village' } }),
    villageDirectors: stock('entered', 'ended', { unit: '人', system: 'A8', sum: 'directors', where: { committee: 'village' } }),
    villageBoth: stock('entered', 'ended', { unit: '人', system: 'A8', sum: 'both', where: { committee: 'village' } }),
    communityWomen: stock('entered', 'ended', { unit: '人', system: 'A8', sum: 'women', where: { committee: 'community' } }),
    communitySecretaries: stock('entered', 'ended', { unit: '人', system: 'A8', sum: 'secretaries', where: { committee: 'community' } }),
    communityDirectors: stock('entered', 'ended', { unit: '人', system: 'A8', sum: 'directors', where: { committee: 'community' } }),
    withWoman: stock('entered', 'ended', { unit: '个', system: 'A8', where: { hasWoman: true } }),
    committees: stock('entered', 'ended', { unit: '个', system: 'A8' }),
    withWomanShare: rate('withWoman', 'committees', { system: 'A8' }),
  },
})
