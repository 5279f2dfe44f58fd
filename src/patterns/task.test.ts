import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { usualRules, type Input } from '#language'
import { rehearse } from '#language/rehearse'
import { campaigns } from '#programmes/campaigns'

const parent = { shard: 1, id: '0198a1c2-0000-7000-8000-000000000001' }
const asked = { title: '巾帼宣讲进村', what: '每个村讲两场', since: '2026-03-01', due: '2026-06-30', kind: 'theme' }
const counted = { ...asked, counts: 'lectures.sessions', target: 2 }
const given = { ...counted, parent, from: 1, wave: 1 }
const code = (outcome: unknown) => (outcome instanceof Problem ? outcome.code : outcome)
const rule = (outcome: unknown) =>
  outcome instanceof Problem ? (outcome.details.issues as { rule: string }[] | undefined)?.[0]?.rule : undefined

test('what is set above goes down as it was said, with each unit’s own target', () => {
  const top = rehearse(campaigns)
  top.do('draft', counted)
  const at = { shard: 1, id: parent.id, unit: 7 }
  const state = top.state as never
  const sends = campaigns.pattern.sends?.('issue', { to: 'county', each: 20 }, state, at)
  assert.deepEqual(sends, {
    command: 'assign',
    level: 'county',
    input: { ...counted, target: 20, parent: { shard: 1, id: parent.id }, from: 7, wave: 1 },
  })
  assert.equal(rule(top.do('issue', { to: 'county' })), 'missing', 'what is counted needs a number for each')
  assert.deepEqual(top.do('issue', { to: 'county', each: 20 }), ['issued'])
  assert.equal(rule(top.do('issue', { to: 'village', each: 1 })), 'handed-down')
  assert.equal(top.counted('actions', 'kind=theme'), 1)
  top.do('close', {})
  assert.equal(top.counted('campaigns.actions'), 0)
})

test('a task that counts is closed by the records, and nobody reports it again', () => {
  const below = rehearse(campaigns)
  below.do('assign', given)
  assert.equal(code(below.do('report', { result: '讲了两场' })), 'already-stored')
  assert.equal(rule(below.do('fulfil', { reached: 1, day: '2026-04-01' })), 'target-not-reached')
  assert.deepEqual(below.do('fulfil', { reached: 2, day: '2026-04-01' }), ['fulfilled'])
  assert.equal(below.counted('tasks'), 1)
  assert.equal(below.counted('done', 'level=village'), 1)
  assert.equal(below.counted('late'), 0)
})

test('past its day it is overdue from the next morning until it is done; only then may it be reminded', () => {
  const below = rehearse(campaigns)
  const { counts: _, target: __, ...told } = given
  below.do('assign', told)
  assert.equal(code(below.do('remind', { words: '请抓紧' }, {}, { day: '2026-06-30' })), 'too-early')
  assert.equal(below.counted('late', '', '2026-06-30'), 0)
  assert.equal(below.counted('late', '', '2026-07-01'), 1)
  assert.deepEqual(below.do('remind', { words: '请抓紧' }, {}, { day: '2026-07-02' }), ['reminded'])
  assert.deepEqual(below.do('answer', { words: '本周办完' }, {}, { day: '2026-07-03' }), ['answered'])
  assert.equal(code(below.do('answer', { words: '再答' })), 'not-in-this-state')
  below.do('report', { result: '办完了' }, {}, { day: '2026-07-04' })
  assert.deepEqual(below.do('return', { reason: '没写哪个村' }, {}, { day: '2026-07-05' }), ['returned'])
  below.do('report', { result: '三个村都办了' }, {}, { day: '2026-07-06' })
  below.do('accept', {}, {}, { day: '2026-07-06' })
  assert.equal(below.counted('late', '', '2026-07-05'), 1)
  assert.equal(below.counted('late', '', '2026-07-06'), 0)
  assert.equal(below.counted('task.reminders'), 1)
})

