import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { joinLines, linesOf } from './breaks.ts'
import { cleanText } from './clean.ts'

const cleaned = (text: string): string => cleanText(text).text

test('pinyin in brackets inside words goes, brackets with other words stay', () => {
  assert.equal(cleaned('婦聯(lián)組織開(kāi)展(zhǎn)活動(dòng)'), '妇联组织开展活动')
  assert.equal(cleaned('接种疫苗(HPV)和家长(爸爸)'), '接种疫苗(HPV)和家长(爸爸)')
  assert.equal(cleaned('先進(jìn)基層?jì)D女組織'), '先进基层女组织')
})

test('widths, spaces and marks come to one form', () => {
  assert.equal(cleaned('２０２１年，培训５，０００人（次）；占３５％'), '2021年,培训5,000人(次);占35%')
  assert.equal(cleaned('建立基地 48 个 ,培训 1.2 万 人次'), '建立基地48个,培训1.2万人次')
  assert.equal(cleaned('共 27 318 场，2023 1200'), '共27318场,2023 1200')
  assert.equal(cleaned('「妇女之家」和"巾帼"'), '“妇女之家”和“巾帼”')
})

test('every cleaned character remembers where it stood', () => {
  const original = '全市婦聯(lián)共\u3000１２ 個'
  const { text, at } = cleanText(original)
  assert.equal(text, '全市妇联共12个')
  assert.equal(original.slice(at[5], at[5] === undefined ? 0 : at[5] + 1), '\u3000'.replace('\u3000', '１'))
  assert.equal(at.length, text.length + 1)
  assert.equal(at.at(-1), original.length)
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'婦聯(lián) １2,。\n“”万個名?jì)D') }), noise => {
      const clean = joinLines(cleanText(noise))
      assert.equal(clean.at.length, clean.text.length + 1)
      assert.ok(clean.at.every((place, index) => index === 0 || place >= (clean.at[index - 1] ?? 0)))
    }),
  )
})

test('lines broken inside a sentence or a word are joined, paragraphs and headings are not', () => {
  const joined = (text: string): string => joinLines(cleanText(text)).text
  assert.equal(joined('扶\n\n持妇女8600名。').replace(/\n+/g, '|'), '扶|持妇女8600名。')
  assert.equal(joined('发放创业贷款,扶持\n妇女').includes('\n'), true)
  assert.equal(joined('开展各类培训,\n\n受益妇女8600名。'), '开展各类培训,受益妇女8600名。')
  assert.equal(joined('家庭建设\n一、开展活动,\n二、办好实事').split('\n').length, 3)
  assert.equal(joined('共建立站点3\n46个。'), '共建立站点346个。')
  const long = '各级组织深入村庄社区学校企业开展形式多样的宣讲活动把党的声音送到妇女身边,先后组织'
  assert.equal(joined(`${long}\n\n宣讲三万场。`), `${long}宣讲三万场。`)
})

test('text wrapped at a column is made whole', () => {
  const words = '各级妇联组织围绕中心服务大局扎实开展工作成效明显受到欢迎'
  const wrapped = Array.from({ length: 8 }, () => words).join('\n')
  assert.equal(joinLines(cleanText(`${wrapped}。`)).text, `${words.repeat(8)}。`)
})

test('a heading is a short line without a stop', () => {
  const lines = linesOf('强化思想引领\n开展宣讲3场。\n')
  assert.deepEqual(
    lines.map(line => line.heading),
    [true, false],
  )
})
