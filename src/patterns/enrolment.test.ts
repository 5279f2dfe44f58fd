import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { rehearse } from '#language/rehearse'
import { trainings } from '#programmes/trainings'

const [ama, esi, yaa, ode] = [1, 2, 3, 4].map(n => `0198a1c2-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
]
const call = { title: '领头雁培训班', since: '2026-06-01', places: 2, kind: 'lead-goose' }
const rule = (outcome: unknown) =>
  outcome instanceof Problem
    ? ((outcome.details.issues as { rule: string }[] | undefined)?.[0]?.rule ?? outcome.code)
    : outcome

test('places are never overrun: those beyond them wait, and move up when somebody leaves', () => {
  const it = rehearse(trainings)
  it.do('call', call)
  assert.deepEqual(it.do('apply', { applying: [ama, esi, yaa], consent: true }), ['applied'])
  it.do('admit', { admitting: [yaa, ama, esi] })
  assert.deepEqual([it.state.admitted, it.state.waiting], [[yaa, ama], [esi]])
  it.do('leave', { leaving: [yaa], reason: '家里有事' })
  assert.deepEqual([it.state.admitted, it.state.waiting], [[ama, esi], []])
  assert.equal(it.state.fields.admitted, 2)
  assert.equal(it.counted('classes'), 0)
  it.do('hold', { until: '2026-06-05', attended: 2, people: [ama, esi], attendances: 10 })
  assert.deepEqual(
    ['classes', 'trained', 'people', 'attendances'].map(name => it.counted(name)),
    [1, 2, 2, 10],
  )
})

test('nobody is written down without consent, twice, or without having applied', () => {
  const it = rehearse(trainings)
  it.do('call', call)
  assert.equal(rule(it.do('apply', { applying: [ama], consent: false })), 'consent-needed')
  it.do('apply', { applying: [ama], consent: true })
  assert.equal(rule(it.do('apply', { applying: [ama], consent: true })), 'already-stored')
  assert.equal(rule(it.do('admit', { admitting: [ode] })), 'not-among-them')
  assert.equal(rule(it.do('pass', { passing: [ama], on: '2026-06-05' })), 'not-in-this-state')
})

test('who passed and where it led are counted on their own days, each person once', () => {
  const it = rehearse(trainings)
  it.do('record', {
    title: '读书班',
    since: '2026-03-01',
    until: '2026-03-03',
    attended: 40,
    people: [ama, esi],
    kind: 'cadres',
    passed: 30,
  })
  assert.equal(it.counted('passed'), 30)
  it.do('pass', { passing: [ama], on: '2026-03-10' }, { certificate: 7 })
  assert.deepEqual([it.state.fields.certificate, it.state.fields.certified], ['2026-0007', [ama]])
  assert.equal(it.counted('passed', '', '2026-03-05'), 29)
  assert.equal(it.counted('passed'), 30)
  assert.equal(rule(it.do('pass', { passing: [ama], on: '2026-03-11' })), 'already-stored')
  assert.equal(rule(it.do('pass', { passing: [yaa], on: '2026-03-11' })), 'not-among-them')
  it.do('follow', { followed: [ama], led: 'in-post', on: '2026-09-01' })
  it.do('follow', { followed: [ama], led: 'promoted', on: '2026-10-01' })
  assert.deepEqual(it.state.led, [{ person: ama, to: 'promoted', day: '2026-10-01' }])
  it.do('withdraw', { reason: '记重了' })
  assert.deepEqual(it.lines, [])
})

test('numbers that cannot be are refused', () => {
  const it = rehearse(trainings)
  const held = { title: '读书班', since: '2026-03-01', until: '2026-03-03', attended: 2, kind: 'cadres' }
  assert.equal(rule(it.do('record', { ...held, people: [ama, esi, yaa] })), 'fewer-than-named')
  assert.equal(rule(it.do('record', { ...held, passed: 3 })), 'more-than-attended')
  assert.equal(rule(it.do('record', { ...held, attendances: 1 })), 'fewer-than-attended')
  assert.equal(rule(it.do('record', { ...held, until: '2026-02-01' })), 'before-since')
  assert.equal(rule(it.do('record', { ...held, until: '2027-02-01' })), 'too-early')
})
