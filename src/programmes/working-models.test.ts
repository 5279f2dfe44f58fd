import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { workingModels } from './working-models.ts'

test('a model and the bodies of its parts', () => {
  const one = rehearse(workingModels)
  one.do('record', { title: '1+N+X', since: '2026-03-08', parts: '妇联', many: 12, more: 30 })
  assert.deepEqual(
    ['models', 'bodies', 'others'].map(name => one.counted(name)),
    [1, 12, 30],
  )
})
