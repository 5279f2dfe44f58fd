import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { rehearse } from '#language/rehearse'
import { openingFigures } from './opening-figures.ts'

const figure = {
  indicator: 'lectures.sessions',
  value: 1000,
  countUnit: '场',
  from: '2019-01-01',
  to: '2023-12-31',
  hedge: 'over',
  source: '开展宣讲一千余场',
  report: '五年工作报告',
}

test('an opening figure keeps its clause and counts nowhere', () => {
  const opening = rehearse(openingFigures)
  assert.deepEqual(opening.do('declare', figure), ['declared'])
  assert.deepEqual(opening.lines, [])
  assert.deepEqual(opening.state.fields, { slice: '', ...figure })
})

test('read wrongly, it is corrected; the same one twice is refused', () => {
  const opening = rehearse(openingFigures)
  opening.do('declare', figure)
  assert.deepEqual(opening.do('correct', { value: 10_000, reason: '看漏一个万字' }, { same: 0 }), ['corrected'])
  assert.ok(rehearse(openingFigures).do('declare', figure, { same: 1 }) instanceof Problem)
})
