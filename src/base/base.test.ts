import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, dayAt, firstDayOf, isDay, lastDayOf, monthNo } from './day.ts'
import { isUuid, uuid7 } from './id.ts'

test('only existing days are days', () => {
  for (const good of ['2024-02-29', '1949-04-03', '2099-12-31']) assert.ok(isDay(good), good)
  for (const bad of ['2023-02-29', '2024-13-01', '2024-00-10', '24-01-01', '2024-1-1', '', null, 20240101])
    assert.ok(!isDay(bad), String(bad))
})

test('adding days and taking them away leads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -4000, max: 4000 }), (start, count) => {
      const day = addDays('1949-04-03', start)
      assert.equal(addDays(addDays(day, count), -count), day)
    }),
  )
})

test('months know their first and last day, and the day in China begins at 16:00 UTC', () => {
  assert.equal(monthNo('2024-02-15'), 2024 * 12 + 1)
  assert.equal(firstDayOf(monthNo('2024-12-31')), '2024-12-01')
  assert.equal(lastDayOf(monthNo('2024-02-01')), '2024-02-29')
  assert.equal(dayAt(Date.parse('2024-03-07T15:59:59Z')), '2024-03-07')
  assert.equal(dayAt(Date.parse('2024-03-07T16:00:00Z')), '2024-03-08')
})

test('ids sort by time and are valid UUIDs', () => {
  const ids = [1, 2, 3].map(n => uuid7(1_700_000_000_000 + n, randomBytes(10)))
  assert.deepEqual(ids.toSorted(), ids)
  assert.ok(ids.every(isUuid))
})
