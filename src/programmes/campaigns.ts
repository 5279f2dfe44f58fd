// A campaign or special action opened above and handed down level by level: themed education (B2), key dates (B9), family work (D1),
// visits (A36), reform (H1), practical things done (H16) …
// What each is called and asks is written in it, not here: one programme carries them all.
import { count, field, later, programme, rate, stock } from '#language'
import { task } from '#patterns/task'
import { taskAccess } from './usual-access.ts'

export const campaigns = programme({
  id: 'campaigns',
  version: 1,
  // biome-ignore format: one glance
  systems: ['A15', 'A35', 'A36', 'B2', 'B4', 'B9', 'D1', 'D7', 'D14', 'D20', 'D26', 'H1', 'H2', 'H12', 'H16'],
  chapter: 'reform',
  pattern: task(),
  fields: {
    kind: field.choice(
      'education',
      'theme',
      'family',
      'organisation',
      'visits',
      'reform',
      'rural',
      'practical',
      'other',
    ),
    basis: later(field.text(120)),
  },
  access: taskAccess,
  indicators: {
    actions: stock('opened', 'ended', { unit: '项', system: 'H1', by: 'kind' }),
    opened: count('opened', { unit: '项', system: 'H1', by: 'kind' }),
    tasks: count('given', { unit: '项', system: 'H1', by: 'level' }),
    done: count('done', { unit: '项', system: 'H1', by: 'level' }),
    late: stock('late', 'caught-up', { unit: '项', system: 'H1', by: 'level' }),
    completion: rate('campaigns.done', 'campaigns.tasks', { system: 'H1' }),
  },
})
