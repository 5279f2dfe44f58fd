import assert from 'node:assert/strict'
import { test } from 'node:test'
import { array, assert as hold, asyncProperty, integer, record, subarray } from 'fast-check'
import JSZip from 'jszip'
import { annotateWorkbook, type ResultPlace, type RowResult } from './annotate-workbook.ts'
import { looksOf } from './annotate-styles.ts'
import { giveBack } from './give-back.ts'
import { openParts } from './package-parts.ts'
import { readSheet, readSheets } from './read-sheet.ts'
import type { Row } from './sheet.ts'
import { bookOf, twoRowHead } from './ugly-registers.ts'

const words = { head: '结果', done: '已导入 {receipt}', repeated: '以前导入过 {receipt}', bad: '没有导入。{why}' }
const bad = (...indexes: (number | null)[]): RowResult => ({
  state: 'bad',
  problems: indexes.map(index => ({ column: `第${index}列`, index, why: '请写成数字' })),
})

async function bytesOf(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const annotated = async (bytes: Uint8Array, results: Record<number, RowResult>, place: ResultPlace) =>
  bytesOf(
    await annotateWorkbook(bytes, new Map(Object.entries(results).map(([no, each]) => [Number(no), each])), place),
  )

async function rowsOf(bytes: Uint8Array, name?: string): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of (await readSheet(bytes, name)).rows) rows.push(row)
  return rows
}

const sheetXml = async (bytes: Uint8Array, part = 'xl/worksheets/sheet1.xml') => (await openParts(bytes)).text(part)

