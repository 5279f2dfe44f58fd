import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { practices } from './practices.ts'

test('a practice chosen is counted by what chose it', () => {
  const one = rehearse(practices)
  one.do('record', { name: '甲', award: 'textbook', since: '2026-03-08', rank: 'prefecture', number: 3 })
  assert.equal(one.counted('cases'), 3)
  assert.deepEqual(one.do('revoke', { on: '2026-06-01', ground: 'standard' }), ['revoked'])
  assert.deepEqual([one.counted('cases'), one.counted('selection.valid')], [3, 0])
})
