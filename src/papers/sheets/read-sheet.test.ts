import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeOds } from 'hucre'
import JSZip from 'jszip'
import { Problem } from '#base/problem'
import { decodeText, readSheet, readSheets } from './read-sheet.ts'
import type { Row, Sheet } from './sheet.ts'
import { bookOf, twoRowHead } from './ugly-registers.ts'

async function rowsOf(sheet: Sheet): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of sheet.rows) rows.push(row)
  return rows
}

const ruleOf = (run: () => Promise<unknown>) =>
  run().then(
    () => 'read',
    error =>
      error instanceof Problem ? (error.details as { issues: { rule: string }[] }).issues[0]?.rule : String(error),
  )

/** A workbook as other programs write it: prefixes, shared texts with pronunciation, single quotes, gaps, missing numbers. */
async function oddBook(sheet: string, more: Record<string, string> = {}): Promise<Uint8Array> {
  const zip = new JSZip()
  const parts: Record<string, string> = {
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="x"><Relationship Id='r1' Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/xl/book.xml"/></Relationships>`,
    'xl/book.xml': `<x:workbook xmlns:x="m" xmlns:q="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="藏起来" sheetId="1" state="hidden" q:id="r9"/><x:sheet name="登记 &amp; 台账" sheetId="7" q:id="r5"/></x:sheets></x:workbook>`,
    'xl/_rels/book.xml.rels': `<Relationships xmlns="x"><Relationship Target="worksheets/one.xml" Id="r5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/><Relationship Target="../xl/worksheets/two.xml" Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/><Relationship Target="texts.xml" Id="r6" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/><Relationship Target="styles.xml" Id="r7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>`,
    'xl/texts.xml': `<x:sst xmlns:x="m"><x:si><x:t xml:space="preserve"> 活动 </x:t><x:rPh sb="0" eb="1"><x:t>huodong</x:t></x:rPh></x:si><x:si/><x:si><x:r><x:t>三八</x:t></x:r><x:r><x:rPr><x:b/></x:rPr><x:t>维权 &lt;周&gt;</x:t></x:r></x:si></x:sst>`,
    'xl/styles.xml': `<x:styleSheet xmlns:x="m"><x:numFmts count="1"><x:numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></x:numFmts><x:cellStyleXfs><x:xf numFmtId="14"/></x:cellStyleXfs><x:cellXfs count="4"><x:xf numFmtId="0"/><x:xf numFmtId="176" applyNumberFormat="1"><x:alignment/></x:xf><x:xf numFmtId="57"/><x:xf numFmtId="20"/></x:cellXfs></x:styleSheet>`,
    'xl/worksheets/one.xml': sheet,
    'xl/worksheets/two.xml': `<worksheet><sheetData/></worksheet>`,
    ...more,
  }
  for (const [name, text] of Object.entries(parts)) zip.file(name, text)
  return zip.generateAsync({ type: 'uint8array' })
}

test('a workbook written by another program, with every kind of cell', async () => {
  const bytes = await oddBook(
    `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:cols><x:col min="1" max="2"/></x:cols><x:sheetData>
    <x:row r="2" spans="1:9"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r='C2' t="s"><x:v>2</x:v></x:c><x:c r="D2" t="s"><x:v>1</x:v></x:c></x:row>
    <x:row r="3"/>
    <x:row><x:c t="inlineStr"><x:is><x:t>甲&#10;乙 &amp; _x0041_</x:t></x:is></x:c><x:c s="1"><x:v>43897</x:v></x:c><x:c s="2"><x:v>43897</x:v></x:c><x:c s="3"><x:v>0.604166666</x:v></x:c>
      <x:c><x:f>SUM(A1:A2)&gt;1</x:f><x:v>30</x:v></x:c><x:c t="str"><x:f>"a"</x:f><x:v>结果</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#REF!</x:v></x:c><x:c t="d"><x:v>2024-03-08T00:00:00</x:v></x:c><x:c s="1"><x:v/></x:c></x:row>
    <!-- a remark --><x:row r="1048576"><x:c r="B1048576"><x:v>1E3</x:v></x:c></x:row>
    </x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A2:B4"/></x:mergeCells></x:worksheet>`,
  )
  const { kind, sheets } = await readSheets(bytes)
  assert.equal(kind, 'xlsx')
  assert.deepEqual(
    sheets.map(({ name, hidden }) => [name, hidden]),
    [
      ['藏起来', true],
      ['登记 & 台账', false],
    ],
  )
  const sheet = await readSheet(bytes)
  assert.deepEqual(sheet.merges, [{ top: 1, left: 0, bottom: 3, right: 1 }])
  assert.deepEqual(await rowsOf(sheet), [
    { no: 2, cells: [' 活动 ', null, '三八维权 <周>'] },
    {
      no: 4,
      cells: [
        '甲\n乙 & A',
        { day: '2024-03-08' },
        { day: '2024-03-08', shown: 'month' },
        '14:30',
        30,
        '结果',
        true,
        '#REF!',
        { day: '2024-03-08' },
      ],
    },
    { no: 1_048_576, cells: [null, 1000] },
  ])
  assert.deepEqual(await rowsOf(sheet), await rowsOf(sheet), 'rows can be gone through again')
  assert.deepEqual(await rowsOf(await readSheet(bytes, '藏起来')), [])
  assert.equal(await ruleOf(() => readSheet(bytes, '没有这张')), 'no-sheet')
})

