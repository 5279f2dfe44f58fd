import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { elections } from './elections.ts'

test('re-elections and those on time are two numbers', () => {
  const one = rehearse(elections)
  one.do('enter', { name: '某村妇联', since: '2026-03-08', body: 'federation', due: '2026-03-31', onTime: true })
  assert.deepEqual(
    ['held', 'onTime'].map(name => one.counted(name)),
    [1, 1],
  )
})
