import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { rehearse } from '#language/rehearse'
import { groupLeaders } from './group-leaders.ts'

const leader = { person: '0198a1c2-0000-7000-8000-000000000001', since: '2024-03-08', group: '东屯', isExecutive: true }

test('a group has one leader, who is usually an executive too', () => {
  const one = rehearse(groupLeaders)
  one.do('enter', leader)
  assert.deepEqual([one.counted('inPost'), one.counted('executives')], [1, 1])
  one.do('correct', { isExecutive: false, reason: '不是执委' })
  assert.deepEqual([one.counted('inPost'), one.counted('executives')], [1, 0])
  const second = rehearse(groupLeaders).do('enter', leader, { same0: 0, same1: 1 })
  assert.ok(second instanceof Problem && second.code === 'already-stored')
  assert.deepEqual(second.details, { fields: ['group'] })
})

test('how many groups are provided is held against how many there should be', () => {
  const { provided } = groupLeaders.indicators
  assert.deepEqual([provided?.top, provided?.bottom], ['inPost', 'establishment.groupLeaderSeats'])
})
