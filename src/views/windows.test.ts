import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, firstDayOf, lastDayOf } from '#base/day'
import { spanOf, windowsOf } from './windows.ts'

const period = fc
  .tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 1500 }))
  .map(([start, length]) => ({ from: addDays('2018-01-01', start), to: addDays('2018-01-01', start + length) }))

test('windows follow one another without gap and fill the period', () => {
  fc.assert(
    fc.property(period, fc.constantFrom('none', 'years', 'months'), ({ from, to }, grain) => {
      const windows = windowsOf(from, to, grain as 'none')
      assert.equal(windows[0]?.from, from)
      assert.equal(windows.at(-1)?.to, to)
      for (const [i, window] of windows.entries()) {
        assert.ok(window.from <= window.to)
        if (i) assert.equal(window.from, addDays(windows[i - 1]?.to ?? '', 1))
      }
    }),
  )
  assert.deepEqual(
    windowsOf('2024-11-15', '2025-02-28', 'months').map(window => window.from),
    ['2024-11-15', '2024-12-01', '2025-01-01', '2025-02-01'],
  )
})

test('whole months and edge days together are exactly the period', () => {
  fc.assert(
    fc.property(period, ({ from, to }) => {
      const { first, last, edges } = spanOf(from, to)
      const parts = [...edges, ...(first <= last ? [{ from: firstDayOf(first), to: lastDayOf(last) }] : [])]
      parts.sort((a, b) => (a.from < b.from ? -1 : 1))
      assert.equal(parts[0]?.from, from)
      assert.equal(parts.at(-1)?.to, to)
      for (const [i, part] of parts.entries()) if (i) assert.equal(part.from, addDays(parts[i - 1]?.to ?? '', 1))
    }),
  )
  assert.deepEqual(spanOf('2024-03-05', '2024-03-20').edges, [{ from: '2024-03-05', to: '2024-03-20' }])
})
