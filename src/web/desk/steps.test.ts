import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stepOf, stepsOf } from './steps.ts'

test('limits are round, rise, and put every value on a step', () => {
  const values = [1024, 1184, 1205, 899, 670, 613, 358, 668, 388, 782, 388, 592]
  const limits = stepsOf(values)
  assert.deepEqual(limits, [390, 610, 780, 1000])
  assert.deepEqual(
    [300, 390, 650, 1205].map(value => stepOf(value, limits)),
    [1, 2, 3, 5],
  )
})

test('few or equal values need fewer steps', () => {
  assert.deepEqual(stepsOf([]), [])
  assert.deepEqual(stepsOf([0, 0, 0]), [])
  assert.deepEqual(stepsOf([7, 7, 7]), [7])
})
