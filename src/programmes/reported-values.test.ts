import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { reportedValues } from './reported-values.ts'

test('a department’s value of a year stands beside what is recorded, never in it', () => {
  const value = rehearse(reportedValues)
  const said = {
    indicator: 'reported-values.womensLifeExpectancy',
    value: 80.5,
    countUnit: '岁',
    to: '2024-12-31',
    source: '统计公报',
    department: '卫生健康委',
  }
  assert.deepEqual(value.do('declare', said), ['declared'])
  assert.deepEqual(value.lines, [])
})

test('every indicator here is reported, none can be added up', () => {
  for (const [name, { kind, of }] of Object.entries(reportedValues.indicators))
    assert.deepEqual([kind, of], ['reported', undefined], name)
})
