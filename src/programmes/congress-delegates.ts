// A2 The delegates of a women’s congress, by where they come from; the congress itself is a meeting, and opens a term.
import { count, field, later, programme, stock } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const congressDelegates = programme({
  id: 'congress-delegates',
  version: 1,
  systems: ['A2'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county', 'township'],
  pattern: register({
    of: 'person',
    endings: ['term-over', 'moved', 'resigned', 'removed', 'other'],
    once: [['person', 'term']],
  }),
  // biome-ignore format: one line each
  fields: {
    source: field.choice('farming', 'workers', 'cadres', 'science', 'new-fields', 'other'),
    constituency: later(field.text(60)),
    partyMember: later(field.yesNo()),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    delegates: stock('entered', 'ended', { unit: '人', system: 'A2', by: 'source' }),
    elected: count('entered', { unit: '人', system: 'A2', by: 'source' }),
  },
})
