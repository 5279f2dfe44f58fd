import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readReport } from './read.ts'

const clauses = (text: string): string[] => readReport(text).map(figure => figure.sentence)

test('a clause ends at marks, and at 、 behind a finished figure', () => {
  assert.deepEqual(clauses('新增副主席42人、执委186人,建家9个。'), ['新增副主席42人', '执委186人', '建家9个'])
  assert.deepEqual(clauses('建设基地、站点、中心31个。'), ['建设基地、站点、中心31个'])
  assert.deepEqual(clauses('女代表、女委员比例分别为24.1%、27.3%。'), [
    '女代表、女委员比例分别为24.1%、27.3%',
    '女代表、女委员比例分别为24.1%、27.3%',
  ])
})

test('marks inside quotes and titles do not end it', () => {
  assert.deepEqual(clauses('举办“听党话,跟党走”宣讲52场。'), ['举办“听党话,跟党走”宣讲52场'])
  assert.deepEqual(clauses('印发《关于推进组织全覆盖的方案》,部署工作。'), ['《关于推进组织全覆盖的方案》'])
  assert.deepEqual(clauses('干部3人(其中:主席1人,副主席2人)。'), [
    '干部3人(其中:主席1人,副主席2人)',
    '主席1人',
    '副主席2人',
  ])
})

test('a clause of place goes with what it is the place of', () => {
  assert.deepEqual(clauses('居委会成员中,女性有57人。'), ['居委会成员中,女性有57人'])
})

test('clause and number are cut from the text as given, so that a screen can mark them', () => {
  const text = '全市婦聯(lián)組(zǔ)織舉辦巾幗宣講１２８０場次，受眾(zhòng)。'
  const [figure] = readReport(text)
  assert.equal(figure?.sentence, '全市婦聯(lián)組(zǔ)織舉辦巾幗宣講１２８０場次')
  assert.equal(figure?.raw, '１２８０場次')
  assert.equal(text.slice(figure?.offset, (figure?.offset ?? 0) + (figure?.length ?? 0)), '１２８０場次')
  assert.equal(
    text.slice(figure?.clauseOffset, (figure?.clauseOffset ?? 0) + (figure?.clauseLength ?? 0)),
    figure?.sentence,
  )
  assert.equal(figure?.measure, '巾帼宣讲场次')
})
