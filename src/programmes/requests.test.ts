import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { requests } from './requests.ts'

test('heard, open and solved', () => {
  const one = rehearse(requests)
  one.do('enter', { name: '孩子入园', since: '2026-03-08', kind: 'child' })
  one.do('end', { until: '2026-03-20', ending: 'solved' })
  assert.deepEqual(
    ['heard', 'solved', 'open'].map(name => one.counted(name)),
    [1, 1, 0],
  )
})
