import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#base/day'
import { readChoices, readYesNo } from './choice-text.ts'
import { readDay, type DayContext } from './day-text.ts'
import { readPersons, readUnits } from './name-text.ts'
import { serialDay, shownBy } from './number-format.ts'
import { readNumber } from './number-text.ts'
import type { Cell, Read, TargetField } from './sheet.ts'

const text = (value: string): Cell => value
const number = (value: number): Cell => value
const told = <T>(read: Read<T>) =>
  'problem' in read ? `! ${read.problem}` : read.note ? `${read.value} ? ${read.note}` : read.value
const day = (value: string | number, context: DayContext = {}) =>
  told(readDay(typeof value === 'number' ? number(value) : text(value), context))

test('one day in the ways people write it', () => {
  const ways = [
    '2024.3.8',
    '2024年3月8日',
    '2024年03月08号',
    '2024-03-08',
    '2024/3/8',
    '２０２４．３．８',
    '2024。3。8',
    '2024、3、8',
    '2024 3 8',
    '20240308',
    '24/3/8',
    '24.3.8',
    '24年3月8日',
    "'24年3月8日",
    '240308',
    '二〇二四年三月八日',
    '二零二四年三月八日',
    '二○二四年三月八号',
    '2024年3月8日（星期五）',
    '2024.3.8上午',
    '2024年3月8日 14:30',
    '2024-03-08 09:00:00',
    '2024-03-08T09:00:00Z',
    '2024.3.8 9:00-11:00',
    '2024年 3月 8日',
    '2024.03.08.',
    '时间：2024年3月8日',
    '3/8/2024 ',
    '2024年3.8',
    '2024年3月8',
    '45359',
  ]
  for (const way of ways) assert.match(String(day(way)), /^2024-03-08/, way)
  for (const way of ['3月8日', '3.8', '3/8', '03-08', '三月八日', '３月８号', '三月八', '3月8日下午2点'])
    assert.equal(day(way, { year: 2024 }), '2024-03-08', way)
  assert.equal(day('8日', { year: 2024, month: 3 }), '2024-03-08')
  assert.equal(day('二〇二四年十二月三十一日'), '2024-12-31')
  assert.equal(day('二〇二四年十月廿八日'), '2024-10-28')
  assert.equal(day('98.5.1'), '1998-05-01')
})

test('days in cells that hold numbers', () => {
  assert.equal(day(45359), '2024-03-08')
  assert.equal(day(45359.625), '2024-03-08')
  assert.equal(day(20240308), '2024-03-08')
  assert.equal(day(240308), '2024-03-08')
  assert.equal(day(3.8, { year: 2024 }), '2024-03-08')
  assert.equal(day(12.25, { year: 2024 }), '2024-12-25')
  assert.match(String(day(3.1, { year: 2024 })), /^! “3.1”分不清是3月1日还是3月10日/)
  assert.match(String(day(2024.3)), /只写到月/)
  for (const none of [8, 10_000, 99_999, 0, -1, 1e300]) assert.match(String(day(none)), /看不出是哪天/)
})

test('a day that is none says what to write', () => {
  assert.match(String(day('2024年2月30日')), /日历上没有这一天/)
  assert.match(String(day('2023-02-29')), /日历上没有这一天/)
  assert.match(String(day('2024年3月')), /只写到月/)
  assert.match(String(day('2024.3')), /只写到月/)
  assert.match(String(day('202403')), /只写到月/)
  assert.match(String(day('3月上旬', { year: 2024 })), /只写到月/)
  assert.match(String(day('3月8日')), /没写年份/)
  assert.match(String(day('三月初八', { year: 2024 })), /农历/)
  assert.match(String(day('待定')), /看不出是哪天/)
  assert.match(String(day('2024年12月9日', { today: '2024-11-20' })), /2024年12月9日还没到。是不是2023年12月9日？/)
  assert.match(String(day('2024-13-01')), /日历上没有/)
})

test('several days give the first, with a word about it', () => {
  for (const way of [
    '2024年3月8日-10日',
    '2024.3.8-3.10',
    '2024年3月8日至4月2日',
    '2024.3.8、3.9',
    '2024年3月8日~2024年3月10日',
    '2024/3/8—2024/3/10',
  ])
    assert.match(String(day(way)), /^2024-03-08 \? .*按第一天2024年3月8日记下/, way)
})

