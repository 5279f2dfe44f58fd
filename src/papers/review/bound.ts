import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import JSZip from 'jszip'

/** A paragraph of a .docx as runs in order; `target` is the address a run links to. */
export type BoundParagraph = { readonly text: string; readonly runs: readonly { text: string; target?: string }[] }

/** Reads the paragraphs of a .docx with the links inside them. Throws when it is not a Word document. */
export async function boundParagraphs(bytes: Uint8Array): Promise<BoundParagraph[]> {
  const zip = await JSZip.loadAsync(bytes).catch(() => undefined)
  const [document, relations] = await Promise.all(
    ['word/document.xml', 'word/_rels/document.xml.rels'].map(name => zip?.file(name)?.async('string')),
  )
  if (!document) throw new Error('not a Word document')
  const targets = new Map(
    elements(parse(relations ?? '<none/>'), 'Relationship').map(each => [
      each.getAttribute('Id') ?? '',
      each.getAttribute('Target') ?? '',
    ]),
  )
  return elements(parse(document), 'w:p').map(paragraph => {
    const runs = walk(paragraph, targets, undefined)
    return { text: runs.map(each => each.text).join(''), runs }
  })
}

const parse = (text: string) => new DOMParser({ onError: () => {} }).parseFromString(text, 'text/xml')
const elements = (from: { getElementsByTagName(name: string): ArrayLike<Element> }, name: string) =>
  Array.from(from.getElementsByTagName(name))

function walk(
  node: Node,
  targets: ReadonlyMap<string, string>,
  target: string | undefined,
): { text: string; target?: string }[] {
  if (node.nodeName === 'w:t') return [{ text: node.textContent ?? '', ...(target ? { target } : {}) }]
  const here =
    node.nodeName === 'w:hyperlink' ? (targets.get((node as Element).getAttribute('r:id') ?? '') ?? target) : target
  return Array.from(node.childNodes).flatMap(child => walk(child, targets, here))
}
