import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUuid } from '#base/id'
import { activityFields } from './activity-fields.ts'
import { annotateWorkbook, type RowResult } from './annotate-workbook.ts'
import { rowFingerprint, rowOrderId } from './fingerprint.ts'
import { mappingKey, OUR_HEADS, recallMapping, rememberMapping } from './mapping.ts'
import { parseRows } from './parse-rows.ts'
import { firstRows, readSheet } from './read-sheet.ts'
import { recogniseRegister } from './recognise.ts'
import type { Mapping, ParsedRow, Sheet } from './sheet.ts'
import * as ugly from './ugly-registers.ts'

const open = async (register: ugly.UglyRegister) => readSheet(await ugly.bookOf(register))
const recognise = async (sheet: Sheet) =>
  recogniseRegister({ name: sheet.name, rows: await firstRows(sheet), merges: sheet.merges }, activityFields)

async function parse(sheet: Sheet, mapping: Mapping): Promise<ParsedRow[]> {
  const records: ParsedRow[] = []
  for await (const row of parseRows(sheet, mapping, activityFields, { year: 2024 }))
    if ('values' in row) records.push(row)
  return records
}

const mapped = ({ columns }: Mapping) =>
  columns
    .filter(({ field }) => field !== null)
    .map(({ letter, field }) => `${letter}:${field}`)
    .join(' ')

test('what we added to a register the last time is not read again', async () => {
  const sheet = await open(ugly.giveBack)
  const found = await recognise(sheet)
  assert.equal(mapped(found), 'A:day B:title C:attended')
  assert.match(found.columns[4]?.why ?? '', /上次导入时加的/)
  const records = await parse(sheet, found)
  assert.deepEqual(
    records.map(({ problems }) => problems.length),
    [0, 0],
  )
})

test('a mapping is remembered by its heads, wherever they stand and whatever the year', async () => {
  const first = await recognise(await open(ugly.titled))
  const rows = ugly.titled.rows.slice(2).map(row => [...row].reverse())
  const next = await open({ name: '2025', rows: [['2025年登记表'], ...rows] })
  const again = await recognise(next)
  assert.equal(again.fingerprint, first.fingerprint)
  assert.notEqual(again.fingerprint, (await recognise(await open(ugly.monthly))).fingerprint)
  assert.equal(mappingKey([['2024年人数'], ['备注'], []]), mappingKey([['备注'], ['2025年人数（人）']]))
  const said = recallMapping(first, { 备注: 'title', 活动名称: null })
  assert.equal(mapped(said), 'B:day D:attended E:laws F:title')
  const recalled = recallMapping(again, JSON.parse(JSON.stringify(rememberMapping(said))))
  assert.equal(mapped(recalled), 'A:title B:laws C:attended E:day')
  assert.ok(recalled.columns.every(({ key, sure }) => key === '' || sure === 1))
})

test('a row has the same print in another file, another line and another order of columns', async () => {
  const one = await open(ugly.titled)
  const [first] = await parse(one, await recognise(one))
  const other = await open({
    name: '别的',
    rows: [
      ['活动名称', '宣讲内容', '参加人数', '活动日期'],
      ['别的活动', '反诈', 3, '2024-01-02'],
      ['三八维权周 进村宣讲'.replace(' ', ''), '反家庭暴力法；民法典', ' 30', '二〇二四年三月八日'],
    ],
  })
  const again = (await parse(other, await recognise(other)))[1]
  assert.deepEqual(again?.values, { ...first?.values, laws: ['domestic-violence', 'civil-code'] })
  assert.equal(again?.print, first?.print)
})

test('importing a file again gives the same orders, each its own', async () => {
  const sheet = await open(ugly.sharedTotal)
  const ids = async () =>
    (await parse(sheet, await recognise(sheet)))
      .filter(({ problems }) => problems.length === 0)
      .map(({ print, nth }) => rowOrderId('lectures 3', print, nth))
  const first = await ids()
  assert.deepEqual(await ids(), first)
  assert.equal(new Set(first).size, 3)
  assert.ok(first.every(isUuid))
  assert.notEqual(rowOrderId('lectures 4', 'a', 1), rowOrderId('lectures 3', 'a', 1))
  assert.equal(rowFingerprint({ a: 1, b: '２ ' }), rowFingerprint({ b: '2', a: 1 }))
  assert.notEqual(rowFingerprint({ a: 1 }), rowFingerprint({ a: '1' }))
})

test('a register given back, mended or not, is recognised as the same and read as the same', async () => {
  for (const register of [ugly.titled, ugly.twoRowHead, ugly.sections, ugly.namesBelow, ugly.broken]) {
    const bytes = await ugly.bookOf(register)
    const sheet = await readSheet(bytes)
    const found = await recognise(sheet)
    const records = await parse(sheet, found)
    const results = new Map(
      records.map(({ no, problems }): [number, RowResult] => [
        no,
        problems.length > 0 ? { state: 'bad', problems } : { state: 'done', receipt: `LH-${no}` },
      ]),
    )
    const words = { head: OUR_HEADS.result, done: '收下了，收条 {receipt}', repeated: '早就收下了', bad: '{why}' }
    const chunks: Uint8Array[] = []
    const place = { sheet: sheet.name, headRows: found.headRows, words }
    for await (const chunk of await annotateWorkbook(bytes, results, place)) chunks.push(chunk)
    const back = await readSheet(Buffer.concat(chunks))
    const again = await recognise(back)
    assert.equal(again.fingerprint, found.fingerprint, register.name)
    assert.equal(mapped(again), mapped(found))
    assert.deepEqual(
      (await parse(back, again)).map(({ no, print }) => [no, print]),
      records.map(({ no, print }) => [no, print]),
    )
    const heads = again.columns.filter(({ why }) => why?.includes('上次导入'))
    assert.equal(heads.length, 1, register.name)
  }
})
