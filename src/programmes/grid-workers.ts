// A13 Who is both an executive member and a grid worker, and for which grids.
import { field, programme, stock, usually } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const gridWorkers = programme({
  id: 'grid-workers',
  version: 1,
  systems: ['A13'],
  chapter: 'reform',
  pattern: register({ of: 'person', endings: ['term-over', 'moved', 'resigned', 'removed', 'other'] }),
  // biome-ignore format: one line each
  fields: {
    grid: field.text(60),
    executive: usually(field.yesNo(), true),
    grids: usually(field.count(50), 1),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    workers: stock('entered', 'ended', { unit: '人', system: 'A13' }),
    executives: stock('entered', 'ended', { unit: '人', system: 'A13', where: { executive: true } }),
    grids: stock('entered', 'ended', { unit: '个', system: 'A13', sum: 'grids', where: { executive: true } }),
  },
})
