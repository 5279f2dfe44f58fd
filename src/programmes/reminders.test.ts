import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { reminders } from './reminders.ts'

test('sent and open until it is closed', () => {
  const one = rehearse(reminders)
  one.do('send', { title: '按期换届', what: '请尽快换届', since: '2026-11-20', due: '2026-12-31', about: 'election' })
  one.do('answer', { answer: '已报请示' })
  assert.deepEqual(
    ['sent', 'answered', 'open'].map(name => one.counted(name)),
    [1, 1, 1],
  )
})
