import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { field, optional, programme, stock } from '#language'
import { rehearse } from '#language/rehearse'
import { venue } from './venue.ts'

const pattern = venue({ standard: ['place', 'sign'], people: ['head', 'team'] })
const none = { see: [], open: [], found: [], check: [], uncheck: [], rectify: [], reopen: [], correct: [], close: [] }
const reading = programme({
  id: 'reading-rooms',
  version: 1,
  systems: ['D22'],
  chapter: 'family',
  pattern,
  fields: { head: field.person(), team: optional(field.people()) },
  access: { ...none, withdraw: [] },
  indicators: {
    rooms: stock('opened', 'closed', { unit: '个', system: 'D22' }),
    meeting: stock('met', 'unmet', { unit: '个', system: 'D22' }),
    onMap: stock('opened', 'closed', { unit: '个', system: 'D22', where: { mapped: true } }),
  },
})
const ama = '0198a1c2-0000-7000-8000-000000000001'
const good = { passed: ['place', 'sign'], failed: [] }
const bad = { passed: ['place'], failed: ['sign'] }
const opened = (more = {}) => {
  const room = rehearse(reading)
  room.do('found', { name: '书屋', since: '2024-01-01', head: ama, ...more })
  return room
}
const code = (outcome: string[] | Problem) => (outcome instanceof Problem ? outcome.code : outcome.join())
const rule = (outcome: string[] | Problem) =>
  outcome instanceof Problem ? (outcome.details.issues as { rule: string }[])[0]?.rule : undefined
const counted = (room: ReturnType<typeof opened>, key: string) =>
  room.lines.filter(line => line.key === `reading-rooms.${key}`).map(line => [line.day, 'value' in line && line.value])

test('it meets the standard from a good check until a bad one, whatever order the checks are written down in', () => {
  const room = opened()
  room.do('check', { checked: '2024-09-01', result: bad })
  room.do('check', { checked: '2024-03-01', result: good })
  room.do('check', { checked: '2024-05-01', result: good })
  room.do('check', { checked: '2025-02-01', result: good })
  const meeting = [
    ['2024-03-01', 1],
    ['2024-09-01', -1],
    ['2025-02-01', 1],
  ]
  assert.deepEqual(counted(room, 'meeting'), meeting)
  assert.deepEqual(room.state.fields.checked, '2025-02-01')
  room.do('close', { until: '2026-01-01', closure: '合并' })
  assert.deepEqual(counted(room, 'meeting'), [...meeting, ['2026-01-01', -1]])
  assert.deepEqual(counted(room, 'rooms'), [
    ['2024-01-01', 1],
    ['2026-01-01', -1],
  ])
})

test('a second check on one day takes the place of the first, and a mistaken one can be struck out', () => {
  const room = opened()
  room.do('check', { checked: '2024-03-01', result: good })
  room.do('check', { checked: '2024-03-01', result: bad })
  assert.deepEqual(counted(room, 'meeting'), [])
  assert.equal(rule(room.do('uncheck', { checked: '2024-03-02', reason: '记错' })), 'no-check-that-day')
  assert.equal(code(room.do('uncheck', { checked: '2024-03-01', reason: '记错' })), 'unchecked')
  assert.equal(room.state.fields.result, undefined)
  assert.equal(room.lines.filter(line => line.key === 'venue.checks').length, 0)
})

test('ordered to put right, it stands on; a good check from that day on brings it back', () => {
  const room = opened()
  room.do('check', { checked: '2024-03-01', result: bad })
  room.do('rectify', { ordered: '2024-03-02', wanted: '挂牌', due: '2024-05-01' })
  assert.equal(room.state.phase, 'rectifying')
  assert.deepEqual(counted(room, 'rooms'), [['2024-01-01', 1]])
  assert.equal(code(room.do('check', { checked: '2024-02-01', result: good })), 'checked')
  assert.equal(room.state.phase, 'rectifying')
  assert.equal(code(room.do('check', { checked: '2024-04-01', result: good })), 'checked,reopened')
  assert.equal(room.state.phase, 'operating')
  assert.equal(room.state.fields.wanted, undefined)
})

test('it comes back by word of the office too, not before the day of the order', () => {
  const room = opened()
  room.do('rectify', { ordered: '2024-03-02', wanted: '挂牌' })
  assert.equal(rule(room.do('reopen', { reopened: '2024-03-01' })), 'before-ordered')
  assert.equal(code(room.do('reopen', { reopened: '2024-03-09' })), 'reopened')
  assert.equal(code(room.do('reopen', { reopened: '2024-03-09' })), 'not-in-this-state')
})

test('nothing happens before it opened, after it closed, or tomorrow', () => {
  const room = opened()
  assert.equal(rule(room.do('check', { checked: '2023-12-31', result: good })), 'before-since')
  assert.equal(code(room.do('check', { checked: '2026-11-26', result: good })), 'too-early')
  room.do('check', { checked: '2024-03-01', result: good })
  assert.equal(rule(room.do('correct', { since: '2024-03-02', reason: '写错' })), 'after-first-check')
  assert.equal(rule(room.do('close', { until: '2024-02-01', closure: '拆了' })), 'before-last-check')
  assert.equal(code(room.do('close', { until: '2024-03-01', closure: '拆了' })), 'closed')
  assert.equal(room.state.standing, false)
  assert.equal(code(room.do('check', { checked: '2024-03-01', result: good })), 'not-in-this-state')
})

test('a check of nothing, or of an item both ways, is refused', () => {
  const check = (result: object) => opened().do('check', { checked: '2024-03-01', result })
  assert.equal(rule(check({ passed: [], failed: [] })), 'nothing-checked')
  assert.equal(rule(check({ passed: ['sign'], failed: ['sign'] })), 'both-passed-and-failed')
})

test('an item nobody spoke of is not there', () => {
  const room = opened()
  room.do('check', { checked: '2024-03-01', result: { passed: ['place'], failed: [] } })
  assert.deepEqual(room.state.fields.result, bad)
  assert.deepEqual(counted(room, 'meeting'), [])
})

test('closed by mistake: emptying the day opens it again, and it asks whether the name is free', () => {
  const room = opened()
  room.do('close', { until: '2024-03-01', closure: '拆了' })
  const same = { same: { standing: true, fields: { name: '书屋' } } }
  assert.deepEqual(pattern.around('correct', { until: null }, room.state as never), same)
  assert.equal(code(room.do('correct', { until: null, reason: '记错' }, { same: 1 })), 'already-stored')
  assert.equal(code(room.do('correct', { until: null, reason: '记错' }, { same: 0 })), 'corrected')
  assert.equal(room.state.phase, 'operating')
  assert.equal(room.state.fields.closure, undefined)
  assert.equal(rule(room.do('correct', { until: '2024-03-01', reason: '关了' })), 'missing')
})

test('a name is asked for only where it is new', () => {
  assert.deepEqual(pattern.around('found', { name: '书屋' }, pattern.start), {
    same: { standing: true, fields: { name: '书屋' } },
  })
  const room = opened()
  assert.deepEqual(pattern.around('correct', { note: '好' }, room.state as never), {})
  assert.deepEqual(Object.keys(pattern.around('correct', { name: '新书屋' }, room.state as never)), ['same'])
})

test('only a place with coordinates is on the map; the people named are its own', () => {
  assert.deepEqual(counted(opened({ place: { address: '村部' } }), 'onMap'), [])
  const room = opened({ place: { lat: 43.9, lng: 125.3 }, team: [ama] })
  assert.deepEqual(counted(room, 'onMap'), [['2024-01-01', 1]])
  assert.deepEqual(pattern.names(room.state as never), [ama])
})
