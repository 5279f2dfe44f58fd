import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Problem } from '#base/problem'
import { lines, programme, type Programme } from '#language'
import { rehearse } from '#language/rehearse'
import { activity } from './activity.ts'

const access = { see: [], open: [], record: [], plan: [], verify: [], correct: [], cancel: [], withdraw: [] }
const walk = programme({
  id: 'walks',
  version: 1,
  systems: ['A36'],
  chapter: 'reform',
  pattern: activity(),
  fields: {},
  access,
  indicators: {},
})
const session = { title: '走访', day: '2026-03-08', attended: 3 }
const ids = [1, 2, 3, 4].map(n => `0198a1c2-0000-7000-8000-00000000000${n}`)

test('planned it counts nowhere, held it counts once, cancelled it cannot be held', () => {
  const planned = rehearse(walk)
  assert.deepEqual(planned.do('plan', { title: '走访', day: '2027-03-08' }), ['planned'])
  assert.equal(planned.lines.length, 0)
  planned.do('record', session)
  assert.deepEqual(
    planned.lines.map(line => line.key),
    ['activity.sessions', 'activity.attendances'],
  )
  const off = rehearse(walk)
  off.do('plan', { title: '走访', day: '2027-03-08' })
  off.do('cancel', { reason: '大雪' })
  assert.ok(off.do('record', session) instanceof Problem)
})

test('a correction opens a checked session for checking again', () => {
  const record = rehearse(walk)
  record.do('record', session)
  record.do('verify', {})
  assert.equal(record.state.phase, 'verified')
  record.do('correct', { attended: 4, reason: '数错' })
  assert.equal(record.state.phase, 'held')
})

test('never fewer attend than are named, and never more women than attend', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.subarray(ids), fc.option(fc.nat(5)), (attended, people, women) => {
      const record = rehearse(walk)
      record.do('record', { ...session, attended, people, ...(women === null ? {} : { women }) })
      const held = record.state.phase === 'held'
      assert.equal(held, attended >= people.length && attended >= (women ?? 0))
    }),
  )
})

test('tagged with another programme, it counts there too, and for all activities together still once', () => {
  const record = rehearse(walk)
  record.do('record', { ...session, also: ['lectures'] })
  const other = { ...walk, id: 'lectures', indicators: activity().common } as unknown as Programme
  const keys = lines(walk as unknown as Programme, record.state, [other]).map(line => line.key)
  assert.deepEqual(keys, ['lectures.sessions', 'lectures.attendances', 'activity.sessions', 'activity.attendances'])
})
