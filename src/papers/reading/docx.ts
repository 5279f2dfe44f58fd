import { Problem } from '#base/problem'
import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import jszip from 'jszip'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const MOST_BYTES = 20_000_000
const MOST_LETTERS = 60_000_000
// Deleted text, field codes and the older copy of a drawing are not what the reader of the document sees.
const UNSEEN = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'rPr', 'pPr', 'tblPr', 'tcPr', 'sectPr'])

/**
 * The text of a .docx file: a line for each paragraph, a line for each row of a table with its cells parted by tabs,
 * in the order of the document. Throws Problem 'too-large' above 20 MB, 'invalid-input' for what is no Word document.
 */
export async function docxText(bytes: Uint8Array): Promise<string> {
  if (bytes.length > MOST_BYTES) throw new Problem('too-large', { most: MOST_BYTES })
  const xml = await documentXml(bytes)
  if (xml.length > MOST_LETTERS) throw new Problem('too-large', { most: MOST_LETTERS })
  const body = bodyOf(xml)
  const lines: string[] = []
  for (const child of elementsOf(body)) addBlock(child, lines)
  return lines.join('\n')
}

async function documentXml(bytes: Uint8Array): Promise<string> {
  try {
    const archive = await jszip.loadAsync(bytes)
    const file = archive.file('word/document.xml')
    if (file) return await file.async('string')
  } catch {
    // Whatever jszip says of a broken archive, to the user it is not a Word document.
  }
  throw new Problem('invalid-input', { rule: 'not-a-word-document' })
}

function bodyOf(xml: string): Element {
  try {
    const body = new DOMParser({ onError: () => undefined })
      .parseFromString(xml, 'text/xml')
      .getElementsByTagNameNS(WORD, 'body')[0]
    if (body) return body
  } catch {
    // A document part that is not well-formed is as good as none.
  }
  throw new Problem('invalid-input', { rule: 'not-a-word-document' })
}

function addBlock(element: Element, lines: string[]): void {
  if (element.localName === 'p') lines.push(textOf(element))
  else if (element.localName === 'tbl') for (const row of rowsOf(element)) lines.push(row)
  else if (!UNSEEN.has(element.localName ?? '')) for (const child of elementsOf(element)) addBlock(child, lines)
}

function rowsOf(table: Element): string[] {
  return elementsOf(table)
    .filter(row => row.localName === 'tr')
    .map(row =>
      elementsOf(row)
        .filter(cell => cell.localName === 'tc')
        .map(cell => cellText(cell))
        .join('\t'),
    )
}

function cellText(cell: Element): string {
  const lines: string[] = []
  for (const child of elementsOf(cell)) addBlock(child, lines)
  return lines.filter(line => line !== '').join(' ')
}

function textOf(node: Element): string {
  let text = ''
  for (const child of elementsOf(node)) {
    const name = child.localName ?? ''
    if (UNSEEN.has(name)) continue
    if (name === 't') text += child.textContent ?? ''
    else if (name === 'tab') text += '\t'
    else if (name === 'br' || name === 'cr') text += '\n'
    else if (name === 'noBreakHyphen') text += '-'
    else text += textOf(child)
  }
  return text
}

function elementsOf(node: Node): Element[] {
  // nodeType 1 is an element; xmldom's childNodes are typed as plain nodes.
  return Array.from(node.childNodes).filter((child): child is Element => child.nodeType === 1)
}
