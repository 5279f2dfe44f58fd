import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { rehearse } from '#language/rehearse'
import { womensHomes } from './womens-homes.ts'

const home = { name: '青禾村妇女之家', since: '2023-03-08' }
const all = ['place', 'sign', 'rules', 'team', 'activity']

test('a home counts from its opening to its closing, at the level it lies at', () => {
  const place = rehearse(womensHomes)
  place.do('found', home)
  place.do('close', { until: '2026-06-01', closure: '两村合并' })
  assert.deepEqual([place.counted('homes', '', '2026-05-31'), place.counted('homes', '', '2026-06-01')], [1, 0])
  assert.equal(place.counted('homes', 'level=village', '2024-01-01'), 1)
  assert.equal(place.counted('opened'), 1)
})

test('it meets the five haves only with all five', () => {
  const place = rehearse(womensHomes)
  place.do('found', home)
  place.do('check', { checked: '2024-05-01', result: { passed: all.slice(0, 4), failed: ['activity'] } })
  assert.deepEqual([place.counted('meetingStandard'), place.counted('checks')], [0, 1])
  place.do('check', { checked: '2025-05-01', result: { passed: all, failed: [] } })
  assert.deepEqual([place.counted('meetingStandard', 'level=village'), place.counted('checks')], [1, 2])
})

test('two homes of one name do not stand in one village', () => {
  const twice = rehearse(womensHomes).do('found', home, { same: 1 })
  assert.ok(twice instanceof Problem && twice.code === 'already-stored')
})
