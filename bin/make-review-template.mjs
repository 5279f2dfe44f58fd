#!/usr/bin/env node
// Writes data/templates/review.docx, the template of a five-year review in the official document layout (GB/T 9704-2012):
// A4, margins 37/28/26/35 mm, body 16 pt FangSong on a 28.95 pt grid, title 22 pt XiaoBiaoSong, headings 一、（一）, page number — 1 —.
// An office may edit the result in Word or WPS and upload its own; this script only makes the first one.
import { writeFileSync } from 'node:fs'
import JSZip from 'jszip'

const mm = value => Math.round((value / 25.4) * 1440)
const font = (ea, ascii = 'Times New Roman') =>
  `<w:rFonts w:ascii="${ascii}" w:hAnsi="${ascii}" w:eastAsia="${ea}" w:cs="${ascii}"/>`
const style = (id, name, props, run, next = id) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="${next}"/><w:qFormat/><w:pPr>${props}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
const exact = '<w:spacing w:line="579" w:lineRule="exact" w:before="0" w:after="0"/>'

const styles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault><w:rPr>${font('仿宋_GB2312')}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>${exact}<w:jc w:val="both"/></w:pPr></w:style>
${style('Title', 'Title', `<w:spacing w:before="579" w:after="0" w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>`, `${font('方正小标宋简体')}<w:sz w:val="44"/><w:szCs w:val="44"/>`, 'Body')}
${style('Subtitle', 'Subtitle', `${exact}<w:jc w:val="center"/>`, `${font('楷体_GB2312')}`, 'Body')}
${style('Body', 'Body Text', `${exact}<w:ind w:firstLineChars="200" w:firstLine="640"/>`, '')}
${style('Heading1', 'heading 1', `<w:keepNext/>${exact}<w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="0"/>`, `${font('黑体')}`, 'Body')}
${style('Heading2', 'heading 2', `<w:keepNext/>${exact}<w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="1"/>`, `${font('楷体_GB2312')}`, 'Body')}
${style('Annex', 'Annex Heading', `<w:keepNext/><w:spacing w:before="240" w:after="120" w:line="480" w:lineRule="exact"/><w:jc w:val="left"/><w:outlineLvl w:val="0"/>`, `${font('黑体')}<w:sz w:val="28"/><w:szCs w:val="28"/>`, 'Body')}
${style('Note', 'Note', `<w:spacing w:before="0" w:after="160" w:line="380" w:lineRule="exact"/>`, `<w:sz w:val="21"/><w:szCs w:val="21"/>`)}
${style('Caption', 'caption', `<w:spacing w:before="0" w:after="200" w:line="380" w:lineRule="exact"/><w:jc w:val="center"/>`, `${font('楷体_GB2312')}<w:sz w:val="24"/><w:szCs w:val="24"/>`)}
${style('Cell', 'Cell', `<w:spacing w:before="40" w:after="40" w:line="320" w:lineRule="exact"/><w:jc w:val="left"/>`, `<w:sz w:val="21"/><w:szCs w:val="21"/>`)}
${style('CellRight', 'Cell Right', `<w:spacing w:before="40" w:after="40" w:line="320" w:lineRule="exact"/><w:jc w:val="right"/>`, `<w:sz w:val="21"/><w:szCs w:val="21"/>`)}
${style('CellHead', 'Cell Head', `<w:keepNext/><w:spacing w:before="60" w:after="60" w:line="320" w:lineRule="exact"/><w:jc w:val="left"/>`, `${font('黑体')}<w:sz w:val="21"/><w:szCs w:val="21"/>`)}
${style('CellHeadRight', 'Cell Head Right', `<w:keepNext/><w:spacing w:before="60" w:after="60" w:line="320" w:lineRule="exact"/><w:jc w:val="right"/>`, `${font('黑体')}<w:sz w:val="21"/><w:szCs w:val="21"/>`)}
${style('Picture', 'Picture', `<w:keepNext/><w:spacing w:before="200" w:after="40" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>`, '')}
${style('Right', 'Signature', `<w:keepNext/>${exact}<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>`, '')}
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="dotted" w:color="8C8274"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Sign"><w:name w:val="Sign"/><w:rPr>${font('宋体')}<w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
</w:styles>`

// What stands in where the licensed fonts of the standard are not installed: the faces every Windows has.
const faces = { 方正小标宋简体: '宋体', 仿宋_GB2312: '仿宋', 楷体_GB2312: '楷体', 黑体: 'SimHei', 宋体: 'SimSun' }
const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(faces)
  .map(
    ([name, alt]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alt}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join('')}</w:fonts>`

