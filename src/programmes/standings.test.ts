import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { rehearse } from '#language/rehearse'
import { standings } from './standings.ts'

const said = { countUnit: '年', to: '2025-12-31', source: '考核通报', department: '省直机关工委' }

test('a place, a grade, a run of years is stated with its source and never counted', () => {
  const one = rehearse(standings)
  assert.deepEqual(one.do('declare', { ...said, indicator: 'standings.assessmentYears', value: 5 }), ['declared'])
  assert.deepEqual(one.lines, [])
})

test('half a year or half a place is no answer', () => {
  for (const countUnit of ['年', '位次', '级'])
    assert.ok(
      rehearse(standings).do('declare', { ...said, indicator: 'standings.itemYears', countUnit, value: 1.5 }) instanceof
        Problem,
    )
})
