import { isDay } from '#base/day'
import { plainNumber } from './cell.ts'
import { daySerial } from './number-format.ts'
import { styleOf } from './workbook-shell.ts'
import { escapeCell, escapeXml } from './xml.ts'

/** How the cells of a column are typed. A value of another kind than its column stays what it is, or becomes text. */
export type KindOut = 'text' | 'number' | 'day' | 'link'
/** A cell to write: days are 'YYYY-MM-DD'; `href` is an http(s) or mailto address, others are left out. */
export type CellOut =
  | string
  | number
  | boolean
  | null
  | undefined
  | { readonly text: string; readonly href?: string }
  | { readonly number: number; readonly href: string }

/** The links of a sheet: each address once with its number from 1, and which cell leads to which. */
export type Links = { readonly addresses: Map<string, number>; readonly cells: { reference: string; id: number }[] }

/** Excel drops links beyond 65,530 of a sheet and calls the file damaged. Further ones are formulas. */
const MOST_LINKS = 65_000
/** What a cell holds at most, and what a text inside a formula may. */
const MOST_LETTERS = 32_767
const MOST_IN_FORMULA = 255

/** The XML of a cell, '' for an empty one. Notes its link in `links`. */
export function cellXml(cell: CellOut, kind: KindOut, reference: string, links: Links): string {
  if (cell === null || cell === undefined || cell === '') return ''
  if (typeof cell === 'object' && 'number' in cell) return numberLinkXml(cell, reference, links)
  if (typeof cell === 'object') return linkXml(cell.text, cell.href, kind, reference, links)
  if (typeof cell === 'boolean') return textXml(cell ? '是' : '否', styleOf.text, reference)
  if (typeof cell === 'number') {
    if (kind === 'text' || !Number.isFinite(cell)) return textXml(plainNumber(cell), styleOf.text, reference)
    return `<c r="${reference}" s="${styleOf.number}"><v>${cell}</v></c>`
  }
  const serial = kind === 'day' && isDay(cell) ? daySerial(cell) : null
  if (serial !== null) return `<c r="${reference}" s="${styleOf.day}"><v>${serial}</v></c>`
  if (kind === 'link') return linkXml(cell, cell, kind, reference, links)
  return textXml(cell, styleOf.text, reference)
}

/** A number that stays a number and leads somewhere. Beyond what a sheet may hold of links it is only the number. */
function numberLinkXml({ number, href }: { number: number; href: string }, reference: string, links: Links): string {
  if (links.cells.length < MOST_LINKS) {
    const id = links.addresses.get(href) ?? links.addresses.size + 1
    links.addresses.set(href, id)
    links.cells.push({ reference, id })
  }
  return `<c r="${reference}" s="${styleOf.number}"><v>${number}</v></c>`
}

function linkXml(text: string, href: string | undefined, kind: KindOut, reference: string, links: Links): string {
  if (!href || !/^(https?:\/\/|mailto:)\S+$/i.test(href))
    return cellXml(text, kind === 'link' ? 'text' : kind, reference, links)
  if (links.cells.length < MOST_LINKS) {
    const id = links.addresses.get(href) ?? links.addresses.size + 1
    links.addresses.set(href, id)
    links.cells.push({ reference, id })
    return textXml(text, styleOf.link, reference)
  }
  if (text.length > MOST_IN_FORMULA || href.length > MOST_IN_FORMULA) return textXml(text, styleOf.text, reference)
  const quoted = [href, text].map(each => `"${each.replaceAll('"', '""')}"`).join(',')
  return `<c r="${reference}" s="${styleOf.link}" t="str"><f>HYPERLINK(${escapeXml(quoted)})</f><v>${escapeCell(text)}</v></c>`
}

/** A cell of words, written in place: a table of shared texts would have to be held until the end. */
export function textXml(text: string, style: number, reference: string): string {
  const words = escapeCell(text.slice(0, MOST_LETTERS).replace(/\r\n?/g, '\n'))
  const s = style === styleOf.text && /^[=+\-@]/.test(text) ? styleOf.sign : style
  const space = /^\s|\s$|\n/.test(words) ? ' xml:space="preserve"' : ''
  return `<c r="${reference}" s="${s}" t="inlineStr"><is><t${space}>${words}</t></is></c>`
}