const run = text => `<w:r><w:t xml:space="preserve">${text.replaceAll('"', '&quot;')}</w:t></w:r>`
const p = (styleId, text, extra = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${styleId}"/>${extra}</w:pPr>${(text.match(/\{[^}]*\}|[^{}]+/g) ?? []).map(run).join('')}</w:p>`
/** The tag that begins repeating whole paragraphs; it stands in the first of them, `{/name}` in the last. */
const from = name => `{#${name} [loopOver: "paragraph"]}`
const line = (side, size) => `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="544B43"/>`
const cell = (text, styleId = 'Cell', width = 0) =>
  `<w:tc><w:tcPr>${width ? `<w:tcW w:w="${width}" w:type="dxa"/>` : ''}${styleId.startsWith('CellHead') ? `<w:tcBorders>${line('bottom', 8)}</w:tcBorders>` : ''}</w:tcPr>${p(styleId, text)}</w:tc>`
const table = (widths, rows) =>
  `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, each) => sum + each)}" w:type="dxa"/><w:tblBorders>${line('top', 12)}${line('bottom', 12)}<w:insideH w:val="single" w:sz="4" w:space="0" w:color="C2B8A8"/></w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map(each => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`
const headRow = cells => `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells}</w:tr>`
const row = cells => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells}</w:tr>`
const page = landscape =>
  '<w:sectPr><w:footerReference w:type="default" r:id="rIdOdd"/><w:footerReference w:type="even" r:id="rIdEven"/>' +
  (landscape
    ? `<w:pgSz w:w="${mm(297)}" w:h="${mm(210)}" w:orient="landscape"/><w:pgMar w:top="${mm(28)}" w:bottom="${mm(26)}" w:left="${mm(25)}" w:right="${mm(25)}" w:header="720" w:footer="${mm(15)}" w:gutter="0"/>`
    : `<w:pgSz w:w="${mm(210)}" w:h="${mm(297)}"/><w:pgMar w:top="${mm(37)}" w:bottom="${mm(35)}" w:left="${mm(28)}" w:right="${mm(26)}" w:header="720" w:footer="${mm(25)}" w:gutter="0"/>`) +
  '</w:sectPr>'
const six = [1, 2, 3, 4, 5, 6]
const wide = mm(247)
const columns = [3600, ...six.map(() => Math.floor((wide - 3600) / 6))]
const sourceColumns = [3500, 1900, 5800, wide - 11200]
/** Names on the left, up to six columns of numbers. */
const numberTable = table(
  columns,
  headRow(
    cell('{first}', 'CellHead', columns[0]) + six.map(n => cell(`{h${n}}`, 'CellHeadRight', columns[n])).join(''),
  ) +
    row(
      cell('{#rows}{name}', 'Cell', columns[0]) +
        six.map(n => cell(`{c${n}}${n === 6 ? '{/rows}' : ''}`, 'CellRight', columns[n])).join(''),
    ),
)
const sourceTable = table(
  sourceColumns,
  headRow(
    ['figure', 'value', 'meaning', 'origin']
      .map((name, i) => cell(`{head_${name}}`, name === 'value' ? 'CellHeadRight' : 'CellHead', sourceColumns[i]))
      .join(''),
  ) +
    row(
      ['{#source_rows}{name}', '{value}', '{meaning}', '{origin}{/source_rows}']
        .map((text, i) => cell(text, i === 1 ? 'CellRight' : 'Cell', sourceColumns[i]))
        .join(''),
    ),
)

const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>
${p('Title', '{title}')}
${p('Subtitle', '（{period}）')}
${p('Subtitle', `${from('drafts')}（{draft}）{/drafts}`)}
${p('Subtitle', '')}
${p('Body', `${from('lead')}{text}{/lead}`)}
${p('Heading1', `${from('chapters')}{heading}`)}
${p('Heading2', `${from('parts')}${from('heads')}{head}{/heads}`)}
${p('Body', '{sentence}{/parts}')}
${p('Picture', `${from('pictures')}{image}`)}
${p('Caption', '{caption}{/pictures}{/chapters}')}
${p('Heading1', '{closing_heading}')}
${p('Body', `${from('closing')}{text}{/closing}`)}
${p('Body', '', '<w:keepNext/>')}
${p('Body', `${from('notes')}{note}{/notes}`, '<w:keepNext/>')}
${p('Body', '', '<w:keepNext/>')}
${p('Right', '{signature}')}
${p('Right', '{date}', page(false))}
${p('Annex', `${from('unit_tables')}{table_heading}`)}${numberTable}${p('Note', '{/unit_tables}')}
${p('Annex', `${from('year_tables')}{table_heading}`)}${numberTable}${p('Note', '{/year_tables}')}
${p('Annex', `${from('sources')}{sources_heading}`)}${p('Note', '{marks}')}${sourceTable}${p('Note', '{/sources}')}
${page(true)}
</w:body></w:document>`

const footer = side => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:jc w:val="${side}"/><w:ind w:${side}Chars="100" w:${side}="280"/></w:pPr>
<w:r><w:rPr>${font('宋体')}<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">— </w:t></w:r><w:r><w:rPr>${font('宋体')}<w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr>${font('宋体')}<w:sz w:val="28"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:rPr>${font('宋体')}<w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr>${font('宋体')}<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`

const rel = (id, type, target) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
const rels = inner =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
const part = (name, type) =>
  `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`

const zip = new JSZip()
const at = { date: new Date(Date.UTC(2026, 0, 1)), createFolders: false } // the same bytes every time
zip.file(
  '[Content_Types].xml',
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${part('document', 'document.main')}${part('styles', 'styles')}${part('settings', 'settings')}${part('fontTable', 'fontTable')}${part('footer1', 'footer')}${part('footer2', 'footer')}</Types>`,
  at,
)
zip.file('_rels/.rels', rels(rel('rId1', 'officeDocument', 'word/document.xml')), at)
zip.file(
  'word/_rels/document.xml.rels',
  rels(
    rel('rIdStyles', 'styles', 'styles.xml') +
      rel('rIdSettings', 'settings', 'settings.xml') +
      rel('rIdFonts', 'fontTable', 'fontTable.xml') +
      rel('rIdOdd', 'footer', 'footer1.xml') +
      rel('rIdEven', 'footer', 'footer2.xml'),
  ),
  at,
)
zip.file('word/document.xml', document, at)
zip.file('word/styles.xml', styles, at)
zip.file(
  'word/settings.xml',
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/></w:settings>`,
  at,
)
zip.file('word/fontTable.xml', fontTable, at)
zip.file('word/footer1.xml', footer('right'), at)
zip.file('word/footer2.xml', footer('left'), at)
writeFileSync('data/templates/review.docx', await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }))
