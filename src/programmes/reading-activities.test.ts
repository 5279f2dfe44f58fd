import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { readingActivities } from './reading-activities.ts'

const [first, second] = ['0198a1c2-0000-7000-8000-000000000001', '0198a1c2-0000-7000-8000-000000000002']
const session = { title: '一起读一本书', day: '2026-04-23', attended: 45, familyVisits: 20, children: 22 }

test('families that came are visits; only those named are households', () => {
  const reading = rehearse(readingActivities)
  reading.do('record', { ...session, families: [first, second, first] })
  assert.equal(reading.counted('familyVisits'), 20)
  assert.equal(reading.counted('families'), 2)
  assert.deepEqual(
    [reading.counted('children'), reading.counted('attendances'), reading.counted('people')],
    [22, 45, 0],
  )
})

test('a theme added later moves the session under it', () => {
  const reading = rehearse(readingActivities)
  reading.do('record', session)
  assert.equal(reading.counted('sessions', 'theme=red-classics'), 0)
  reading.do('correct', { theme: 'red-classics', reason: '补上主题' })
  assert.deepEqual([reading.counted('sessions'), reading.counted('sessions', 'theme=red-classics')], [1, 1])
})
