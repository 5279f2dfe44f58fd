import assert from 'node:assert/strict'
import { test } from 'node:test'
import { activityFields } from './activity-fields.ts'
import { recallMapping } from './mapping.ts'
import { parseRows } from './parse-rows.ts'
import { firstRows, readSheet } from './read-sheet.ts'
import { recogniseRegister } from './recognise.ts'
import type { Mapping, ParsedRow, Recognised, Sheet, SkippedRow } from './sheet.ts'
import * as ugly from './ugly-registers.ts'

const open = async (register: ugly.UglyRegister | string) =>
  readSheet(typeof register === 'string' ? new TextEncoder().encode(register) : await ugly.bookOf(register))

async function recognise(sheet: Sheet): Promise<Recognised> {
  return recogniseRegister({ name: sheet.name, rows: await firstRows(sheet), merges: sheet.merges }, activityFields)
}

async function parse(sheet: Sheet, mapping: Mapping, year?: number | null, month?: number | null) {
  const records: ParsedRow[] = []
  const skipped: SkippedRow[] = []
  const context = { today: '2024-12-31', ...(year && { year }), ...(month && { month }) }
  for await (const row of parseRows(sheet, mapping, activityFields, context))
    if ('why' in row) skipped.push(row)
    else records.push(row)
  return { records, skipped }
}

/** Which letter is which field, shortly: 'B:day C:title'. */
const mapped = ({ columns }: Mapping) =>
  columns
    .filter(({ field }) => field !== null)
    .map(
      ({ letter, field, part, choice }) => `${letter}:${field}${part ? `.${part}` : ''}${choice ? `=${choice}` : ''}`,
    )
    .join(' ')

type Wanted = {
  head: number[]
  mapped: string
  skipped: Record<number, RegExp>
  records: Record<number, Record<string, unknown>>
  problems?: Record<number, RegExp[]>
  warnings?: Record<number, RegExp[]>
}

async function check(register: ugly.UglyRegister | string, wanted: Wanted): Promise<Recognised> {
  const sheet = await open(register)
  const found = await recognise(sheet)
  assert.deepEqual(found.headRows, wanted.head)
  assert.equal(mapped(found), wanted.mapped)
  const { records, skipped } = await parse(sheet, found, found.year, found.month)
  assert.deepEqual(
    skipped.map(({ no }) => no),
    Object.keys(wanted.skipped).map(Number),
  )
  for (const { no, why } of skipped) assert.match(why, wanted.skipped[no] ?? /never/)
  assert.deepEqual(
    records.map(({ no }) => no),
    Object.keys(wanted.records).map(Number),
  )
  assert.equal(found.count, records.length)
  for (const { no, values, problems, warnings } of records) {
    assert.deepEqual(values, wanted.records[no], `row ${no}`)
    same(
      no,
      problems.map(({ why }) => why),
      wanted.problems?.[no],
    )
    same(
      no,
      warnings.map(({ why }) => why),
      wanted.warnings?.[no],
    )
  }
  return found
}

function same(no: number, found: string[], wanted: RegExp[] = []): void {
  assert.equal(found.length, wanted.length, `row ${no}: ${found.join(' | ')}`)
  for (const [at, why] of found.entries()) assert.match(why, wanted[at] ?? /never/)
}

test('title, reporter line, full-width numbers, mixed days, a total and a signature', async () => {
  const found = await check(ugly.titled, {
    head: [3],
    mapped: 'B:day C:title D:attended E:laws',
    skipped: { 7: /合计/, 8: /填表人/ },
    records: {
      4: { day: '2024-03-08', title: '三八维权周进村宣讲', attended: 30, laws: ['civil-code', 'domestic-violence'] },
      5: { day: '2024-03-15', title: '反诈宣传', attended: 30, laws: ['anti-fraud'] },
      6: { day: '2024-05-15', title: '家庭教育讲座', attended: 45, laws: ['family-education'] },
    },
    warnings: { 5: [/“约30人”不是准数，先按 30 记下/] },
  })
  assert.equal(found.title, '松河县柳河镇妇联2024年普法宣传活动登记表')
  assert.deepEqual([found.year, found.month, found.unit], [2024, null, '柳河镇妇联'])
  assert.deepEqual(
    found.skipped.map(({ no }) => no),
    [1, 2, 3, 7, 8],
  )
  assert.deepEqual([found.firstRow, found.lastRow, found.missing.length], [4, 6, 0])
  assert.match(found.columns[0]?.why ?? '', /序号/)
  assert.ok(found.sure > 0.9)
})

