import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { rehearse } from '#language/rehearse'
import { seedFamilies } from '#programmes/seed-families'

const id = (n: number) => `0198a1c2-0000-7000-8000-00000000000${n}`
const [tutor, other, home] = [id(1), id(2), id(3)]
const pair = { giver: tutor, families: [home], since: '2026-01-10', consent: true, couple: 'newly-wed' }
const rule = (outcome: unknown) =>
  outcome instanceof Problem
    ? ((outcome.details.issues as { rule: string }[] | undefined)?.[0]?.rule ?? outcome.code)
    : outcome

function begun() {
  const it = rehearse(seedFamilies)
  assert.deepEqual(it.do('begin', pair), ['begun'])
  return it
}

test('nobody is paired without consent, twice, or beyond what one person can carry', () => {
  const it = rehearse(seedFamilies)
  assert.equal(rule(it.do('begin', { ...pair, consent: false })), 'consent-needed')
  assert.equal(rule(it.do('begin', pair, { same: 1 })), 'already-stored')
  assert.equal(rule(it.do('begin', pair, { open: 3 })), 'limit-reached')
  assert.deepEqual(it.do('begin', pair, { open: 3 }, { limits: { perGiver: 4 } }), ['begun'])
})

test('contacts are counted by their form, and the latest is shown; one written down by mistake is struck out', () => {
  const it = begun()
  it.do('meet', { on: '2026-03-01', form: 'visit' })
  it.do('meet', { on: '2026-02-01', form: 'call' })
  assert.deepEqual(
    [it.state.fields.contacts, it.state.fields.lastMet, it.state.fields.form],
    [2, '2026-03-01', 'visit'],
  )
  assert.equal(it.counted('pairing.contacts', 'form=call'), 1)
  assert.equal(rule(it.do('unmeet', { on: '2026-02-02', reason: '记错了' })), 'not-among-them')
  it.do('unmeet', { on: '2026-03-01', reason: '记错了' })
  assert.deepEqual([it.state.fields.contacts, it.state.fields.lastMet], [1, '2026-02-01'])
  assert.equal(it.counted('followUps'), 1)
})

test('a tie outlives a change of her who stands beside, and is one pair all along', () => {
  const it = begun()
  assert.equal(rule(it.do('pass-on', { to: tutor, reason: '生病' })), 'same-as-before')
  assert.deepEqual(it.do('pass-on', { to: other, reason: '生病' }), ['passed-on'])
  assert.equal(it.state.fields.giver, other)
  assert.deepEqual([it.counted('pool'), it.counted('joined'), it.counted('pairing.givers')], [1, 1, 2])
})

test('days keep their order: no contact before the beginning or after the end, no end before the last contact', () => {
  const it = begun()
  assert.equal(rule(it.do('meet', { on: '2026-01-09', form: 'visit' })), 'before-since')
  assert.equal(rule(it.do('meet', { on: '2026-11-26', form: 'visit' })), 'too-early')
  it.do('meet', { on: '2026-03-01', form: 'visit' })
  assert.equal(rule(it.do('end', { until: '2026-02-01', ending: 'grown' })), 'before-contact')
  assert.equal(rule(it.do('correct', { since: '2026-03-02', reason: '记错了' })), 'after-contact')
  assert.deepEqual(it.do('end', { until: '2026-05-01', ending: 'honoured' }), ['ended'])
  assert.equal(rule(it.do('meet', { on: '2026-06-01', form: 'visit' })), 'not-in-this-state')
  assert.deepEqual([it.counted('pool'), it.counted('honoured'), it.counted('pool', '', '2026-04-30')], [0, 1, 1])
})

test('an ending by mistake is taken back by emptying its day', () => {
  const it = begun()
  it.do('end', { until: '2026-05-01', ending: 'grown' })
  assert.deepEqual(it.do('correct', { until: null, reason: '还在跟踪' }), ['corrected'])
  assert.deepEqual([it.state.phase, it.state.fields.ending, it.counted('pool')], ['standing', undefined, 1])
})
