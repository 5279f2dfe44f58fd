import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { familyEducation } from './family-education.ts'

test('a tour is a session and a tour', () => {
  const one = rehearse(familyEducation)
  one.do('record', { title: '家风巡展', day: '2026-03-08', attended: 80, kind: 'tour', reached: 70 })
  assert.deepEqual(
    ['sessions', 'tours', 'reached', 'attendances'].map(name => one.counted(name)),
    [1, 1, 70, 80],
  )
})
