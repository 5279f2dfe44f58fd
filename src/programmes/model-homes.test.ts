import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { modelHomes } from './model-homes.ts'

test('a home taken off the list is a model no more', () => {
  const one = rehearse(modelHomes)
  one.do('record', { name: '甲', award: 'model-home', since: '2026-03-08', rank: 'prefecture', number: 3 })
  assert.equal(one.counted('homes'), 3)
  assert.deepEqual(one.do('revoke', { on: '2026-06-01', ground: 'standard' }), ['revoked'])
  assert.deepEqual([one.counted('homes'), one.counted('selection.valid')], [0, 0])
})