test('a stored day keeps what the sheet showed', () => {
  const cell: Cell = { day: '2025-03-08', shown: 'no-year' }
  assert.match(String(told(readDay(cell, { year: 2023 }))), /^2023-03-08 \? 表里没显示年份/)
  assert.equal(told(readDay(cell, {})), '2025-03-08')
  assert.match(String(told(readDay({ day: '2024-03-01', shown: 'month' }, {}))), /只写到月/)
  assert.match(String(told(readDay({ day: '1900-01-08' }, {}))), /不像真的/)
})

const anyDay = fc.integer({ min: 0, max: 36_000 }).map(count => addDays('1951-01-01', count))
const ways: ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}/${String(m).padStart(2, '0')}/${d}`,
  (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
  (y, m, d) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
  (y, m, d) => wide(`${y}年${m}月${d}号`),
  (y, m, d) => `${Array.from(String(y), n => '〇一二三四五六七八九'[Number(n)]).join('')}年${han(m)}月${han(d)}日`,
]
const wide = (words: string) => words.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const han = (n: number) =>
  `${n < 10 ? '' : n < 20 ? '十' : `${'一二三'[Math.floor(n / 10) - 1]}十`}${n % 10 ? '一二三四五六七八九'[(n % 10) - 1] : ''}`

test('any day in any way is that day', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...ways), (wanted, way) => {
      const [y, m, d] = wanted.split('-').map(Number) as [number, number, number]
      assert.equal(day(way(y, m, d)), wanted)
      assert.equal(day(`${m}月${d}日`, { year: y }), wanted)
    }),
    { numRuns: 400 },
  )
})

test('any serial number is the day it was made of', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 70_000 }), fc.integer({ min: 0, max: 86_399 }), (serial, second) => {
      const found = serialDay(serial + second / 86_400, false)
      assert.equal(found?.slice(0, 10), addDays('1899-12-30', serial))
      assert.equal(serialDay(serial, true), addDays('1904-01-01', serial))
    }),
    { numRuns: 300 },
  )
})

test('whatever stands in a cell, reading never throws and a day is a day', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d年月日./\- 三十〇:()]{0,14}$/)), words => {
      const read = readDay(text(words), { year: 2024, month: 3 })
      if ('value' in read) assert.match(read.value, /^\d{4}-\d\d-\d\d$/)
      const count = readNumber(text(words))
      if ('value' in count) assert.ok(Number.isFinite(count.value))
    }),
    { numRuns: 1000 },
  )
})

test('number formats say what they show', () => {
  assert.equal(shownBy('yyyy"年"m"月"d"日"'), 'day')
  assert.equal(shownBy('yyyy"年"m"月"'), 'month')
  assert.equal(shownBy('m"月"d"日"'), 'no-year')
  assert.equal(shownBy('[$-804]yyyy/m/d h:mm'), 'day-and-time')
  assert.equal(shownBy('[DBNum1][$-804]yyyy"年"m"月"d"日";@'), 'day')
  assert.equal(shownBy('上午/下午h"时"mm"分"'), 'time')
  for (const code of [
    'General',
    '#,##0.00_);[Red]\\(#,##0.00\\)',
    '0"人"',
    '@',
    '0.00E+00',
    '0%',
    '[红色]0',
    '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ',
    '"第"0"天"',
  ])
    assert.equal(shownBy(code), 'number', code)
})

const count = (value: string | number, scale?: number) =>
  told(readNumber(typeof value === 'number' ? number(value) : text(value), scale))

test('numbers as people write them', () => {
  const plainly: [string, number][] = [
    ['30', 30],
    ['３０', 30],
    ['30人', 30],
    ['30 人', 30],
    ['1,234', 1234],
    ['１，２３４人次', 1234],
    ['三十', 30],
    ['三十五人', 35],
    ['1.2万', 12000],
    ['2万人次', 20000],
    ['共30人', 30],
    ['参加人数：30', 30],
    ['一百零六名', 106],
    ['无', 0],
    ['30.0', 30],
    [' 30 ', 30],
    ['3场次', 3],
    ['３０人。', 30],
  ]
  for (const [words, wanted] of plainly) assert.equal(count(words), wanted, words)
  assert.equal(count(0.1 + 0.2), 0.3)
  assert.equal(count(3.5, 10_000), 35_000)
  assert.equal(count('3.5', 10_000), 35_000)
  assert.equal(count('35000元', 10_000), 35_000)
})

test('a hedged number is taken with a word about it', () => {
  for (const words of [
    '约30人',
    '30余人',
    '30多人',
    '近30人',
    '30人左右',
    '大约 30 人',
    '三十余人',
    '30人以上',
    '不少于30人',
    '＞30',
  ])
    assert.match(String(count(words)), /^30 \? “.*”不是准数，先按 30 记下/, words)
  assert.match(String(count('近百人')), /^100 \? /)
  assert.match(String(count('1.2万余人次')), /^12000 \? /)
  assert.match(String(count('30（其中男10）')), /^30 \? .*括号里的没有算/)
})

test('what is no one number says so', () => {
  assert.match(String(count('30-40人')), /是一个范围/)
  assert.match(String(count('男10人女20人')), /有几个数/)
  assert.match(String(count('10+20')), /有几个数/)
  assert.match(String(count('若干')), /不是数。请写成 30 这样的数/)
  assert.match(String(count('全体妇女')), /不是数/)
  assert.match(String(told(readNumber({ day: '2024-03-08' }))), /改回数字/)
})

test('any whole number in any dress is that number', () => {
  const dresses: ((n: number) => string)[] = [
    n => `${n}人次`,
    n => n.toLocaleString('en-US'),
    n => wide(String(n)),
    n => `共${n}户`,
    n => ` ${n} 名`,
    n => `${n}.00`,
  ]
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000_000 }), fc.constantFrom(...dresses), (n, dress) =>
      assert.equal(count(dress(n)), n, dress(n)),
    ),
    { numRuns: 400 },
  )
})

const laws: TargetField = {
  key: 'laws',
  label: '宣讲内容',
  synonyms: [],
  type: 'choices',
  required: true,
  choices: [
    { value: 'civil-code', label: '民法典', synonyms: ['中华人民共和国民法典'] },
    { value: 'domestic-violence', label: '反家庭暴力法', synonyms: ['反家暴法', '反家暴'] },
    { value: 'family-education', label: '家庭教育促进法', synonyms: ['家促法'] },
  ],
}

test('choices by label, synonym and likeness; ticks', () => {
  assert.deepEqual(readChoices(text('《民法典》、反家暴'), laws), { value: ['civil-code', 'domestic-violence'] })
  assert.deepEqual(readChoices(text('1.民法典；2.家促法'), laws), { value: ['civil-code', 'family-education'] })
  assert.match(
    String(told(readChoices(text('家庭教育法'), laws))),
    /^family-education \? “家庭教育法”按“家庭教育促进法”记下/,
  )
  assert.match(
    String(told(readChoices(text('禁毒法'), laws))),
    /“禁毒法”不在可写的里面。可以写：民法典、反家庭暴力法、家庭教育促进法/,
  )
  assert.match(String(told(readChoices(text('民法典、反家暴'), { ...laws, type: 'choice' }))), /只能写一样/)
  for (const yes of ['√', '✓', '✔', '是', 'V', '1', '有', 'Y', '已完成'])
    assert.deepEqual(readYesNo(text(yes)), { value: true }, yes)
  for (const no of ['×', '否', '无', 'N', '0', '未完成', '□'])
    assert.deepEqual(readYesNo(text(no)), { value: false }, no)
  assert.match(String(told(readYesNo(text('大概')))), /请写“是”或“否”/)
})

test('names of persons and units', () => {
  assert.deepEqual(readPersons(text('张 三、李小四（主任）'), true), { value: ['张三', '李小四'] })
  assert.match(String(told(readPersons(text('张三等5人'), true))), /^张三 \? .*没写出来的人没有算/)
  assert.match(String(told(readPersons(text('30人'), true))), /是人数，不是名字/)
  assert.match(String(told(readPersons(number(2.20102199001011e17), false))), /后几位已经丢了/)
  assert.deepEqual(readUnits(text('柳 河 镇 妇 联')), { value: ['柳河镇妇联'] })
  assert.match(String(told(readUnits(text('柳河镇、青禾镇')))), /只能写一个/)
})
