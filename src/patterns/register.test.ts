import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#base/day'
import { Problem } from '#base/problem'
import { field, lines, programme, stock, type Programme } from '#language'
import { rehearse } from '#language/rehearse'
import { register } from './register.ts'

const [ama, esi] = ['0198a1c2-0000-7000-8000-000000000001', '0198a1c2-0000-7000-8000-000000000002']
const pattern = register({
  of: 'person',
  endings: ['left', 'died'],
  atMost: { field: 'role', limits: { head: 1 }, within: ['group'] },
})
const access = { see: [], open: [], enter: [], correct: [], end: [], withdraw: [] }
const choir = programme({
  id: 'choir',
  version: 1,
  systems: ['B10'],
  chapter: 'lead',
  pattern,
  fields: { role: field.choice('head', 'singer'), group: field.text() },
  access,
  indicators: { singers: stock('entered', 'ended', { unit: '人', system: 'B10', by: 'role' }) },
})
const code = (outcome: string[] | Problem) => (outcome instanceof Problem ? outcome.code : outcome.join())
const rule = (outcome: string[] | Problem) =>
  outcome instanceof Problem ? (outcome.details.issues as { rule: string }[])[0]?.rule : undefined

test('an entry stands from its day until the day it ends, in every slice', () => {
  const entry = rehearse(choir)
  entry.do('enter', { person: ama, since: '2024-01-01', role: 'head', group: '甲' })
  assert.equal(code(entry.do('end', { until: '2025-06-30', ending: 'left' })), 'ended')
  assert.deepEqual(
    entry.lines.map(line => [line.slice, line.day, 'value' in line && line.value]),
    [
      ['', '2024-01-01', 1],
      ['role=head', '2024-01-01', 1],
      ['', '2025-06-30', -1],
      ['role=head', '2025-06-30', -1],
    ],
  )
  assert.equal(code(entry.do('end', { until: '2025-07-01', ending: 'left' })), 'not-in-this-state')
})

test('a wrong ending is taken back by emptying its day, and what it was goes with it', () => {
  const entry = rehearse(choir)
  entry.do('enter', {
    person: ama,
    since: '2024-01-01',
    until: '2025-01-01',
    ending: 'died',
    role: 'head',
    group: '甲',
  })
  assert.equal(entry.state.phase, 'ended')
  assert.equal(code(entry.do('correct', { until: null, reason: '还在任' })), 'corrected')
  assert.equal(entry.state.phase, 'standing')
  assert.equal(entry.state.fields.ending, undefined)
  assert.equal(entry.lines.length, 2)
})

test('days in the wrong order, days to come and half an ending are refused', () => {
  const first = { person: ama, since: '2024-01-01', role: 'singer', group: '甲' }
  const enter = (more: object) => rehearse(choir).do('enter', { ...first, ...more })
  assert.equal(code(enter({ since: '2026-11-26' })), 'too-early')
  assert.equal(code(enter({ until: '2026-11-26', ending: 'left' })), 'too-early')
  assert.equal(rule(enter({ until: '2023-12-31', ending: 'left' })), 'before-since')
  assert.equal(rule(enter({ until: '2024-12-31' })), 'missing')
  assert.equal(rule(enter({ ending: 'left' })), 'missing')
  assert.equal(code(enter({ until: '2024-01-01', ending: 'left' })), 'entered')
})

test('it asks for the same person standing, and for the seats of a limited kind in the same group', () => {
  const ask = (input: object) => pattern.around('enter', input, pattern.start)
  assert.deepEqual(ask({ person: ama, since: '2024-01-01', role: 'head', group: '甲' }), {
    same0: { phase: 'standing', fields: { person: ama } },
    seats: { phase: 'standing', fields: { role: 'head', group: '甲' } },
  })
  assert.deepEqual(Object.keys(ask({ person: ama, since: '2024-01-01', role: 'singer', group: '甲' })), ['same0'])
  assert.deepEqual(ask({ person: ama, since: '2024-01-01', until: '2024-02-01', role: 'head', group: '甲' }), {})
})

test('a second standing entry of one person, and a second head, are refused', () => {
  const input = { person: ama, since: '2024-01-01', role: 'head', group: '甲' }
  const twice = rehearse(choir).do('enter', input, { same0: 1, seats: 0 })
  assert.ok(twice instanceof Problem && twice.code === 'already-stored')
  const full = rehearse(choir).do('enter', input, { same0: 0, seats: 1 })
  assert.ok(full instanceof Problem && full.code === 'limit-reached')
  assert.deepEqual(full.details, { field: 'role', value: 'head', most: 1 })
})

test('a correction asks around only for what it moves', () => {
  const entry = rehearse(choir)
  entry.do('enter', { person: ama, since: '2024-01-01', role: 'singer', group: '甲' })
  const ask = (input: object) => Object.keys(pattern.around('correct', input, entry.state))
  assert.deepEqual(ask({ since: '2024-02-01', reason: '写错' }), [])
  assert.deepEqual(ask({ role: 'head', reason: '写错' }), ['seats'])
  assert.deepEqual(ask({ person: esi, reason: '写错' }), ['same0'])
  assert.deepEqual(ask({ until: '2024-03-01', ending: 'left', reason: '写错' }), [])
})

test('whatever days are given, what stands is between nobody and one', () => {
  const away = fc.integer({ min: -400, max: 3 })
  fc.assert(
    fc.property(away, away, away, fc.boolean(), (since, until, again, taken) => {
      const entry = rehearse(choir)
      const on = (count: number) => addDays('2026-11-25', count)
      entry.do('enter', { person: ama, since: on(since), role: 'head', group: '甲' })
      entry.do('end', { until: on(until), ending: 'left' })
      entry.do('correct', { until: taken ? null : on(again), reason: '写错' })
      const days = lines(choir as unknown as Programme, entry.state).filter(line => line.slice === '')
      const standing = days.map((_, i) =>
        days.slice(0, i + 1).reduce((sum, line) => sum + ('value' in line ? line.value : 0), 0),
      )
      assert.ok(standing.every(count => count === 0 || count === 1))
    }),
  )
})
