import {
  officeMarkup,
  RelType,
  TagPlacement,
  TemplatePlugin,
  xml,
  type ScopeData,
  type Tag,
  type TemplateContext,
} from 'easy-template-x'

/** One sentence for a template's `{sentence}` tag: words, and numbers that lead to `target`, perhaps with a raised `sign`. */
export type SentenceContent = {
  readonly _type: 'sentence'
  readonly runs: readonly { text: string; target?: string; sign?: string }[]
}

/**
 * Writes mixed words and links in the place of one tag, in the tag's own style. The library's link plugin loses links inside
 * a loop within one paragraph (it moves only runs), hence our own.
 */
export class SentencePlugin extends TemplatePlugin {
  override readonly contentType = 'sentence'

  override async simpleTagReplacements(tag: Tag, data: ScopeData, context: TemplateContext): Promise<void> {
    const { runs } = data.getScopeData() as unknown as SentenceContent
    if (tag.placement !== TagPlacement.TextNode) throw new Error(`{${tag.name}} must stand in the text of a paragraph`)
    const textNode = officeMarkup.query.containingTextNode(tag.xmlTextNode)
    const runNode = officeMarkup.query.containingRunNode(textNode)
    const props = xml.query.findChild(runNode, officeMarkup.query.isRunPropertiesNode)
    for (const { text, target, sign } of runs) {
      const markup = target ? linkTo(await relation(context, target), text, sign) : `<w:r>${words(text)}</w:r>`
      const node = xml.parser.parse(markup)
      if (!target && props) node.childNodes?.unshift(xml.create.cloneNode(props, true))
      xml.modify.insertBefore(node, runNode)
    }
    xml.modify.remove(runNode)
  }
}

const relation = (context: TemplateContext, target: string) =>
  context.currentPart.rels.add(target, RelType.Link, 'External')

const linkTo = (id: string, text: string, sign = '') =>
  `<w:hyperlink r:id="${id}" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>${words(text)}</w:r>${
    sign && `<w:r><w:rPr><w:rStyle w:val="Sign"/></w:rPr>${words(sign)}</w:r>`
  }</w:hyperlink>`

const words = (text: string) => `<w:t xml:space="preserve">${escape(text)}</w:t>`
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
