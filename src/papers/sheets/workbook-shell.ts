import { escapeXml } from './xml.ts'

/** Cell styles of a written workbook: the `s` of a cell, in the order of `cellXfs` below. */
export const styleOf = {
  plain: 0,
  title: 1,
  scope: 2,
  head: 3,
  text: 4,
  day: 5,
  number: 6,
  link: 7,
  sign: 8,
  numberHead: 9,
} as const

export const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export const SHEET_PART = 'xl/worksheets/sheet1.xml'

/** The parts of a one-sheet workbook beside the sheet itself. `headRow` (from 1) is printed again on every page. */
export function shellParts(sheetName: string, title: string, headRow: number): { name: string; content: string }[] {
  const name = escapeXml(sheetName)
  const quoted = escapeXml(`'${sheetName.replaceAll("'", "''")}'`)
  const names = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$${headRow}:$${headRow}</definedName></definedNames>`
  return [
    { name: '[Content_Types].xml', content: CONTENT_TYPES },
    {
      name: '_rels/.rels',
      content: `${HEADER}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    },
    {
      name: 'docProps/core.xml',
      content: `${HEADER}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets>${headRow > 0 ? names : ''}</workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${HEADER}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: STYLES },
  ]
}

/** The relations of the sheet to the addresses its links point to; rId1 is the first. */
export function linkRelations(addresses: Iterable<string>): string {
  let links = ''
  let n = 0
  for (const address of addresses)
    links += `<Relationship Id="rId${++n}" Type="${RELATIONS}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`
  return `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${links}</Relationships>`
}

const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const CONTENT_TYPES = `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETML}.sheet.main+xml"/><Override PartName="/${SHEET_PART}" ContentType="${SHEETML}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEETML}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

// The colours are the tokens of the house's look: ink, ink-2, indigo, sunk, line-2.
const font = (size: number, color: string, more = '') =>
  `<font>${more}<sz val="${size}"/><color rgb="FF${color}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`
const FONTS = [
  font(11, '231E1A'),
  font(16, '231E1A', '<b/>'),
  font(10, '544B43'),
  font(11, '231E1A', '<b/>'),
  font(11, '2B5279', '<u/>'),
]
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEFEBE2"/><bgColor indexed="64"/></patternFill></fill>',
]
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FFC2B8A8"/></bottom><diagonal/></border>',
]
const xf = (format: number, fontId: number, fill: number, border: number, alignment: string, more = '') =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${more}><alignment ${alignment}/></xf>`
const WRAPPED = 'vertical="top" wrapText="1"'
// Indented, or a number would touch the words in the next column.
const RIGHT = 'horizontal="right" indent="1"'
const XFS = [
  xf(0, 0, 0, 0, WRAPPED),
  xf(0, 1, 0, 0, 'vertical="center"'),
  xf(0, 2, 0, 0, 'vertical="center"'),
  xf(0, 3, 2, 1, 'vertical="center" wrapText="1"'),
  // Format 49 is text: a telephone or identity number stays as it is when somebody edits the cell.
  xf(49, 0, 0, 0, WRAPPED),
  xf(164, 0, 0, 0, 'horizontal="left" vertical="top"'),
  xf(0, 0, 0, 0, `${RIGHT} vertical="top"`),
  xf(0, 4, 0, 0, WRAPPED),
  // What begins like a formula keeps the mark by which Excel knows it for words, also after editing.
  xf(49, 0, 0, 0, WRAPPED, ' quotePrefix="1"'),
  xf(0, 3, 2, 1, `${RIGHT} vertical="center" wrapText="1"`),
]
const list = (name: string, items: readonly string[]) => `<${name} count="${items.length}">${items.join('')}</${name}>`
const STYLES = `${HEADER}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>${list('fonts', FONTS)}${list('fills', FILLS)}${list('borders', BORDERS)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list('cellXfs', XFS)}<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