test('a head of two merged rows, a day in two columns, a unit merged down', async () => {
  const sheet = await open(ugly.twoRowHead)
  const found = await recognise(sheet)
  assert.deepEqual(found.headRows, [2, 3])
  assert.equal(mapped(found), 'B:unit C:title D:day.month E:day.day F:attended H:women')
  const { records } = await parse(sheet, found, 2024)
  assert.deepEqual(
    records.map(({ values }) => [values.day, values.unit, values.attended, values.women]),
    [
      ['2024-03-08', '东山村', 40, 30],
      ['2024-05-20', '东山村', 60, 40],
      ['2024-05-21', '西沟村', 25, 20],
    ],
  )
})

test('men and women without a total are added', async () => {
  const found = await check(ugly.menAndWomenOnly, {
    head: [1, 2],
    mapped: 'A:day B:title D:women E:unit',
    skipped: {},
    records: {
      3: { day: '2024-03-08', title: '插花', attended: 20, women: 18, unit: '柳河镇妇联' },
      4: { day: '2024-04-01', title: '植树', attended: 20, women: 15, unit: '柳河镇妇联' },
    },
  })
  assert.deepEqual(found.sums, { attended: [2, 3] })
})

test('headings give the rows below their unit; subtotals, a second head and a remark are left out', async () => {
  await check(ugly.sections, {
    head: [3],
    mapped: 'A:day B:title C:attended D:channel',
    skipped: { 4: /算“青禾镇”的/, 7: /合计/, 8: /算“长坪街道”的/, 10: /合计/, 11: /表头又出现/, 13: /说明/ },
    records: {
      5: { day: '2023-01-05', title: '剪纸', attended: 12, channel: 'on-site', unit: '青禾镇' },
      6: { day: '2023-02-12', title: '猜灯谜', attended: 20, channel: 'on-site', unit: '青禾镇' },
      9: { day: '2023-03-08', title: '茶话会', attended: 18, channel: 'on-site', unit: '长坪街道' },
      12: { day: '2023-12-09', title: '直播讲座', attended: 12_000, channel: 'online', unit: '长坪街道' },
    },
  })
})

test('a column to tick for each choice, and a yes or no', async () => {
  await check(ugly.ticked, {
    head: [1, 2],
    mapped:
      'A:day B:title C:attended D:laws=civil-code E:laws=domestic-violence F:laws=family-education G:laws=anti-fraud H:keyDay',
    skipped: {},
    records: {
      3: { day: '2024-03-08', title: '进村普法', attended: 33, laws: ['civil-code', 'family-education'], keyDay: true },
      4: { day: '2024-06-26', title: '反诈课', attended: 20, laws: ['anti-fraud'], keyDay: false },
      5: { day: '2024-06-27', title: '答疑', attended: 8, keyDay: false },
    },
    problems: { 5: [/有就打“√”/] },
  })
})

test('column numbers, an example row, 万元, blank columns, a serial number for a day', async () => {
  const found = await check(ugly.numbered, {
    head: [4],
    mapped: 'B:day C:title D:attended E:money G:host',
    skipped: { 5: /栏次/, 6: /例子/ },
    records: {
      7: { day: '2024-03-08', title: '巾帼宣讲', attended: 1200, money: 15_000, host: '张三' },
      8: { title: '元宵灯会', money: 3000 },
      9: { day: '2024-04-01', title: '踏青' },
    },
    problems: { 8: [/2024年2月30日，日历上没有这一天/, /“若干”不是数/, /只能写一个/], 9: [/是一个范围/] },
  })
  assert.equal(found.year, 2024)
})

test('names one below the other are one record', async () => {
  await check(ugly.namesBelow, {
    head: [1],
    mapped: 'A:day B:title C:attended D:people',
    skipped: { 3: /和第 2 行是同一条/, 4: /和第 2 行是同一条/ },
    records: {
      2: { day: '2024-03-08', title: '座谈会', attended: 3, people: ['赵一', '钱二', '孙三'] },
      5: { day: '2024-03-09', title: '培训', attended: 2, people: ['李四', '周五'] },
    },
    warnings: { 2: [/写在几行合并的格里/] },
  })
})

