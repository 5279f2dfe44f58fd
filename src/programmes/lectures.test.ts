import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { rehearse } from '#language/rehearse'
import { lectures } from './lectures.ts'

const ama = '0198a1c2-0000-7000-8000-000000000001'
const session = { title: '三八节进村宣讲', day: '2026-03-08', attended: 30, setting: 'village', form: 'talk' }

test('a lecture counts once, by its setting and form, and its person-times are not its persons', () => {
  const lecture = rehearse(lectures)
  assert.deepEqual(lecture.do('record', { ...session, people: [ama, ama] }), ['held'])
  const counted = lecture.lines.map(line => [line.key, line.slice, 'value' in line ? line.value : line.reached.length])
  assert.deepEqual(counted, [
    ['lectures.sessions', '', 1],
    ['lectures.sessions', 'setting=village', 1],
    ['lectures.meetings', '', 1],
    ['lectures.attendances', '', 30],
    ['lectures.people', '', 1],
    ['activity.sessions', '', 1],
    ['activity.attendances', '', 30],
    ['activity.people', '', 1],
  ])
})

test('viewers online stand apart, and a leader’s lecture among the people is both', () => {
  const lecture = rehearse(lectures)
  lecture.do('record', { ...session, form: 'mass', online: 900, byLeader: true })
  const names = ['sessions', 'meetings', 'massSessions', 'byLeader', 'attendances', 'onlineViews', 'people']
  assert.deepEqual(
    names.map(name => lecture.counted(name)),
    [1, 0, 1, 1, 30, 900, 0],
  )
})

test('a corrected lecture leaves its old numbers, a withdrawn one counts nowhere', () => {
  const lecture = rehearse(lectures)
  lecture.do('record', session)
  assert.deepEqual(lecture.do('correct', { reason: '人数数错了', attended: 28, setting: 'school' }), ['corrected'])
  assert.deepEqual(
    [lecture.counted('sessions', 'setting=village'), lecture.counted('sessions', 'setting=school')],
    [0, 1],
  )
  assert.equal(lecture.counted('attendances'), 28)
  assert.deepEqual(lecture.do('withdraw', { reason: '记重了' }), ['withdrawn'])
  assert.deepEqual(lecture.lines, [])
})

test('a day to come, fewer people than are named, and a second withdrawal are refused', () => {
  const lecture = rehearse(lectures)
  const early = lecture.do('record', { ...session, day: '2026-12-09' })
  assert.ok(early instanceof Problem && early.code === 'too-early')
  const few = lecture.do('record', { ...session, attended: 0, people: [ama] })
  assert.ok(few instanceof Problem && few.code === 'invalid-input')
  lecture.do('record', session)
  lecture.do('withdraw', { reason: '记重了' })
  const again = lecture.do('withdraw', { reason: '记重了' })
  assert.ok(again instanceof Problem && again.code === 'not-in-this-state')
})
