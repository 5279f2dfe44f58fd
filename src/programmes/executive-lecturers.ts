// A14 The executives’ lecture groups: who is in them and what she offers; their sessions are lectures of the series.
import { field, later, programme, stock, usually } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const executiveLecturers = programme({
  id: 'executive-lecturers',
  version: 1,
  systems: ['A14'],
  chapter: 'reform',
  runsAt: ['province', 'prefecture', 'county', 'township'],
  pattern: register({
    of: 'person',
    endings: ['term-over', 'moved', 'resigned', 'removed', 'other'],
    atMost: { field: 'role', limits: { head: 1 }, within: ['group'] },
  }),
  // biome-ignore format: one line each
  fields: {
    group: field.text(40),
    role: usually(field.choice('head', 'member'), 'member'),
    topics: later(field.text(120)),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    groups: stock('entered', 'ended', { unit: '个', system: 'A14', where: { role: 'head' } }),
    lecturers: stock('entered', 'ended', { unit: '人', system: 'A14', by: 'role' }),
  },
})