test('a number merged over two rows is counted once; 同上; a row written twice', async () => {
  const sheet = await open(ugly.sharedTotal)
  const { records } = await parse(sheet, await recognise(sheet))
  assert.deepEqual(
    records.map(({ values }) => values.attended),
    [60, undefined, 10, 10],
  )
  assert.deepEqual(
    records.map(({ values }) => values.day),
    ['2024-05-01', '2024-05-01', '2024-05-02', '2024-05-02'],
  )
  assert.match(records[1]?.problems[0]?.why ?? '', /和上面几行合在一格里/)
  const [third, fourth] = records.slice(2)
  assert.equal(third?.print, fourth?.print)
  assert.deepEqual([third?.nth, fourth?.nth, fourth?.sameAs], [1, 2, 4])
  assert.match(fourth?.warnings.at(-1)?.why ?? '', /和第 4 行一模一样/)
})

test('days of a month named in the title, and days whose year Excel made up', async () => {
  const found = await check(ugly.monthly, {
    head: [2],
    mapped: 'A:day C:title D:attended E:channel',
    skipped: { 8: /填表人/ },
    records: {
      3: { day: '2024-03-08', title: '庆三八', attended: 50, channel: 'on-site' },
      4: { day: '2024-03-15', title: '维权日', attended: 20, channel: 'online' },
      5: { day: '2024-03-21', title: '走访', attended: 3 },
      6: { day: '2024-03-31', title: '总结会', channel: 'on-site' },
    },
    problems: { 5: [/“入户”不在可写的里面。可以写：现场、线上/], 6: [/还差“参加人数”。/] },
    warnings: { 4: [/表里没显示年份，按标题记成2024年3月15日/], 5: [/不止一天，按第一天/] },
  })
  assert.deepEqual([found.year, found.month], [2024, 3])
})

test('three rows of head, the second group in the third row, blank columns, a page total', async () => {
  await check(ugly.threeRowHead, {
    head: [4, 5],
    mapped: 'B:title C:day E:attended F:women I:host',
    skipped: { 8: /合计/, 10: /填表人/ },
    records: {
      6: { day: '2022-06-01', title: '绘本共读', attended: 50, women: 20, host: '陈老师' },
      7: { day: '2022-07-10', title: '防溺水课', attended: 60, women: 10 },
    },
  })
})

test('text with commas: groups without merges, quoted commas and line breaks', async () => {
  const sheet = await open(ugly.commas)
  const found = await recognise(sheet)
  assert.equal(mapped(found), 'A:day.month B:day.day C:title D:attended E:women')
  const { records } = await parse(sheet, found, 2023)
  assert.deepEqual(
    records.map(({ values }) => values),
    [
      { day: '2023-03-08', title: '讲法律,送温暖', attended: 30, women: 25 },
      { day: '2023-03-09', title: '第二场\n（下午）', attended: 20, women: 15 },
    ],
  )
})

test('without a head nothing is sure, and a person can still say which column is what', async () => {
  const sheet = await open(ugly.noHead)
  const found = await recognise(sheet)
  assert.deepEqual([found.headRows, found.missing, found.sure], [[], ['title', 'attended'], 0])
  const said = recallMapping(found, { B: 'title', C: 'attended' })
  const { records } = await parse(sheet, said)
  assert.deepEqual(
    records.map(({ values }) => [values.day, values.title, values.attended]),
    [
      ['2024-03-08', '妇女节活动', 30],
      ['2024-04-01', '植树', 20],
      ['2024-05-01', '慰问', 10],
    ],
  )
})

test('what is wrong says what to do', async () => {
  const sheet = await open(ugly.broken)
  const { records } = await parse(sheet, await recognise(sheet))
  const whys = records.map(({ problems }) => problems.map(({ why }) => why))
  assert.deepEqual(whys, [
    ['2099年1月1日还没到。请改成已经过去的日子。'],
    ['“2024年3月”只写到月。请写清是哪一天。', '“参加人数”要写整数，这里是 30.5。', '“其中妇女”不能少于 0，这里是 -1。'],
    ['还差“哪天”。', '这格的公式出错了（#REF!）。请改成要填的内容。'],
    [
      '还差“活动名称”。',
      '“参加人数”写的是 500000，太大了。请看看是不是多写了零。',
      '“30人”是人数，不是名字。请写姓名，或者把这一列对到人数。',
    ],
    ['这格有 61 个字，最多 60 个。请写短些。'],
  ])
  assert.equal(records[2]?.problems[0]?.column, '活动日期')
  assert.ok(whys.flat().every(why => !/[!！]|系统|数据|格式不正确|请重试/.test(why.replace('#REF!', ''))))
})
