import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { studyReports } from './study-reports.ts'

test('handed in and adopted', () => {
  const one = rehearse(studyReports)
  one.do('record', {
    title: '婚俗调研',
    since: '2026-03-08',
    kind: 'report',
    author: '0198a1c2-0000-7000-8000-000000000001',
    adopted: true,
  })
  assert.deepEqual(
    ['reports', 'adopted', 'authors'].map(name => one.counted(name)),
    [1, 1, 1],
  )
})
