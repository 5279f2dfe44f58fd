import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  array,
  assert as hold,
  asyncProperty,
  constantFrom,
  double,
  integer,
  oneof,
  property,
  string,
  tuple,
} from 'fast-check'
import { read } from 'hucre'
import { addDays } from '#base/day'
import { cellXml, type Links } from './cell-out.ts'
import { openParts } from './package-parts.ts'
import { readSheet } from './read-sheet.ts'
import { sheetName, writeWorkbook, type ListOut, type RowOut } from './write-workbook.ts'

async function bytesOf(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const list = (rows: ListOut['rows'], more: Partial<ListOut> = {}): ListOut => ({
  title: '柳河镇妇联的活动',
  scope: '柳河镇和各村的全部活动',
  asOf: '截至 2024 年 12 月 31 日',
  columns: [
    { head: '活动名称', kind: 'text' },
    { head: '哪天', kind: 'day' },
    { head: '参加人数', kind: 'number' },
    { head: '记录', kind: 'link' },
  ],
  rows,
  ...more,
})

async function recordsIn(bytes: Uint8Array) {
  const rows: (readonly unknown[])[] = []
  for await (const { no, cells } of (await readSheet(bytes)).rows) if (no > 3) rows.push(cells)
  return rows
}

test('title, scope and head stand over the records, and each cell is what it is', async () => {
  const bytes = await bytesOf(
    writeWorkbook(
      list([
        ['=1+1', '2024-03-08', 30, { text: '看记录', href: 'https://nj.example/r/1?a=1&b=2' }],
        ['-', '三月初', 12.5, { text: '看记录', href: 'javascript:alert(1)' }],
        ['@甲 & <乙>', null, null, 'https://nj.example/r/2'],
        [13_800_000_000, '1890-01-01', '约三十', { text: '只有字' }],
      ]),
    ),
  )
  const sheet = await readSheet(bytes)
  assert.equal(sheet.name, '柳河镇妇联的活动')
  const rows: unknown[] = []
  for await (const row of sheet.rows) rows.push(row)
  assert.deepEqual(rows, [
    { no: 1, cells: ['柳河镇妇联的活动'] },
    { no: 2, cells: ['柳河镇和各村的全部活动\u3000截至 2024 年 12 月 31 日'] },
    { no: 3, cells: ['活动名称', '哪天', '参加人数', '记录'] },
    { no: 4, cells: ['=1+1', { day: '2024-03-08' }, 30, '看记录'] },
    { no: 5, cells: ['-', '三月初', 12.5, '看记录'] },
    { no: 6, cells: ['@甲 & <乙>', null, null, 'https://nj.example/r/2'] },
    { no: 7, cells: ['13800000000', '1890-01-01', '约三十', '只有字'] },
  ])
  const parts = await openParts(bytes)
  const xml = await parts.text('xl/worksheets/sheet1.xml')
  assert.ok(!xml.includes('<f>'), 'nothing became a formula')
  assert.match(xml, /<pane ySplit="3" topLeftCell="A4"[^>]*state="frozen"/)
  assert.match(
    xml,
    /<autoFilter ref="A3:D7"\/><hyperlinks><hyperlink ref="D4" r:id="rId1"\/><hyperlink ref="D6" r:id="rId2"\/>/,
  )
  const links = await parts.text('xl/worksheets/_rels/sheet1.xml.rels')
  assert.ok(links.includes('Target="https://nj.example/r/1?a=1&amp;b=2"'))
  assert.ok(!links.includes('javascript'))
})

test('another reader reads the same', async () => {
  const bytes = await bytesOf(writeWorkbook(list([['宣讲 ', '2024-02-29', 0.1, '第一行\n第二行']])))
  const [sheet] = (await read(bytes)).sheets
  const [name, day, count, text] = sheet?.rows[3] ?? []
  assert.deepEqual([name, count, text], ['宣讲 ', 0.1, '第一行\n第二行'])
  assert.equal(day instanceof Date ? day.toISOString() : day, '2024-02-29T00:00:00.000Z')
})

test('any records come back as they were written', async () => {
  // Blank texts are no value, and XML knows neither control characters nor a lone carriage return.
  const words = string({ unit: 'binary', maxLength: 40 })
    .map(text => text.replace(/[\p{Cc}\ufffe\uffff]/gu, ''))
    .filter(text => text.trim() !== '')
  const days = integer({ min: 0, max: 60_000 }).map(days => addDays('1901-01-01', days))
  const numbers = oneof(integer(), double({ noNaN: true, noDefaultInfinity: true })).filter(n => !Object.is(n, -0))
  const sign = constantFrom('', '=', '+', '-', '@', '_x0041_', "'")
  const records = array(
    tuple(
      tuple(sign, words).map(each => each.join('')),
      days,
      numbers,
      words,
    ),
    { maxLength: 8 },
  )
  await hold(
    asyncProperty(records, async rows => {
      const back = await recordsIn(await bytesOf(writeWorkbook(list(rows as readonly RowOut[]))))
      assert.deepEqual(
        back,
        rows.map(([name, day, count, text]) => [name, { day }, count, text]),
      )
    }),
    { numRuns: 30 },
  )
})

test('columns are as wide as their words, rows as high as their lines', async () => {
  const rows = [['一'.repeat(15), '2024-03-08', 3, '二'.repeat(60)]]
  const bytes = await bytesOf(writeWorkbook(list(rows)))
  const xml = await (await openParts(bytes)).text('xl/worksheets/sheet1.xml')
  const widths = Array.from(xml.matchAll(/<col [^>]*width="(\d+)"/g), ([, width]) => Number(width))
  assert.deepEqual(widths, [32, 13, 13, 48])
  assert.match(xml, /<row r="4" ht="45">/)
  const given = await bytesOf(writeWorkbook(list(rows, { columns: [{ head: '名称', kind: 'text', width: 20 }] })))
  assert.match(await (await openParts(given)).text('xl/worksheets/sheet1.xml'), /<col min="1" max="1" width="20"/)
})

test('links beyond what Excel keeps still lead somewhere', () => {
  const links: Links = { addresses: new Map(), cells: [] }
  for (let n = 1; n <= 65_000; n++)
    cellXml({ text: '看', href: `https://nj.example/${n % 10}` }, 'link', `A${n}`, links)
  const further = cellXml({ text: '说"看"', href: 'https://nj.example/1?a&b' }, 'link', 'A65001', links)
  assert.equal(links.cells.length, 65_000)
  assert.equal(links.addresses.size, 10)
  const formula = '<f>HYPERLINK(&quot;https://nj.example/1?a&amp;b&quot;,&quot;说&quot;&quot;看&quot;&quot;&quot;)</f>'
  assert.equal(further, `<c r="A65001" s="7" t="str">${formula}<v>说&quot;看&quot;</v></c>`)
})

test('rows are taken only as fast as the file is, and let go when nobody wants it', async () => {
  let taken = 0
  let closed = false
  const rows = async function* () {
    try {
      for (; ; taken++) yield [`第 ${taken} 场活动`]
    } finally {
      closed = true
    }
  }
  const file = writeWorkbook(list(rows(), { columns: [{ head: '名称', kind: 'text' }] }))
  while (taken === 0) await file.next()
  await new Promise(resolve => setTimeout(resolve, 30))
  assert.ok(taken < 20_000, `${taken} rows taken`)
  await file.return()
  await new Promise(resolve => setTimeout(resolve, 30))
  assert.ok(closed)
})

test('a source that fails makes the file fail', async () => {
  const rows = async function* () {
    yield ['一']
    throw new Error('the records went away')
  }
  await assert.rejects(bytesOf(writeWorkbook(list(rows()))), /the records went away/)
})

test('a sheet is called what Excel allows', () => {
  assert.equal(sheetName('2024/03：[柳河镇]*'), '2024 03： 柳河镇')
  assert.equal(sheetName("'"), 'Sheet1')
  hold(
    property(string({ unit: 'binary' }), title => {
      const name = sheetName(title)
      assert.ok(name.length >= 1 && name.length <= 31 && !/[\p{Cc}:\\/?*[\]]|^'|'$/u.test(name))
    }),
  )
})
