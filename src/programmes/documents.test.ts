import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { documents } from './documents.ts'

test('a document is in force until it is replaced', () => {
  const one = rehearse(documents)
  one.do('record', { title: '家庭教育五年规划', since: '2026-03-08', kind: 'five-year', departments: 8, partners: 11 })
  assert.deepEqual(
    ['issued', 'inForce', 'planDepartments', 'planPartners'].map(name => one.counted(name)),
    [1, 1, 8, 11],
  )
})
