import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { rehearse } from '#language/rehearse'
import { establishment } from './establishment.ts'

test('1正2副4兼1挂 are eight seats of the leadership, from the day they are given until they change', () => {
  const plan = { chair: 1, 'vice-full': 2, 'vice-part': 4, 'vice-seconded': 1 }
  const entries = Object.entries(plan).map(([post, seats]) => {
    const entry = rehearse(establishment)
    entry.do('enter', { since: '2022-01-01', post, seats })
    return entry
  })
  assert.equal(
    entries.reduce((sum, entry) => sum + entry.counted('leadershipSeats'), 0),
    8,
  )
  entries[1]?.do('end', { until: '2025-01-01', ending: 'changed' })
  assert.equal(
    entries.reduce((sum, entry) => sum + entry.counted('leadershipSeats'), 0),
    6,
  )
})

test('executives and group leaders have seats of their own; one post is planned once', () => {
  const entry = rehearse(establishment)
  entry.do('enter', { since: '2022-01-01', post: 'group-leader', seats: 8 })
  assert.deepEqual(
    [entry.counted('groupLeaderSeats'), entry.counted('executiveSeats'), entry.counted('leadershipSeats')],
    [8, 0, 0],
  )
  const twice = rehearse(establishment).do('enter', { since: '2022-01-01', post: 'chair', seats: 1 }, { same0: 1 })
  assert.ok(twice instanceof Problem && twice.code === 'already-stored')
})
