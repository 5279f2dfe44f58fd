import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { writeBody, type ReviewBody } from './body.ts'
import { boundParagraphs } from './bound.ts'
import { checkReview, numbersIn } from './check.ts'
import { compose, type ReviewAside, type ReviewFigure } from './compose.ts'
import { dayInWords, periodInWords, yearsOf } from './dates.ts'
import { fillReview } from './document.ts'
import { inventedFigures } from './invented-figures.ts'
import { spell } from './number.ts'
import { chineseNumber } from './numeral.ts'
import { readSaid, says } from './said.ts'
import { reviewFrame } from './sentences.ts'
import { clauses } from './template.ts'

const figure = (key: string, value: number | null, rest: Partial<ReviewFigure> = {}): ReviewFigure => ({
  ...{ key, slice: '', name: key, title: key, countUnit: '场', kind: 'flow', definition: '每开一场记一场', version: 1 },
  ...{ place: 'lead', programme: key.split('.')[0] ?? '', programmeName: '大宣讲', handle: `h.${key}`, value },
  ...{ opening: [], reported: [] },
  ...rest,
})
const rulesOf = (...texts: string[]) => [
  {
    chapter: 'lead' as const,
    heading: '思想引领',
    parts: [{ id: 'p', heading: '宣讲', sentences: texts.map((text, i) => ({ id: `s${i}`, text })) }],
  },
]
const written = (texts: string[], figures: ReviewFigure[]) =>
  compose(rulesOf(...texts), figures, reviewFrame, (_, to) => to).flatMap(({ parts }) =>
    parts.flatMap(part => part.sentences.map(({ runs }) => runs.map(({ text }) => text).join(''))),
  )

test('numbers are written as documents write them, exactly', () => {
  const cases: [number, string, string][] = [
    [38464, '场', '38,464场'],
    [6_250_000, '人次', '625万人次'],
    [168_432, '人次', '168,432人次'],
    [55.2, '%', '55.2%'],
    [8.7, '1/10万', '8.7/10万'],
    [65_000_000_000, '元', '6.5亿元'],
    [380_000_000, '元', '380万元'],
    [1_234_56, '元', '1,234.56元'],
    [0, '人', '0人'],
    [100_000, '人', '10万人'],
  ]
  for (const [value, unit, text] of cases) assert.equal(spell(value, unit), text)
  assert.deepEqual(
    [spell(31_000, '场', 'over'), spell(3000, '人', 'near'), spell(50, '%', 'over'), spell(200_000, '户', 'over')],
    ['31,000余场', '近3,000人', '超过50%', '20万余户'],
  )
})

test('days, periods and small numbers are written as documents write them', () => {
  assert.equal(dayInWords('2026-03-08'), '2026年3月8日')
  assert.deepEqual(periodInWords('2021-01-01', '2025-12-31'), { from: '2021年', to: '2025年' })
  assert.deepEqual(periodInWords('2021-03-01', '2024-02-29'), { from: '2021年3月', to: '2024年2月' })
  assert.deepEqual(periodInWords('2021-03-02', '2024-02-29').from, '2021年3月2日')
  assert.deepEqual(
    [yearsOf('2021-01-01', '2025-12-31'), yearsOf('2021-04-01', '2026-03-31'), yearsOf('2021-01-02', '2025-12-31')],
    [5, 5, 0],
  )
  assert.deepEqual([1, 10, 11, 20, 21].map(chineseNumber), ['一', '十', '十一', '二十', '二十一'])
})

test('a part without its figure falls away, a sentence without its figure is not written', () => {
  const rules = ['开展宣讲{a.sessions}[，听众{a.people}][，在线{a.online}]。', '举办培训{b.classes}。']
  const figures = [figure('a.sessions', 12), figure('a.people', 340, { countUnit: '人次' }), figure('a.online', null)]
  assert.deepEqual(written(rules, figures), ['开展宣讲12场，听众340人次。'])
})

