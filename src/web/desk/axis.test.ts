import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axisOf, placeOn } from './axis.ts'

test('an axis holds whole years around the terms and today', () => {
  const axis = axisOf([{ from: '2022-03-11', to: '2027-03-10' }], '2026-11-19')
  assert.equal(axis.from, '2022-01-01')
  assert.deepEqual([placeOn(axis, '2022-01-01'), placeOn(axis, '2028-01-01')], [0, 100])
  assert.ok(placeOn(axis, '2026-11-19') > 80)
  assert.ok(!axis.years.includes(2026), 'the word today stands where the year would')
})

test('what lies before or after is cut at the ends', () => {
  const axis = axisOf([{ from: '1990-01-01', to: '2099-01-01' }], '2026-11-19')
  assert.equal(placeOn(axis, '1990-01-01'), 0)
  assert.equal(placeOn(axis, '2099-01-01'), 100)
})
