// H8 What the government listed among its practical things: the item, its year and rank, its progress and acceptance.
import { count, field, later, optional, programme, stock } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const practicalItems = programme({
  id: 'practical-items',
  version: 1,
  systems: ['H8'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county'],
  pattern: register({ of: 'thing', endings: ['accepted', 'carried-over', 'dropped'], once: [['name', 'year']] }),
  // biome-ignore format: one line each
  fields: {
    rank: field.choice('province', 'prefecture', 'county'),
    year: field.count(2100),
    place: optional(field.count(100)),
    progress: later(field.text(200)),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    items: stock('entered', 'ended', { unit: '件', system: 'H8', by: 'rank' }),
    listed: count('entered', { unit: '件', system: 'H8', by: 'rank' }),
    accepted: count('ended', { unit: '件', system: 'H8', where: { ending: 'accepted' } }),
  },
})
