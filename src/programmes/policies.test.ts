import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { policies } from './policies.ts'

test('what was adopted and the money given with it', () => {
  const one = rehearse(policies)
  one.do('record', { title: '家庭教育促进条例', since: '2026-03-08', kind: 'family-law' })
  assert.deepEqual(
    ['adopted', 'familyLaws', 'money'].map(name => one.counted(name)),
    [1, 1, 0],
  )
})
