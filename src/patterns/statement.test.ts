import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Problem } from '#base/problem'
import { programme } from '#language'
import { rehearse } from '#language/rehearse'
import { statement } from './statement.ts'

const pattern = statement()
const said = programme({
  id: 'said',
  version: 1,
  systems: ['H17'],
  chapter: 'reform',
  pattern,
  fields: {},
  access: { see: [], open: [], declare: [], correct: [], withdraw: [] },
  indicators: {},
})
const value = {
  indicator: 'lectures.sessions',
  value: 1000,
  countUnit: '场',
  from: '2019-01-01',
  to: '2023-12-31',
  source: '开展宣讲',
}
const code = (outcome: string[] | Problem) => (outcome instanceof Problem ? outcome.code : outcome.join())

test('whatever is declared, corrected or withdrawn, nothing is ever counted and nobody is named', () => {
  const amount = fc.double({ min: -10, max: 1e9, noNaN: true })
  fc.assert(
    fc.property(amount, fc.constantFrom('场', '人', '%', '岁', '元'), amount, (first, countUnit, second) => {
      const record = rehearse(said)
      record.do('declare', { ...value, value: first, countUnit })
      record.do('correct', { value: second, reason: '看错' })
      assert.deepEqual([record.lines, pattern.names(record.state)], [[], []])
      const { phase, fields } = record.state
      if (phase === 'declared' && ['场', '人'].includes(countUnit))
        assert.ok(Number.isInteger(fields.value) && fields.value >= 0)
    }),
  )
})

test('shares and ages may be broken numbers, persons may not', () => {
  assert.equal(code(rehearse(said).do('declare', { ...value, value: 81.4, countUnit: '岁' })), 'declared')
  assert.equal(code(rehearse(said).do('declare', { ...value, value: 81.4, countUnit: '人' })), 'invalid-input')
  assert.equal(code(rehearse(said).do('declare', { ...value, value: -1 })), 'invalid-input')
})

test('one indicator, part and period is declared once in a unit; periods run forward and are over', () => {
  assert.deepEqual(pattern.around('declare', value, pattern.start).same, {
    phase: 'declared',
    fields: { indicator: 'lectures.sessions', slice: '', to: '2023-12-31', from: '2019-01-01' },
  })
  assert.equal(code(rehearse(said).do('declare', value, { same: 1 })), 'already-stored')
  assert.equal(code(rehearse(said).do('declare', { ...value, from: '2024-01-01' })), 'invalid-input')
  assert.equal(code(rehearse(said).do('declare', { ...value, to: '2027-12-31' })), 'too-early')
})

test('a withdrawn value stays withdrawn', () => {
  const record = rehearse(said)
  record.do('declare', value)
  assert.equal(code(record.do('withdraw', { reason: '重了' })), 'withdrawn')
  assert.equal(code(record.do('correct', { value: 1, reason: '看错' })), 'not-in-this-state')
})
