import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { practicalItems } from './practical-items.ts'

test('listed and in hand', () => {
  const one = rehearse(practicalItems)
  one.do('enter', { name: '两癌检查', since: '2026-03-08', rank: 'province', year: 2026 })
  assert.deepEqual(
    ['items', 'listed'].map(name => one.counted(name)),
    [1, 1],
  )
})
