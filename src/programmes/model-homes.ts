// A28 Model Women’s Homes: put forward by their unit, inspected, shown, named with a plaque, reviewed and taken off the list again.
import { programme, stock, sum } from '#language'
import { selection } from '#patterns/selection'
import { selectionAccess } from './usual-access.ts'

export const modelHomes = programme({
  id: 'model-homes',
  version: 1,
  systems: ['A28'],
  chapter: 'reform',
  // biome-ignore format: one glance
  pattern: selection({ awards: ['model-home', 'model-micro-home'] }),
  fields: {},
  access: selectionAccess,
  // biome-ignore format: one line each
  indicators: {
    homes: stock('granted', 'ended', { unit: '个', system: 'A28', sum: 'number', where: { award: 'model-home' } }),
    microHomes: stock('granted', 'ended', { unit: '个', system: 'A28', sum: 'number', where: { award: 'model-micro-home' } }),
    named: sum('granted', 'number', { unit: '个', system: 'A28', by: 'award' }),
  },
})
