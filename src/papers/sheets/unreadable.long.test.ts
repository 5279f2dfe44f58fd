import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeOds, writeXlsx } from 'hucre'
import JSZip from 'jszip'
import { Problem } from '#base/problem'
import { readSheets } from './read-sheet.ts'

/** The rule by which a file is refused, while it is opened or its rows are taken; 'read' when it is not. */
async function ruleOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const { sheets } = await readSheets(bytes)
    for await (const row of (await sheets[0]?.open())?.rows ?? []) assert.ok(row.no > 0)
    return 'read'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    // Problems of a file carry one issue with its sentence, see unreadable.ts.
    const [issue] = error.details.issues as { rule: string; why: string }[]
    assert.match(issue?.why ?? '', /^[^。！a-z]+(\.xlsx)?[^。！]*$/)
    return issue?.rule
  }
}

async function book(sheet: string, texts?: string): Promise<Uint8Array> {
  const zip = new JSZip()
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  zip.file('xl/workbook.xml', '<workbook><sheets><sheet name="台账" r:id="rId1"/></sheets></workbook>')
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships>${relation('rId1', 'worksheet', 'sheet.xml')}${relation('rId2', 'sharedStrings', 'texts.xml')}</Relationships>`,
  )
  zip.file('xl/sheet.xml', sheet)
  zip.file('xl/texts.xml', texts ?? '<sst/>')
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } })
}

const rows = (count: number) =>
  `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(count)}</sheetData></worksheet>`

test('more rows than a register has', async () => {
  assert.equal(await ruleOf(await book(rows(200_001))), 'too-many-rows')
  assert.equal(await ruleOf(Buffer.from('1,2\n'.repeat(200_001))), 'too-many-rows')
})

test('a locked workbook is told from a letter and from a broken file', async () => {
  const locked = await writeXlsx({
    sheets: [{ name: '台账', rows: [['甲']] }],
    encryption: { password: 'geheim', spinCount: 1000 },
  })
  assert.equal(await ruleOf(locked), 'encrypted')
  const letter = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.from('WordDocument', 'utf16le'),
    Buffer.alloc(2000),
  ])
  assert.equal(await ruleOf(letter), 'not-a-workbook')
  const cut = (await book(rows(3000))).slice(0, 400)
  assert.equal(await ruleOf(cut), 'not-a-workbook')
})

test('what unpacks to more than it says is refused before it is held', async () => {
  const long = 'a'.repeat(4_500_000)
  const row = (inner: string) => `<worksheet><sheetData>${inner}</sheetData></worksheet>`
  assert.equal(
    await ruleOf(await book(row('<row><c t="s"><v>0</v></c></row>'), `<sst><si><t>${long}</t></si></sst>`)),
    'too-large',
  )
  assert.equal(await ruleOf(await book(row('<row><c t="s"><v>0</v></c></row>'), long)), 'too-large')
  assert.equal(
    await ruleOf(await book(row(`<row><c t="inlineStr"><is><t>${long}</t></is></c></row>`))),
    'not-a-workbook',
  )
  const ods = await JSZip.loadAsync(await writeOds({ sheets: [{ name: '台账', rows: [['甲']] }] }))
  ods.file('content.xml', ' '.repeat(61_000_000))
  assert.equal(await ruleOf(await ods.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })), 'too-large')
})

test('tags that are never closed cost no more than their letters', async () => {
  const text = (inner: string) =>
    book('<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>', `<sst>${inner}</sst>`)
  assert.equal(await ruleOf(await text('<si>'.repeat(200_000))), 'read')
  assert.equal(await ruleOf(await text(`<si>${'<t>'.repeat(200_000)}</si>`)), 'read')
  assert.equal(await ruleOf(await text(`<si>${'<rPh>'.repeat(200_000)}</si>`)), 'read')
  assert.equal(await ruleOf(await text(`<si><t>${'<![CDATA['.repeat(200_000)}</t></si>`)), 'read')
  assert.equal(
    await ruleOf(await book(`<worksheet><sheetData><row>${'<c>'.repeat(200_000)}</row></sheetData></worksheet>`)),
    'not-a-workbook',
  )
  assert.equal(
    await ruleOf(
      await book(
        `<worksheet><sheetData><row><c><v>1</v></c></row></sheetData>${'<mergeCell>'.repeat(200_000)}</worksheet>`,
      ),
    ),
    'read',
  )
})

test('rows that an .ods keeps in a group are read too', async () => {
  const ods = await JSZip.loadAsync(
    await writeOds({
      sheets: [
        {
          name: '台账',
          rows: [
            ['日期', '活动'],
            ['3.8', '宣讲'],
          ],
        },
      ],
    }),
  )
  const content = (await ods.file('content.xml')?.async('string')) ?? ''
  const grouped = content.replace(
    /<table:table-row[\s\S]*?<\/table:table-row>/,
    row => `<table:table-header-rows>${row}</table:table-header-rows>`,
  )
  assert.notEqual(grouped, content)
  ods.file('content.xml', grouped)
  const { sheets } = await readSheets(await ods.generateAsync({ type: 'uint8array' }))
  const read: unknown[] = []
  for await (const { cells } of (await sheets[0]?.open())?.rows ?? []) read.push(cells)
  assert.deepEqual(read, [
    ['日期', '活动'],
    ['3.8', '宣讲'],
  ])
})
