import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { figureLine } from './line.ts'
import { readReport } from './read.ts'
import { type KeyFigure, readKey, scoreFigures } from './score.ts'

const key = (sentence: string, value: number | null, unit: string | null, system = 'A9', offset = 0): KeyFigure => ({
  file: 'a.txt',
  sentence,
  raw: String(value),
  value,
  unit,
  system,
  offset,
})

test('clause, value and unit must all agree, each key line once', () => {
  const found = readReport('新增副主席42人、执委186人,建家9个。')
  const score = scoreFigures(found, [
    key('新增副主席42人', 42, '人'),
    key('执委186人', 186, '人次'),
    key('执委86人', 186, '人'),
  ])
  assert.deepEqual([score.found, score.wanted, score.matched, score.missed.length, score.extra.length], [3, 3, 1, 2, 2])
  assert.equal(score.precision, 1 / 3)
  assert.equal(score.recall, 1 / 3)
  assert.equal(scoreFigures(found, []).recall, 1)
  assert.equal(scoreFigures([], [key('执委86人', 186, '人')]).precision, 1)
})

test('a clause may be cut shorter or longer, noise and marks aside; nothing without a number is counted', () => {
  const found = readReport('各級婦聯(lián)組織村級執(zhí)委86人次參(cān)訓,位居全省前列。')
  const score = scoreFigures(found, [key('村級執委86人次參訓', 86, '人次'), key('位居全省前列', null, null)])
  assert.deepEqual([score.found, score.wanted, score.matched], [1, 1, 1])
})

test('proposals are judged on matched figures only', () => {
  const found = readReport('执委186人。')
  assert.equal(scoreFigures(found, [key('执委186人', 186, '人', 'A9')]).proposals, 1)
  assert.equal(scoreFigures(found, [key('执委186人', 186, '人', 'C1')]).proposals, 0)
})

test('a key is read by file, a line for the key has its fields in order', () => {
  const lines = `${JSON.stringify(key('执委186人', 186, '人'))}\n\n${JSON.stringify({ ...key('x', 1, '个'), file: 'b.txt' })}\n`
  assert.deepEqual([...readKey(lines).keys()], ['a.txt', 'b.txt'])
  const [figure] = readReport('村妇联执委186人。')
  assert.ok(figure)
  assert.deepEqual(
    Object.keys(figureLine('a.txt', figure)).join(' '),
    [
      'file sentence raw value unit approx bound measure system level orgName period comparison kind offset tier confidence',
    ].join(' '),
  )
})

const mission = new URL('../../../../shared/mission/', import.meta.url)

test('the five reports with a key: precision and recall at least 0.95 each, proposals at least 0.8', t => {
  if (!existsSync(mission)) return t.skip('the reports and their key are not here (../shared/mission)')
  const keys = readKey(readFileSync(new URL('figures.jsonl', mission), 'utf8'))
  assert.equal(keys.size, 5)
  let right = 0
  let matched = 0
  for (const [file, wanted] of keys) {
    const found = readReport(readFileSync(new URL(`reports/${file}`, mission), 'utf8'))
    const score = scoreFigures(found, wanted)
    const told = `${file.slice(0, 3)} P ${score.precision.toFixed(3)} R ${score.recall.toFixed(3)} proposals ${score.proposals.toFixed(3)}`
    t.diagnostic(told)
    assert.ok(score.precision >= 0.95 && score.recall >= 0.95 && score.proposals >= 0.8, told)
    right += score.proposalsRight
    matched += score.matched
  }
  assert.ok(right / matched >= 0.8)
})
