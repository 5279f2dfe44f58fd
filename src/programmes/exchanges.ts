// A38 Hong Kong, Macao and Taiwan, A39 counterpart regions, B11 ethnic unity, D32 family trips: exchanges and visits.
import { count, field, later, optional, programme, sum } from '#language'
import { activity } from '#patterns/activity'
import { activityAccess } from './usual-access.ts'

export const exchanges = programme({
  id: 'exchanges',
  version: 1,
  systems: ['A38', 'A39', 'B11', 'D32'],
  chapter: 'reform',
  pattern: activity(),
  // biome-ignore format: one line each
  fields: {
    kind: field.choice('hk-macao-taiwan', 'counterpart', 'ethnic', 'family-trip', 'other'),
    partner: optional(field.text(60)),
    direction: optional(field.choice('here', 'there', 'online')),
    households: later(field.count(10_000)),
  },
  access: activityAccess,
  // biome-ignore format: one line each
  indicators: {
    hkmt: count('held', { unit: '次', system: 'A38', where: { kind: 'hk-macao-taiwan' } }),
    counterpart: count('held', { unit: '次', system: 'A39', where: { kind: 'counterpart' } }),
    ethnic: count('held', { unit: '次', system: 'B11', where: { kind: 'ethnic' } }),
    trips: count('held', { unit: '次', system: 'D32', where: { kind: 'family-trip' } }),
    tripFamilies: sum('held', 'households', { unit: '户', system: 'D32', where: { kind: 'family-trip' } }),
    attendances: sum('held', 'attended', { unit: '人次', system: 'A38', by: 'kind' }),
  },
})
