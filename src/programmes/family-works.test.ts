import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { familyWorks } from './family-works.ts'

test('precepts by the piece, books by the book', () => {
  const one = rehearse(familyWorks)
  one.do('record', { title: '村民家训', kind: 'precepts', since: '2026-03-08', channels: ['print'], number: 120 })
  assert.deepEqual(
    ['precepts', 'books'].map(name => one.counted(name)),
    [120, 0],
  )
})
