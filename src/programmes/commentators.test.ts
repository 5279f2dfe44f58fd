import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { commentators } from './commentators.ts'

test('a roster of people, nothing else', () => {
  const one = rehearse(commentators)
  one.do('enter', { person: '0198a1c2-0000-7000-8000-000000000001', since: '2026-03-08', role: 'publicist' })
  assert.deepEqual(
    ['people'].map(name => one.counted(name)),
    [1],
  )
})
