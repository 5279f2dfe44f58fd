// B18 The roster of online commentators and publicists: seen by those who lead publicity only. They speak in their own name; nothing is posted from here.
import { field, officeBelow, programme, stock } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const commentators = programme({
  id: 'commentators',
  version: 1,
  systems: ['B18'],
  chapter: 'lead',
  runsAt: ['province', 'prefecture', 'county'],
  pattern: register({ of: 'person', endings: ['term-over', 'moved', 'resigned', 'removed', 'other'] }),
  // biome-ignore format: one line each
  fields: {
    role: field.choice('publicist', 'commentator'),
  },
  access: { ...registerAccess, see: officeBelow },
  // biome-ignore format: one line each
  indicators: {
    people: stock('entered', 'ended', { unit: '人', system: 'B18', by: 'role', sensitive: true }),
  },
})