test('what another writer wrote is read, from bytes or from a stream of them', async () => {
  const bytes = await bookOf(twoRowHead)
  const whole = await readSheet(bytes)
  assert.deepEqual(whole.merges.length, twoRowHead.merges?.length)
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
  }
  assert.deepEqual(await rowsOf(await readSheet(pieces())), await rowsOf(whole))
  const wanted = twoRowHead.rows[3]
  assert.deepEqual((await rowsOf(whole))[3], { no: 4, cells: wanted })
})

test('text with commas in any encoding, an .ods, a web page named .xls', async () => {
  const words = '日期,活动名称,人数\n2024.3.8,宣讲,30\n'
  const plain = [
    { no: 1, cells: ['日期', '活动名称', '人数'] },
    { no: 2, cells: ['2024.3.8', '宣讲', '30'] },
  ]
  // 日期,活动名称,人数 … in GB18030
  const gb = Buffer.from('c8d5c6da2cbbeeb6afc3fbb3c62cc8cbcafd0a323032342e332e382cd0fbbdb22c33300a', 'hex')
  for (const bytes of [Buffer.from(words), Buffer.from(`\ufeff${words}`), Buffer.from(`\ufeff${words}`, 'utf16le'), gb])
    assert.deepEqual(await rowsOf(await readSheet(bytes)), plain)
  assert.equal(decodeText(gb), words)
  assert.deepEqual(await rowsOf(await readSheet(Buffer.from(words.replaceAll(',', '\t')))), plain)
  const page =
    '<html><meta charset="utf-8"><table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table></html>'
  const { kind, sheets } = await readSheets(Buffer.from(page))
  assert.equal(kind, 'other')
  const sheet = await sheets[0]?.open()
  assert.deepEqual(sheet && (await rowsOf(sheet))[0], { no: 1, cells: ['甲', '1'] })
  const ods = (await writeOds({
    sheets: [
      {
        name: '台账',
        rows: [
          ['日期', 3],
          [null, null],
          ['x', true],
        ],
      },
    ],
  })) as Uint8Array
  assert.deepEqual(await rowsOf(await readSheet(ods)), [
    { no: 1, cells: ['日期', 3] },
    { no: 3, cells: ['x', true] },
  ])
})

test('what is no register says so and nothing else', async () => {
  const stream = Buffer.from('EncryptedPackage', 'utf16le')
  const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), stream, Buffer.alloc(2000)])
  assert.equal(await ruleOf(() => readSheet(new Uint8Array())), 'empty')
  assert.equal(await ruleOf(() => readSheet(locked)), 'encrypted')
  assert.equal(await ruleOf(() => readSheet(Buffer.from('PK\u0003\u0004broken'))), 'not-a-workbook')
  assert.equal(await ruleOf(() => readSheet(Buffer.from('89504e470d0a1a0a0000000d', 'hex'))), 'not-a-workbook')
  const noRows = await oddBook('<worksheet><dimension/></worksheet>')
  assert.equal(await ruleOf(() => readSheet(noRows)), 'not-a-workbook')
  const other = await new JSZip().file('word/document.xml', '<a/>').generateAsync({ type: 'uint8array' })
  assert.equal(await ruleOf(() => readSheet(other)), 'not-a-workbook')
})

test('a slow reader of a long sheet is not run ahead of', async () => {
  const row = (n: number) =>
    `<row r="${n}"><c r="A${n}" t="inlineStr"><is><t>${'第一场活动'.repeat(20)}${n}</t></is></c></row>`
  const bytes = await oddBook(
    `<worksheet><sheetData>${Array.from({ length: 20_000 }, (_, at) => row(at + 1)).join('')}</sheetData></worksheet>`,
  )
  const sheet = await readSheet(bytes)
  let last = 0
  for await (const { no } of sheet.rows) {
    last = no
    if (no === 10) await new Promise(resolve => setTimeout(resolve, 20))
    if (no === 12_000) break
  }
  assert.equal(last, 12_000)
})
