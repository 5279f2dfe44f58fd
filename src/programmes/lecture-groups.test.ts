import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { rehearse } from '#language/rehearse'
import { lectureGroups } from './lecture-groups.ts'

const person = '0198a1c2-0000-7000-8000-000000000001'
const member = { person, since: '2024-01-01', group: '红色娘子军', role: 'member', source: 'delegate' }

test('members are persons, groups are counted by their heads', () => {
  const one = rehearse(lectureGroups)
  one.do('enter', member)
  assert.deepEqual([one.counted('members', 'source=delegate'), one.counted('groups')], [1, 0])
  one.do('correct', { role: 'head', reason: '当了团长' }, { seats: 0 })
  assert.deepEqual([one.counted('members'), one.counted('groups')], [1, 1])
  one.do('end', { until: '2026-01-01', ending: 'resigned' })
  assert.deepEqual([one.counted('members'), one.counted('groups'), one.counted('newMembers')], [0, 0, 1])
})

test('a group has one head, another group has its own', () => {
  const head = { ...member, role: 'head' }
  const asked = lectureGroups.pattern.around('enter', head, lectureGroups.pattern.start)
  assert.deepEqual(asked.seats, { phase: 'standing', fields: { role: 'head', group: '红色娘子军' } })
  const second = rehearse(lectureGroups).do('enter', head, { seats: 1 })
  assert.ok(second instanceof Problem && second.code === 'limit-reached')
})
