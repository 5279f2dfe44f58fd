import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { executiveLecturers } from './executive-lecturers.ts'

test('a group is counted by its head, lecturers as persons', () => {
  const one = rehearse(executiveLecturers)
  one.do('enter', { person: '0198a1c2-0000-7000-8000-000000000001', since: '2026-03-08', group: '一团', role: 'head' })
  assert.deepEqual(
    ['groups', 'lecturers'].map(name => one.counted(name)),
    [1, 1],
  )
})
