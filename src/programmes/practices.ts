// H15 Practices worth copying: taken into a textbook, a top-ten, or the first in the province, each with its evidence.
import { field, later, programme, reported, stock, sum } from '#language'
import { selection } from '#patterns/selection'
import { selectionAccess } from './usual-access.ts'

export const practices = programme({
  id: 'practices',
  version: 1,
  systems: ['H15'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county'],
  // biome-ignore format: one glance
  pattern: selection({ awards: ['textbook', 'top-ten', 'first', 'brand', 'media'] }),
  fields: { evidence: later(field.note()) },
  access: selectionAccess,
  // biome-ignore format: one line each
  indicators: {
    cases: sum('granted', 'number', { unit: '个', system: 'H15', by: 'award' }),
    standing: stock('granted', 'ended', { unit: '个', system: 'H15', sum: 'number', by: 'rank' }),
    entrants: reported({ unit: '个', system: 'H15' }),
  },
})
