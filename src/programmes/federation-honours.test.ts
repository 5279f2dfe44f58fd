import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { federationHonours } from './federation-honours.ts'

test('what the federation won stays won, and is no stock', () => {
  const one = rehearse(federationHonours)
  one.do('record', { name: '甲', award: 'advanced', since: '2026-03-08', rank: 'prefecture', number: 3 })
  assert.equal(one.counted('won'), 3)
  assert.deepEqual(one.do('revoke', { on: '2026-06-01', ground: 'standard' }), ['revoked'])
  assert.deepEqual([one.counted('won'), one.counted('selection.valid')], [3, 0])
})
