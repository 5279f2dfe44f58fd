/** One spelling: full-width digits and letters half-width, odd spaces plain, line breaks as spaces, trimmed. */
export function plain(text: string): string {
  if (isPlain(text)) return text
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Nothing but Han, printable ASCII and common marks, with single spaces inside: most cells, and quicker seen than changed. */
function isPlain(text: string): boolean {
  let space = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32) {
      if (space) return false
      space = true
      continue
    }
    if (!((code > 32 && code < 127) || (code >= 0x4e00 && code <= 0x9fff) || code === 0x3001 || code === 0x3002))
      return false
    space = false
  }
  return !space || text === ''
}

/** As `plain`, without any space: for comparing. */
export const tight = (text: string): string => plain(text).replace(/ /g, '').toLowerCase()

/** What stands for “nothing to say” in a register: dashes, slashes, N/A. 无 is not among them: of a number it says 0. */
export const saysNothing = (text: string): boolean =>
  /^(?:[-—–―─_/\\|·.。、*]+|n\/?a|null|空|略|不详|待定)$/i.test(tight(text))

/** 同上, 〃 and their like: as in the row above. */
export const saysDitto = (text: string): boolean => /^(?:同上|同前|同上行|[〃″"“”'’]{1,2}|ditto)$/i.test(tight(text))

/** Shortened for a message. */
export const brief = (text: string, most = 20): string => (text.length > most ? `${text.slice(0, most)}…` : text)

/** How alike two short texts are by their pairs of letters, 0–1 (Dice). */
export function alike(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1
  if (one.length < 2 || other.length < 2) return 0
  const pairs = new Map<string, number>()
  for (let at = 1; at < one.length; at++) {
    const pair = one.slice(at - 1, at + 1)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let common = 0
  for (let at = 1; at < other.length; at++) {
    const left = pairs.get(other.slice(at - 1, at + 1)) ?? 0
    if (left > 0) {
      common++
      pairs.set(other.slice(at - 1, at + 1), left - 1)
    }
  }
  return (2 * common) / (one.length + other.length - 2)
}
