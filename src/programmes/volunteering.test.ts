import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { volunteering } from './volunteering.ts'

test('who took part and who was served are two numbers', () => {
  const one = rehearse(volunteering)
  one.do('record', { title: '清洁家园', day: '2026-03-08', attended: 60, domain: 'environment', volunteers: 12 })
  assert.deepEqual(
    ['sessions', 'participants', 'served'].map(name => one.counted(name)),
    [1, 12, 60],
  )
})
