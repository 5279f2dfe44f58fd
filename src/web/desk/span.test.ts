import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spanOf, yearBefore } from './span.ts'

test('the spans people mean, as days', () => {
  assert.deepEqual(spanOf('year', '2026-11-19'), { from: '2026-01-01', to: '2026-11-19' })
  assert.deepEqual(spanOf('quarter', '2026-11-19'), { from: '2026-10-01', to: '2026-11-19' })
  assert.deepEqual(spanOf('lastMonth', '2026-01-15'), { from: '2025-12-01', to: '2025-12-31' })
  assert.deepEqual(spanOf('five', '2026-11-19'), { from: '2022-01-01', to: '2026-11-19' })
})

test('a year before a leap day is the last of February', () => {
  assert.deepEqual(yearBefore({ from: '2024-01-01', to: '2024-02-29' }), { from: '2023-01-01', to: '2023-02-28' })
})
