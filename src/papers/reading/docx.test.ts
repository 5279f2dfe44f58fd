import assert from 'node:assert/strict'
import { test } from 'node:test'
import jszip from 'jszip'
import { docxText } from './docx.ts'
import { readReport } from './read.ts'

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const paragraph = (words: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`

async function docx(body: string): Promise<Uint8Array> {
  const archive = new jszip()
  archive.file('word/document.xml', `<?xml version="1.0"?><w:document ${WORD}><w:body>${body}</w:body></w:document>`)
  return await archive.generateAsync({ type: 'uint8array' })
}

test('paragraphs, runs, tabs and rows of tables, in order', async () => {
  const cell = (words: string): string => `<w:tc><w:tcPr/>${paragraph(words)}</w:tc>`
  const table = `<w:tbl><w:tblPr/><w:tr>${cell('妇女之家')}${cell('24个')}</w:tr><w:tr>${cell('执委')}${cell('86人')}</w:tr></w:tbl>`
  const runs = '<w:p><w:r><w:t>培训</w:t></w:r><w:r><w:t>32</w:t><w:tab/><w:t>期</w:t></w:r></w:p>'
  const text = await docxText(await docx(`${paragraph('工作回顾')}${runs}${table}${paragraph('结束')}`))
  assert.equal(text, '工作回顾\n培训32\t期\n妇女之家\t24个\n执委\t86人\n结束')
})

test('deleted text and field codes are not read, content controls and links are', async () => {
  const body =
    '<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>表彰8人</w:t></w:r></w:hyperlink><w:del><w:r><w:delText>9人</w:delText></w:r></w:del>' +
    '<w:r><w:instrText>PAGE 3</w:instrText></w:r></w:p></w:sdtContent></w:sdt>'
  const text = await docxText(await docx(body))
  assert.equal(text, '表彰8人')
  assert.deepEqual(
    readReport(text).map(figure => figure.value),
    [8],
  )
})

test('what is no Word document is refused in one way', async () => {
  const empty = await new jszip().file('other.txt', 'x').generateAsync({ type: 'uint8array' })
  const broken = await new jszip().file('word/document.xml', '<w:document').generateAsync({ type: 'uint8array' })
  for (const bytes of [new Uint8Array([1, 2, 3]), empty, broken])
    await assert.rejects(docxText(bytes), { name: 'Problem', code: 'invalid-input' })
  await assert.rejects(docxText(new Uint8Array(20_000_001)), { name: 'Problem', code: 'too-large' })
})