test('a list tells the parts that have a value, and falls away when it would hold only one', () => {
  const part = (slice: string, name: string, value: number | null) => figure('a.sessions', value, { slice, name })
  const rules = ['开展宣讲{a.sessions}[，其中{a.sessions|setting=*}]。']
  const whole = figure('a.sessions', 12)
  const [village, school, online] = [
    part('setting=village', '进村', 8),
    part('setting=school', '进学校', 4),
    part('setting=online', '线上', null),
  ]
  assert.deepEqual(written(rules, [whole, village, school, online]), ['开展宣讲12场，其中进村8场、进学校4场。'])
  assert.deepEqual(written(rules, [whole, village, online]), ['开展宣讲12场。'])
})

test('figures no sentence tells are told all the same, opening figures apart and marked', () => {
  const opening: ReviewAside[] = [
    { value: 30, hedge: 'none', source: '上一份报告', handle: 'o.1', from: null, to: '2020-12-31' },
  ]
  const [chapter] = compose(
    rulesOf('没有{b.none}。'),
    [figure('a.sessions', 12, { opening })],
    reviewFrame,
    (_, to) => to,
  )
  const [more, compared] = chapter?.parts.flatMap(part => part.sentences) ?? []
  assert.equal(more?.runs.map(run => run.text).join(''), '大宣讲方面，另有a.sessions12场。')
  assert.deepEqual(
    compared?.runs.find(run => run.mark),
    { text: '30场', handle: 'o.1', value: 30, mark: 'opening' },
  )
  assert.equal(compared?.runs.at(-2)?.handle, 'h.a.sessions')
})

test('brackets that do not match are a mistake in the rule', () => {
  for (const wrong of ['宣讲[{a.b}。', '宣讲{a.b。', '宣讲a.b}。']) assert.throws(() => clauses(wrong))
})

const aside = {
  value: 31_000,
  hedge: 'over',
  source: '宣讲3.1万余场',
  handle: 'o.sessions',
  from: '2016-01-01',
  to: '2020-12-31',
}
const figures = inventedFigures().map(each =>
  each.key === 'lectures.sessions' && !each.slice ? { ...each, opening: [aside] } : each,
)
const table = {
  heads: ['2024年', '2025年'],
  rows: [{ name: '宣讲（场）', cells: [{ text: '12', handle: 'y.1' }, { text: '' }] }],
}
const body: ReviewBody = writeBody({
  ...{ asOf: Date.parse('2026-11-25T04:10:00Z'), from: '2021-01-01', to: '2025-12-31', today: '2026-11-25' },
  ...{ unit: { name: '松河县妇联', signature: '松河县妇女联合会', level: 3 }, figures, units: table, years: table },
  charts: [{ chapter: 'lead', name: '宣讲场次', unit: '场', years: ['2024', '2025'], values: [5, 7] }],
})
const address = (handle: string) => `https://x.cn/f/${encodeURIComponent(handle)}`
const handleOf = (target: string) => decodeURIComponent(target.split('/f/')[1] ?? '') || undefined
const document = async (of = body) =>
  boundParagraphs(
    await fillReview(await readFile('data/templates/review.docx'), of, { address, pictures: [], draft: true }),
  )
const now = new Map(
  [
    ...figures.flatMap(({ handle, title, value, countUnit, reported }) => [
      { handle, name: title, value, unit: countUnit },
      ...reported.map(each => ({ handle: each.handle, name: title, value: each.value, unit: countUnit })),
    ]),
    { handle: 'o.sessions', name: '宣讲', value: 31_000, unit: '场' },
    { handle: 'y.1', name: '宣讲', value: 12, unit: '场' },
  ].map(each => [each.handle, each]),
)

