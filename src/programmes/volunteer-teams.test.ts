import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { volunteerTeams } from './volunteer-teams.ts'

test('teams and volunteers are two numbers', () => {
  const one = rehearse(volunteerTeams)
  one.do('enter', { name: '甲队', since: '2026-03-08', domain: 'care', volunteers: 25 })
  assert.deepEqual(
    ['teams', 'newTeams', 'volunteers'].map(name => one.counted(name)),
    [1, 1, 25],
  )
})
