import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { agreements } from './agreements.ts'

test('an agreement stands for its term', () => {
  const one = rehearse(agreements)
  one.do('record', {
    title: '战略合作协议',
    since: '2025-03-08',
    until: '2026-03-07',
    kind: 'cooperation',
    partner: '甲大学',
  })
  assert.deepEqual(
    ['signed', 'inForce'].map(name => one.counted(name)),
    [1, 0],
  )
})