test('a target needs its figure’s number, an end not before its beginning, and more time is later', () => {
  const top = rehearse(campaigns)
  assert.equal(rule(top.do('draft', { ...asked, counts: 'lectures.sessions' })), 'missing')
  assert.equal(rule(top.do('draft', { ...asked, due: '2026-02-01' })), 'before-since')
  const below = rehearse(campaigns)
  below.do('assign', given)
  assert.equal(rule(below.do('extend', { due: '2026-06-30', reason: '下雪' })), 'not-later')
  assert.deepEqual(below.do('extend', { due: '2026-07-31', reason: '下雪' }), ['extended'])
  assert.equal(below.counted('late', '', '2026-07-15'), 0)
})

test('each unit may be given its own number, and those without one are not given it', () => {
  const top = rehearse(campaigns)
  top.do('draft', counted)
  const at = { shard: 1, id: parent.id, unit: 7 }
  const sends = campaigns.pattern.sends?.(
    'issue',
    { to: 'county', targets: { 8: 30, 9: 0, 10: 5 } },
    top.state as never,
    at,
  )
  assert.equal(sends?.only, true)
  assert.deepEqual(
    [...(sends?.differing ?? [])],
    [
      [8, { target: 30 }],
      [10, { target: 5 }],
    ],
  )
  assert.equal(rule(top.do('issue', { to: 'county', targets: { 8: 0 } })), 'missing')
})

test('a second wave goes to the same level with days of its own, never beyond the task’s', () => {
  const top = rehearse(campaigns)
  top.do('draft', counted)
  top.do('issue', { to: 'village', each: 2 })
  const again = { to: 'village', each: 3, since: '2026-05-01', due: '2026-06-15' }
  const { since: _, ...undated } = again
  assert.equal(rule(top.do('issue', undated)), 'wave-again')
  assert.equal(rule(top.do('issue', { ...again, due: '2026-07-01' })), 'too-late-below')
  const sends = campaigns.pattern.sends?.('issue', again, top.state as never, { shard: 1, id: parent.id, unit: 7 })
  assert.deepEqual([sends?.input.wave, sends?.input.since, sends?.input.target], [2, '2026-05-01', 3])
  assert.deepEqual(top.do('issue', again), ['issued'])
  assert.equal(top.state.phase, 'issued')
})

test('a task handed down before waves were told apart goes down again as the second', () => {
  const top = rehearse(campaigns)
  top.do('draft', counted)
  top.do('issue', { to: 'village', each: 2 })
  const { waves: _, ...old } = top.state as typeof top.state & { waves: number }
  const again = { to: 'county', each: 3, since: '2026-05-01', due: '2026-06-15' }
  const at = { shard: 1, id: parent.id, unit: 7 }
  assert.equal(campaigns.pattern.sends?.('issue', again, old as never, at)?.input.wave, 2)
  const refused = campaigns.pattern.decide(old as never, 'issue', again, {}, '2026-05-01', usualRules())
  assert.equal(rule(refused), 'handed-down')
})

test('questions are asked only where nothing is counted, and each is answered', () => {
  const asks = ['还缺哪些书', '谁来讲']
  const top = rehearse(campaigns)
  assert.equal(rule(top.do('draft', { ...counted, asks })), 'questions-and-counts')
  const { counts: _, target: __, ...told } = given
  const below = rehearse(campaigns)
  below.do('assign', { ...told, asks })
  assert.equal(rule(below.do('report', { result: '办完了', replies: ['绘本'] })), 'replies-short')
  assert.deepEqual(below.do('report', { result: '办完了', replies: ['绘本', '李老师'] }), ['reported'])
  assert.deepEqual(below.state.fields.replies, ['绘本', '李老师'])
})

test('a unit hands its own task down, and still has it to do', () => {
  const below = rehearse(campaigns)
  below.do('assign', given)
  assert.deepEqual(below.do('issue', { to: 'village', each: 1 }), ['issued'])
  assert.equal(below.state.phase, 'received')
  assert.equal(rule(below.do('issue', { to: 'township', each: 1 })), 'handed-down')
  const none: Input = {}
  const state = below.state as never
  assert.ok(
    campaigns.pattern.decide(state, 'cancel', { reason: '不办了' }, none, '2026-05-01', usualRules()) instanceof Array,
  )
})
