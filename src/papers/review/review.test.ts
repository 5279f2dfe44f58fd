import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { boundParagraphs } from './bound.ts'
import { checkReview, numbersIn } from './check.ts'
import { compose, type ReviewFigure } from './compose.ts'
import { fillReview } from './document.ts'
import { spell } from './number.ts'
import { clauses } from './template.ts'

const words = {
  also: '还有',
  opening: '期初数',
  nowRecorded: '，现有记录',
  reported: '部门数据',
  comma: '，',
  stop: '。',
}
const figure = (
  key: string,
  value: number | null,
  countUnit = '场',
  rest: Partial<ReviewFigure> = {},
): ReviewFigure => ({
  key,
  slice: '',
  name: key,
  countUnit,
  definition: '每开一场记一场',
  version: 1,
  chapter: 'lead',
  programme: key.split('.')[0] ?? '',
  programmeName: '大宣讲',
  handle: `h.${key}`,
  value,
  opening: [],
  reported: [],
  ...rest,
})

test('numbers are written as documents write them, exactly', () => {
  const cases: [number, string, string][] = [
    [38464, '场', '38,464场'],
    [6_250_000, '人次', '625万人次'],
    [168_432, '人次', '168,432人次'],
    [55.2, '%', '55.2%'],
    [37_000, '场', '37,000场'],
    [65_000_000_000, '元', '6.5亿元'],
    [380_000_000, '元', '380万元'],
    [1_234_56, '元', '1,234.56元'],
    [0, '人', '0人'],
    [100_000, '人', '10万人'],
  ]
  for (const [value, unit, text] of cases) assert.equal(spell(value, unit), text)
})

test('a part without its figure falls away, a sentence without its figure is not written', () => {
  const rules = [
    { id: 'a', chapter: 'lead' as const, text: '开展宣讲{a.sessions}[，听众{a.people}][，在线{a.online}]。' },
    { id: 'b', chapter: 'lead' as const, text: '举办培训{b.classes}。' },
  ]
  const [chapter] = compose(
    rules,
    [figure('a.sessions', 12), figure('a.people', 340, '人次'), figure('a.online', null)],
    words,
  )
  assert.deepEqual(
    chapter?.sentences.map(each => each.runs.map(run => run.text).join('')),
    ['开展宣讲12场，听众340人次。'],
  )
})

test('figures no sentence tells are told all the same, opening figures apart and marked', () => {
  const opening = [{ value: 30, hedge: 'none', source: '上一份报告', handle: 'o.1' }]
  const [chapter] = compose([], [figure('a.sessions', 12, '场', { opening })], words)
  const [more, aside] = chapter?.sentences ?? []
  assert.equal(more?.runs.map(run => run.text).join(''), '大宣讲还有a.sessions12场。')
  assert.deepEqual(
    aside?.runs.find(run => run.mark),
    { text: '30场', handle: 'o.1', mark: 'opening' },
  )
})

test('brackets that do not match are a mistake in the rule', () => assert.throws(() => clauses('宣讲[{a.b}。')))

const review = async (text: string, handle: string) =>
  fillReview(
    await readFile('data/templates/review.docx'),
    {
      title: '五年工作综述',
      draft: '',
      opening: '五年来。',
      closing: '',
      signature: '',
      date: '2026年11月25日',
      chapters: [
        {
          key: 'lead',
          heading: '一、思想引领',
          pictures: [],
          sentences: [{ id: 's', runs: [{ text: '开展宣讲' }, { text, handle }, { text: '。' }] }],
        },
      ],
      unitTable: { heads: ['宣讲'], rows: [{ name: '甲县', cells: [{ text: '3场', handle: 'u.1' }] }] },
      yearTable: { heads: ['2025'], rows: [{ name: '宣讲', cells: [{ text: '12场', handle: 'y.1' }] }] },
      sources: [
        { name: '宣讲', text: '12场', handle: 'h.1', meaning: '每开一场记一场', origin: '记录', asOf: '11月25日12:10' },
      ],
      annex: {
        units: '附件一',
        unit: '地方',
        years: '附件二',
        figure: '数字',
        sources: '附件三',
        marks: '○',
        value: '数值',
        meaning: '口径',
        origin: '来源',
        asOf: '截至',
      },
    },
    each => `https://x.cn/f/${each}`,
  )
const handleOf = (target: string) => target.split('/f/')[1]

test('every number of the document carries its handle', async () => {
  const paragraphs = await boundParagraphs(await review('12场', 'h.1'))
  const numbers = paragraphs.flatMap(numbersIn)
  assert.deepEqual(
    numbers.map(each => [each.text, each.target]),
    [
      ['12', 'https://x.cn/f/h.1'],
      ['3', 'https://x.cn/f/u.1'],
      ['12', 'https://x.cn/f/y.1'],
      ['12', 'https://x.cn/f/h.1'],
    ],
  )
})

test('the checker names numbers bound to nothing, out of date, and 人 where it is 人次', async () => {
  const now = new Map([['h.1', { handle: 'h.1', name: '听众', value: 13, unit: '人次' }]])
  const kinds = async (text: string, handle: string) =>
    checkReview((await boundParagraphs(await review(text, handle))).slice(0, 5), handleOf, now).map(each => each.kind)
  assert.deepEqual(await kinds('13人次', 'h.1'), [])
  assert.deepEqual(await kinds('12人次', 'h.1'), ['stale'])
  assert.deepEqual(await kinds('13人', 'h.1'), ['unit'])
  const typed = [
    {
      text: '共走访2.7万户，2024年3月8日起，分别占48%、33%、20%。',
      runs: [{ text: '共走访2.7万户，2024年3月8日起，分别占48%、33%、20%。' }],
    },
  ]
  assert.deepEqual(
    checkReview(typed, handleOf, now).map(each => `${each.kind} ${each.number}`),
    ['unbound 2.7万', 'unbound 48%', 'unbound 33%', 'unbound 20%', 'sum 101%'],
  )
})
