const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text between tags as it was meant: entities, CDATA and Excel's _x000D_ escapes undone. */
export function unescapeXml(raw: string): string {
  let text = raw
  if (text.includes('<![CDATA[')) text = text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inner) => escapeXml(inner))
  if (text.includes('&')) text = text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, entity)
  if (text.includes('_x')) text = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => letter(Number.parseInt(code, 16)))
  return text
}

function entity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (hex) return letter(Number.parseInt(hex, 16))
  if (decimal) return letter(Number(decimal))
  return NAMED[name ?? ''] ?? whole
}

const letter = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

// XML 1.0 holds nothing else, and Excel refuses a whole workbook for one such character.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text as it may stand between tags or in an attribute; characters XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, sign => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&quot;'))
}

/** Cell text: what looks like one of Excel's own escapes (_x0041_) is escaped, so that it comes back as it was. */
export const escapeCell = (text: string): string => escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))

const patterns = new Map<string, RegExp>()

/** The value of an attribute in the inside of a start tag, undefined when it is not there. */
export function attribute(tag: string, name: string): string | undefined {
  let pattern = patterns.get(name)
  if (!pattern) patterns.set(name, (pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)))
  const found = pattern.exec(tag)
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : undefined
}

/** All elements of a name (whatever their prefix) with the inside of their start tag and, unless empty, their content. */
export function elements(xml: string, name: string): { readonly tag: string; readonly inner: string }[] {
  const pattern = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}\\s*>)`, 'g')
  return Array.from(xml.matchAll(pattern), found => ({ tag: found[1] ?? '', inner: found[2] ?? '' }))
}

/** The words of a <si> or <is>: its runs joined, without the pronunciation (rPh) some programs keep beside them. */
export function runsText(inner: string): string {
  const only = /^<(?:\w+:)?t(?:\s[^>]*)?(?<!\/)>([^<]*)<\/(?:\w+:)?t>$/.exec(inner)
  if (only) return unescapeXml(only[1] ?? '')
  const plain = inner.includes('rPh') ? inner.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : inner
  let text = ''
  for (const [, run = ''] of plain.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?(?<!\/)>([\s\S]*?)<\/(?:\w+:)?t\s*>/g)) text += run
  return unescapeXml(text)
}

/**
 * A copy that does not hold on to the text it was cut from: V8 keeps the whole chunk alive for a slice of it, and a
 * table of a hundred thousand slices would keep the whole sheet.
 */
export const ownCopy = (text: string): string =>
  text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')
