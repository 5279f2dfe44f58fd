// B7 The lecture groups of a federation: who lectures under which brand. A group is counted by its head.
import { count, field, later, programme, stock, usually } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const lectureGroups = programme({
  id: 'lecture-groups',
  version: 1,
  systems: ['B7'],
  chapter: 'lead',
  pattern: register({
    of: 'person',
    endings: ['term-over', 'moved-away', 'resigned', 'removed', 'other'],
    atMost: { field: 'role', limits: { head: 1 }, within: ['group'] },
  }),
  fields: {
    group: field.text(40),
    role: usually(field.choice('head', 'member'), 'member'),
    source: field.choice('delegate', 'role-model', 'executive', 'cadre', 'teacher', 'expert', 'other'),
    topics: later(field.text(120)),
  },
  access: registerAccess,
  appoints: { as: 'lecturer' },
  indicators: {
    members: stock('entered', 'ended', { unit: '人', system: 'B7', by: 'source' }),
    groups: stock('entered', 'ended', { unit: '个', system: 'B7', where: { role: 'head' }, by: 'level' }),
    newMembers: count('entered', { unit: '人', system: 'B7' }),
  },
})
