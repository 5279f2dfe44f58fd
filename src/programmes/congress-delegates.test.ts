import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { congressDelegates } from './congress-delegates.ts'

test('a delegate stands for her term', () => {
  const one = rehearse(congressDelegates)
  one.do('enter', { person: '0198a1c2-0000-7000-8000-000000000001', since: '2026-03-08', source: 'farming' })
  assert.deepEqual(
    ['delegates', 'elected'].map(name => one.counted(name)),
    [1, 1],
  )
})