/** A small workbook around the XML of a sheet, with styles or without. */
async function book(sheet: string, styles?: string): Promise<Uint8Array> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const zip = new JSZip()
  zip.file('[Content_Types].xml', '<Types xmlns="t"><Default Extension="xml" ContentType="application/xml"/></Types>')
  zip.file(
    'xl/workbook.xml',
    '<workbook xmlns:r="r"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
  )
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${styles ? relation('rId2', 'styles', 'styles.xml') : ''}</Relationships>`,
  )
  zip.file('xl/worksheets/sheet1.xml', sheet)
  if (styles) zip.file('xl/styles.xml', styles)
  zip.file(
    'xl/media/seal.png',
    Uint8Array.from({ length: 300 }, (_, at) => at % 256),
  )
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

const STYLES = `<styleSheet><fonts count="2"><font><sz val="11"/></font><font><b/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"/></fill></fills><borders count="2"><border/><border><left style="thin"/></border></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" borderId="1"><alignment horizontal="center"/><protection locked="0"/></xf></cellXfs><dxfs count="1"><dxf><fill><patternFill/></fill></dxf></dxfs></styleSheet>`
const SHEET = `<worksheet><dimension ref="A1:C5"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="2" width="20" customWidth="1"/><col min="3" max="16384" width="9" style="2" hidden="1"/></cols><sheetData><row r="1" spans="1:3" ht="30"><c r="A1" s="1" t="inlineStr"><is><t>名称</t></is></c><c r="C1" s="1" t="inlineStr"><is><t>人数</t></is></c></row><row r="2" spans="1:3"><c r="A2" s="2"><f>1+1</f><v>2</v></c><c r="C2" s="1"><v>45000</v></c><c r="D2" s="2"/></row><row r="3" s="1" customFormat="1"><c r="A3"><v>3</v></c></row><row r="4"/><row r="5"><c r="B5"><v>5</v></c></row></sheetData><sheetProtection sheet="0"/><mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells><pageMargins left="1"/></worksheet>`

test('each row says what became of it, and the rest of the workbook is as it was', async () => {
  const bytes = await book(SHEET, STYLES)
  const results: Record<number, RowResult> = {
    2: bad(2),
    3: { state: 'done', receipt: 'LH-7' },
    4: bad(0, 1, null),
    5: { state: 'repeated', receipt: 'LH-8' },
  }
  const back = await annotated(bytes, results, { sheet: '台账', headRows: [1], words })
  const rows = await rowsOf(back)
  assert.deepEqual(
    rows.map(({ no, cells }) => [no, cells[3]]),
    [
      [1, '结果'],
      [2, '没有导入。第2列：请写成数字'],
      [3, '已导入 LH-7'],
      [4, '没有导入。第0列：请写成数字；第1列：请写成数字；第null列：请写成数字'],
      [5, '以前导入过 LH-8'],
    ],
  )
  assert.deepEqual(rows[1]?.cells.slice(0, 3), [2, null, { day: '2023-03-15' }])
  const xml = await sheetXml(back)
  assert.ok(xml.includes('<c r="A2" s="2"><f>1+1</f><v>2</v></c>'), 'a formula stays a formula')
  assert.ok(xml.endsWith(SHEET.slice(SHEET.indexOf('</sheetData>'))), 'what stands behind the rows is untouched')
  assert.ok(xml.includes('<dimension ref="A1:D5"/>'))
  assert.match(
    xml,
    /<col min="3" max="3"[^>]*hidden="1"\/><col min="4" max="4" width="44" customWidth="1"\/><col min="5" max="16384"[^>]*hidden="1"\/>/,
  )
  assert.match(xml, /<row r="1" ht="30">.*<c r="D1" s="1" t="inlineStr">/)
  // Styles 3… in the order they were needed; A3 is washed for row 4, whose cell lies in its merge.
  assert.match(xml, /<c s="3" r="C2"><v>45000<\/v><\/c><c r="D2" s="4"/)
  assert.match(xml, /<c s="(\d+)" r="A3"><v>3<\/v><\/c>/)
  const styles = await sheetXml(back, 'xl/styles.xml')
  const looks = Array.from(
    /<cellXfs[\s\S]*<\/cellXfs>/.exec(styles)?.[0].matchAll(/<xf [^>]*?>/g) ?? [],
    ([tag]) => tag,
  )
  assert.equal(Number(/cellXfs count="(\d+)"/.exec(styles)?.[1]), looks.length)
  assert.equal(
    looks[3],
    '<xf numFmtId="14" fontId="1" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1"/>',
  )
  assert.match(styles, /<fills count="4">.*FFFBE7DB.*<\/fills>/)
  assert.ok(styles.endsWith(STYLES.slice(STYLES.indexOf('<dxfs'))))
  const [before, after] = await Promise.all([bytes, back].map(each => JSZip.loadAsync(each)))
  assert.deepEqual(
    Object.keys(after?.files ?? {}).sort(),
    Object.keys(before?.files ?? {})
      .filter(name => !name.endsWith('/'))
      .sort(),
  )
  assert.deepEqual(
    await after?.file('xl/media/seal.png')?.async('uint8array'),
    await before?.file('xl/media/seal.png')?.async('uint8array'),
  )
})

test('a workbook that comes back a second time has one column of results', async () => {
  const place: ResultPlace = { sheet: '台账', headRows: [1], words }
  const once = await annotated(await book(SHEET, STYLES), { 2: bad(2), 3: { state: 'done', receipt: 'LH-7' } }, place)
  const twice = await annotated(
    once,
    { 2: { state: 'done', receipt: 'LH-9' }, 3: { state: 'repeated', receipt: 'LH-7' } },
    place,
  )
  const rows = await rowsOf(twice)
  assert.deepEqual(
    rows.map(({ cells }) => cells[3] ?? null),
    ['结果', '已导入 LH-9', '以前导入过 LH-7', null],
  )
  assert.ok(rows.every(({ cells }) => cells.length <= 4))
})

test('a head of two rows, written by another program', async () => {
  const name = twoRowHead.name
  const back = await annotated(
    await bookOf(twoRowHead),
    { 4: bad(1), 5: { state: 'done', receipt: '1' } },
    { sheet: name, headRows: [2, 3], words },
  )
  const before = await readSheet(await bookOf(twoRowHead))
  const after = await readSheet(back)
  const width = Math.max(...(await rowsOf(await bookOf(twoRowHead))).map(({ cells }) => cells.length))
  assert.deepEqual(after.merges, [...before.merges, { top: 1, left: width, bottom: 2, right: width }])
  const rows = await rowsOf(back)
  assert.deepEqual(
    [2, 3, 4, 5].map(no => rows.find(row => row.no === no)?.cells[width] ?? null),
    ['结果', null, '没有导入。第1列：请写成数字', '已导入 1'],
  )
})

test('a workbook without styles, a head or dimensions', async () => {
  const bytes = await book(
    '<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c/></row></sheetData></worksheet>',
  )
  const back = await annotated(bytes, { 1: bad(0), 2: bad(1) }, { sheet: '台账', headRows: [], words })
  assert.deepEqual(await rowsOf(back), [
    { no: 1, cells: [1, 2, '没有导入。第0列：请写成数字'] },
    { no: 2, cells: [null, null, '没有导入。第1列：请写成数字'] },
  ])
  assert.match(await sheetXml(back), /<worksheet><cols><col min="3" max="3"[^>]*\/><\/cols><sheetData>/)
  assert.match(await sheetXml(back, '[Content_Types].xml'), /PartName="\/xl\/styles.xml"/)
  assert.match(await sheetXml(back, 'xl/_rels/workbook.xml.rels'), /relationships\/styles" Target="\/xl\/styles.xml"/)
  assert.match(await sheetXml(back, 'xl/styles.xml'), /FFFBE7DB/)
})

test('whatever is wrong with whichever cells, the register reads as before', async () => {
  const cells = record({
    rows: array(subarray([0, 1, 2, 3, 4]), { minLength: 1, maxLength: 12 }),
    wrong: array(integer({ min: 0, max: 6 }), { maxLength: 3 }),
  })
  await hold(
    asyncProperty(cells, async ({ rows, wrong }) => {
      const xml = rows.map(
        (columns, at) =>
          `<row r="${at + 2}">${columns.map(column => `<c r="${'ABCDE'[column]}${at + 2}" s="${column % 3}"><v>${at * 10 + column}</v></c>`).join('')}</row>`,
      )
      const bytes = await book(`<worksheet><sheetData>${xml.join('')}</sheetData></worksheet>`, STYLES)
      const results = Object.fromEntries(rows.map((_, at) => [at + 2, bad(...wrong)]))
      const before = await rowsOf(bytes)
      const after = await rowsOf(await annotated(bytes, results, { sheet: '台账', headRows: [], words }))
      const column = Math.max(0, ...before.map(row => row.cells.length))
      assert.deepEqual(
        after.map(({ no }) => no),
        rows.map((_, at) => at + 2),
      )
      for (const row of after) {
        const same = before.find(({ no }) => no === row.no)?.cells ?? []
        assert.deepEqual(
          row.cells.slice(0, column),
          Array.from({ length: column }, (_, at) => same[at] ?? null),
        )
        assert.match(String(row.cells[column]), /^没有导入。/)
      }
    }),
    { numRuns: 25 },
  )
})

test('text with commas goes back as a workbook', async () => {
  const file = await readSheets(Buffer.from('日期,活动,人数\n2024.3.8,宣讲,多人\n2024.3.9,义诊,30\n'))
  const results = new Map<number, RowResult>([
    [2, bad(2)],
    [3, { state: 'done', receipt: '9' }],
  ])
  const back = await bytesOf(await giveBack(file, results, { sheet: '', headRows: [1], words }))
  assert.deepEqual(
    (await rowsOf(back)).map(({ cells }) => cells),
    [
      ['日期', '活动', '人数', '结果'],
      ['2024.3.8', '宣讲', '多人', '没有导入。第2列：请写成数字'],
      ['2024.3.9', '义诊', '30', '已导入 9'],
    ],
  )
  assert.match(await sheetXml(back), /<c s="10" r="C2" t="inlineStr">/)
})

test('a sheet that is not there is named as such', async () => {
  const bytes = await book(SHEET, STYLES)
  await assert.rejects(annotateWorkbook(bytes, new Map(), { sheet: '别的', headRows: [], words }), {
    code: 'invalid-input',
  })
})

test('looks keep what a style had and are made once', () => {
  const looks = looksOf(STYLES)
  assert.equal(looks.xml(), STYLES)
  assert.equal(looks.on(2, 'wash'), 3)
  assert.equal(looks.on(2, 'wash'), 3)
  assert.equal(looks.on(2, 'bad-result'), 4)
  const xml = looks.xml()
  assert.ok(
    xml.includes(
      '<xf numFmtId="4" borderId="1" fillId="3" applyFill="1"><alignment horizontal="center"/><protection locked="0"/></xf>',
    ),
  )
  assert.match(
    xml,
    /<xf numFmtId="0" borderId="1" fillId="3" [^>]*><alignment horizontal="left"[^>]*\/><protection locked="0"\/><\/xf>/,
  )
})