test('every number of the document carries its handle, and a copy nobody edited has nothing to look at', async () => {
  const paragraphs = await document()
  const numbers = paragraphs.flatMap(numbersIn)
  assert.ok(numbers.length > 400)
  assert.deepEqual(
    numbers.filter(({ target }) => !target),
    [],
  )
  assert.deepEqual(checkReview(paragraphs, handleOf, now), [])
  const text = paragraphs.map(each => each.text).join('\n')
  assert.match(text, /^松河县妇联五年工作综述\n（2021年至2025年）\n（征求意见稿）\n/)
  assert.match(text, /以往报告写到（2016年至2020年）31,000余场○，本期记录为/)
  assert.ok(!text.includes('{') && text.includes('附件一　各地情况'))
})

test('what there is none of leaves no trace: no tables, no annexes, no draft', async () => {
  const empty = writeBody({
    ...{
      asOf: 0,
      from: '2021-01-01',
      to: '2025-12-31',
      today: '2026-11-25',
      figures: [],
      units: null,
      years: null,
      charts: [],
    },
    unit: { name: '松河县妇联', signature: '松河县妇女联合会', level: 3 },
  })
  const filled = await fillReview(await readFile('data/templates/review.docx'), empty, {
    address,
    pictures: [],
    draft: false,
  })
  const text = (await boundParagraphs(filled)).map(each => each.text).join('\n')
  assert.ok(!/附件|征求意见稿|\{/.test(text), text)
  assert.match(text, /一、接续奋斗/)
})

test('the checker names what somebody typed, changed, or called by another unit', async () => {
  const paragraphs = await document()
  const at = paragraphs.findIndex(({ text }) => text.includes('累计宣讲'))
  const edited = (change: (run: { text: string; target?: string }) => { text: string; target?: string }) => {
    const runs = (paragraphs[at]?.runs ?? []).map(change)
    return checkReview([{ runs, text: runs.map(({ text }) => text).join('') }], handleOf, now).map(
      each => `${each.kind} ${each.number} ${each.now}`,
    )
  }
  const sessions = figures.find(({ key, slice }) => key === 'lectures.sessions' && !slice)?.value ?? 0
  const right = spell(sessions, '场')
  assert.deepEqual(
    edited(run => (run.text === right ? { ...run, text: '9,999场' } : run)),
    [`stale 9,999场 ${right}`],
  )
  assert.deepEqual(
    edited(run => ({ ...run, text: run.text.replace(/(?<=\d)人次/, '人') })).filter(each => each.startsWith('unit'))
      .length,
    3,
  )
  assert.deepEqual(
    edited(run => (run.text.startsWith('把巾帼') ? { text: `另有2.7万户、三千余人参加，${run.text}` } : run)),
    ['unbound 2.7万户 null', 'unbound 三千余人 null'],
  )
  const { target = '' } = paragraphs[at]?.runs.find(run => run.text === right) ?? {}
  const both = [right, '，后面写作', `${sessions - 20}场`]
  const runs = both.map(text => (/^\d/.test(text) ? { text, target } : { text }))
  assert.deepEqual(
    checkReview([{ runs, text: both.join('') }], handleOf, now).map(each => [each.kind, each.number, each.now]),
    [['twice', `${sessions - 20}场`, right]],
  )
  const typed = '共走访2.7万户，2024年3月8日起，分别占48%、33%、20%。'
  assert.deepEqual(
    checkReview([{ text: typed, runs: [{ text: typed }] }], handleOf, now).map(each => `${each.kind} ${each.number}`),
    ['unbound 2.7万户', 'unbound 48%', 'unbound 33%', 'unbound 20%', 'sum 101%'],
  )
})

test('a number rounded with its hedge still says its value, one rounded without does not', () => {
  const said = (text: string, value: number, before = '') => says(readSaid(text, before), value)
  assert.ok(said('38,464场', 38_464) && said('3.8万余场', 38_464) && said('3.8464万', 38_464))
  assert.ok(said('4万', 38_464, '近') && said('38000多', 38_464) && said('38,000', 38_464, '约'))
  assert.ok(!said('3.8万场', 38_464) && !said('3.7万余', 38_464) && !said('4万余', 38_464))
})
