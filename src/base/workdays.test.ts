import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterWorkdays, calendarWith, isWorkday } from './workdays.ts'

const calendar = calendarWith()

test('holidays and weekends are no working days; a make-up Saturday is', () => {
  assert.equal(isWorkday('2026-02-18', calendar), false)
  assert.equal(isWorkday('2026-02-28', calendar), true)
  assert.equal(isWorkday('2026-03-01', calendar), false)
  assert.equal(isWorkday('2026-03-02', calendar), true)
})

test('five working days over the National Day holiday end after it', () => {
  assert.equal(afterWorkdays('2025-09-26', 5, calendar), '2025-10-10')
  assert.equal(afterWorkdays('2026-03-02', 5, calendar), '2026-03-09')
  assert.equal(afterWorkdays('2026-03-02', 0, calendar), '2026-03-02')
})

test('days of a setting are added to those published', () => {
  const own = calendarWith(['2027-01-01'], ['2027-01-02'])
  assert.equal(isWorkday('2027-01-01', own), false)
  assert.equal(isWorkday('2027-01-02', own), true)
  assert.equal(isWorkday('2026-10-01', own), false)
})
