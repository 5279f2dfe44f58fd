import { unreadable } from './unreadable.ts'

/**
 * A sheet's XML in the order of the file: everything up to and with the opening of sheetData, each row, and everything from
 * the closing of sheetData on. Joined again they are the same XML. `prefix` is the namespace prefix (`x:`), mostly empty.
 */
export type SheetPiece = { readonly kind: 'head' | 'row' | 'tail'; readonly xml: string; readonly prefix: string }

const MOST_BEFORE_ROWS = 4_000_000
const MOST_BEHIND_ROWS = 32_000_000
const MOST_IN_A_ROW = 4_000_000

/** Cuts a sheet part into its pieces while it is unpacked. Problem rule `not-a-workbook` when there is no sheetData. */
export async function* sheetPieces(chunks: AsyncIterable<string>): AsyncGenerator<SheetPiece, void, undefined> {
  let buffer = ''
  let prefix: string | undefined
  let over = false
  for await (const chunk of chunks) {
    buffer += chunk
    if (over && buffer.length > MOST_BEHIND_ROWS) throw unreadable('too-large')
    if (over) continue
    if (prefix === undefined) {
      const begin = /<(\w+:)?sheetData\s*(\/?)>/.exec(buffer)
      if (!begin && buffer.length > MOST_BEFORE_ROWS) throw unreadable('not-a-workbook')
      if (!begin) continue
      prefix = begin[1] ?? ''
      yield { kind: 'head', xml: `${buffer.slice(0, begin.index)}<${prefix}sheetData>`, prefix }
      buffer = (begin[2] ? `</${prefix}sheetData>` : '') + buffer.slice(begin.index + begin[0].length)
    }
    let at = 0
    for (;;) {
      const cut = pieceAt(buffer, at, prefix)
      if (cut === 'tail') over = true
      if (typeof cut !== 'object') break
      if (cut.row) yield { kind: 'row', xml: cut.row, prefix }
      at = cut.end
    }
    buffer = buffer.slice(at)
    if (!over && buffer.length > MOST_IN_A_ROW) throw unreadable('not-a-workbook')
  }
  if (!over || prefix === undefined) throw unreadable('not-a-workbook')
  yield { kind: 'tail', xml: buffer, prefix }
}

/** What stands at `from`: a whole row, white space or a comment to step over, the tail, or 'more' when it is cut off. */
function pieceAt(text: string, from: number, prefix: string): { row: string | null; end: number } | 'tail' | 'more' {
  let at = from
  while (at < text.length && text.charCodeAt(at) <= 32) at++
  if (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at)
    return end < 0 ? 'more' : { row: null, end: end + 3 }
  }
  if (text.startsWith(`</${prefix}sheetData`, at)) return 'tail'
  const tagEnd = text.indexOf('>', at)
  if (tagEnd < 0) return 'more'
  if (!text.startsWith(`<${prefix}row`, at)) throw unreadable('not-a-workbook')
  if (text[tagEnd - 1] === '/') return { row: text.slice(at, tagEnd + 1), end: tagEnd + 1 }
  const close = text.indexOf(`</${prefix}row>`, tagEnd)
  if (close < 0) return 'more'
  const end = close + prefix.length + 6
  return { row: text.slice(at, end), end }
}
