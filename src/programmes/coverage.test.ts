import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { coverage } from './coverage.ts'

test('coverage by rank', () => {
  const one = rehearse(coverage)
  one.do('record', {
    title: '最美家庭专题',
    kind: 'report',
    since: '2026-03-08',
    channels: ['central'],
    number: 1,
    medium: '某报',
  })
  assert.deepEqual(
    ['reports', 'contributed'].map(name => one.counted(name)),
    [1, 0],
  )
})
