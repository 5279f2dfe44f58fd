import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { reformSteps } from './reform-steps.ts'

test('what should be done and what was done make a share', () => {
  const one = rehearse(reformSteps)
  one.do('enter', { kind: 'conversion', since: '2026-03-08', should: 10, done: 8 })
  assert.deepEqual(
    ['converted', 'toConvert', 'regional'].map(name => one.counted(name)),
    [8, 10, 0],
  )
})
