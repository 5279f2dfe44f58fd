import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { familyHonours } from './family-honours.ts'

test('a courtyard that loses its plate leaves the stock', () => {
  const one = rehearse(familyHonours)
  one.do('record', { name: '甲', award: 'courtyard', since: '2026-03-08', rank: 'prefecture', number: 3 })
  assert.equal(one.counted('courtyards'), 3)
  assert.deepEqual(one.do('revoke', { on: '2026-06-01', ground: 'standard' }), ['revoked'])
  assert.deepEqual([one.counted('courtyards'), one.counted('selection.valid')], [0, 0])
})
