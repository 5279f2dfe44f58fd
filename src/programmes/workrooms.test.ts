import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { workrooms } from './workrooms.ts'

test('a workroom is one from the day it opens', () => {
  const one = rehearse(workrooms)
  one.do('found', { name: '甲工作室', since: '2026-03-08', speciality: 'law' })
  assert.deepEqual(
    ['rooms', 'opened'].map(name => one.counted(name)),
    [1, 1],
  )
})
