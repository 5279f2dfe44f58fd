const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text between tags as it was meant: entities, CDATA and Excel's _x000D_ escapes undone. */
export function unescapeXml(raw: string): string {
  let text = raw
  if (text.includes('<![CDATA[')) text = withoutCdata(text)
  if (text.includes('&')) text = text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, entity)
  if (text.includes('_x')) text = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => letter(Number.parseInt(code, 16)))
  return text
}

function withoutCdata(text: string): string {
  const [first = '', ...rest] = text.split('<![CDATA[')
  const pieces = rest.map(piece => {
    const end = piece.indexOf(']]>')
    return end < 0 ? piece : escapeXml(piece.slice(0, end)) + piece.slice(end + 3)
  })
  return first + pieces.join('')
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

/** An element: as it stands, the inside of its start tag, its content. */
export type Element = { readonly whole: string; readonly tag: string; readonly inner: string }

/**
 * All elements of a name, whatever their prefix. One that is not closed is left out. Each letter is looked at a few times
 * at most, here and below: a file may be made to cost many steps.
 */
export function elements(xml: string, name: string): Element[] {
  const found: Element[] = []
  const starts = new RegExp(`<(\\w+:)?${name}((?:\\s[^<>]*?)?)(/?)>`, 'g')
  const unclosed = new Set<string>()
  for (let start = starts.exec(xml); start; start = starts.exec(xml)) {
    const [whole, prefix = '', tag = '', empty] = start
    if (empty) found.push({ whole, tag, inner: '' })
    if (empty || unclosed.has(prefix)) continue
    const ends = new RegExp(`</${prefix}${name}\\s*>`, 'g')
    ends.lastIndex = starts.lastIndex
    const end = ends.exec(xml)
    if (!end) unclosed.add(prefix)
    else {
      found.push({ whole: xml.slice(start.index, ends.lastIndex), tag, inner: xml.slice(starts.lastIndex, end.index) })
      starts.lastIndex = ends.lastIndex
    }
  }
  return found
}

/** The words of a <si> or <is>: its runs joined, without the pronunciation (rPh) some programs keep beside them. */
export function runsText(inner: string): string {
  const only = /^<(?:\w+:)?t(?:\s[^>]*)?(?<!\/)>([^<]*)<\/(?:\w+:)?t>$/.exec(inner)
  if (only) return unescapeXml(only[1] ?? '')
  const [first = '', ...rest] = inner.includes('rPh') ? inner.split(/<(?:\w+:)?rPh\b/) : [inner]
  const plain = first + rest.map(piece => piece.replace(/^[\s\S]*?<\/(?:\w+:)?rPh>/, '')).join('')
  return unescapeXml(
    elements(plain, 't')
      .map(run => run.inner)
      .join(''),
  )
}

/**
 * A copy that does not hold on to the text it was cut from: V8 keeps the whole chunk alive for a slice of it, and a
 * table of a hundred thousand slices would keep the whole sheet.
 */
export const ownCopy = (text: string): string =>
  text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')
