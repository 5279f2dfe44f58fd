/**
 * A number as printed, without its unit. `over` is set by 余, 多, 几 or + inside it; `bare` marks a power of ten that
 * stands alone (百, 千万), which is as often an ornament as a count; `han` that no Arabic digit is in it.
 */
export type Numeral = { start: number; end: number; value: number; over: boolean; bare: boolean; han: boolean }

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }
const ARABIC = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:\.\d+)?/y
const POWER_RUN = /[余多几]?(?:[千百]?[万亿]+|千|百|十)/y
const HAN_RUN = /[零〇一二两三四五六七八九十百千万亿]+/y
const HAN_DECIMAL = /[零一二两三四五六七八九十百]+点[零一二三四五六七八九]+[千百]?[万亿]+/y
const MORE = /[余多几]|\+/y

/**
 * The number that begins at `from`, with its powers (万, 亿, 千) and the 余 or 多 after it, or null.
 * Handles 1,234 and 1 234, 3.7万, 50余万, 12亿6千万, 二十三万余, 一百零六, 十几.
 * A run of Han digits that is no number (十四五, 百千万, 二〇二四) gives null.
 */
export function numeralAt(text: string, from: number): Numeral | null {
  return arabicAt(text, from) ?? hanAt(text, from)
}

/** Where the run of digits or Han numerals at `from` ends, so that what is no number can be stepped over whole. */
export function runEnd(text: string, from: number): number {
  return matchAt(ARABIC, text, from)?.end ?? matchAt(HAN_RUN, text, from)?.end ?? from + 1
}

function arabicAt(text: string, from: number): Numeral | null {
  const digits = matchAt(ARABIC, text, from)
  if (!digits) return null
  let value = Number(digits.word.replace(/[, ]/g, ''))
  let end = digits.end
  let over = false
  let whole = 0
  for (;;) {
    const power = matchAt(POWER_RUN, text, end)
    if (!power || isOrnament(text, power.end)) break
    over ||= /^[余多几]/.test(power.word)
    value *= product(power.word)
    end = power.end
    const rest = /[万亿千]/.test(power.word.slice(-1)) ? matchAt(ARABIC, text, end) : null
    if (!rest || text.startsWith('年', rest.end)) break
    whole += value
    value = Number(rest.word.replace(/[, ]/g, ''))
    end = rest.end
  }
  const more = moreAt(text, end)
  return { start: from, end: more.end, value: clear(whole + value), over: over || more.over, bare: false, han: false }
}

/** 百 and 千 behind a digit may begin a word of their own: 5百姓 never counts hundreds. */
function isOrnament(text: string, end: number): boolean {
  return /[百千]/.test(text.charAt(end - 1)) && /[姓年科货]/.test(text.charAt(end))
}

function hanAt(text: string, from: number): Numeral | null {
  const run = matchAt(HAN_DECIMAL, text, from) ?? matchAt(HAN_RUN, text, from)
  if (!run) return null
  const parsed = run.word.includes('点') ? hanDecimal(run.word) : hanValue(run.word)
  if (parsed === null) return null
  const more = moreAt(text, run.end)
  let { end } = more
  let value = parsed
  // 五十余万, 十几万, 六千余万: the word for more may stand before the last power.
  const power = more.over ? matchAt(/[万亿]+/y, text, end) : null
  if (power) {
    value *= product(power.word)
    end = power.end
  }
  const bare = /^[百千万亿]+$/.test(run.word)
  return { start: from, end, value, over: more.over, bare, han: true }
}

/** The value of a Han numeral such as 二十三万五千 or 千万, null when the characters do not make one number. */
export function hanValue(word: string): number | null {
  if (/^[百千万亿]+$/.test(word)) return /^(?:[百千]?万?亿?|[百千])$/.test(word) ? product(word) : null
  let total = 0
  let section = 0
  let digit: number | null = null
  let lastPower = Number.POSITIVE_INFINITY
  for (const letter of word) {
    const power = POWERS[letter]
    if (power === undefined) {
      if (digit !== null && digit !== 0) return null
      digit = DIGITS[letter] ?? 0
    } else if (power < 1e4) {
      if (power >= lastPower || (digit === null && (power !== 10 || section > 0))) return null
      section += (digit ?? 1) * power
      digit = null
      lastPower = power
    } else {
      section += digit ?? 0
      if (section === 0) return null
      total = power === 1e8 ? (total + section) * power : total + section * power
      section = 0
      digit = null
      lastPower = Number.POSITIVE_INFINITY
    }
  }
  return total + section + (digit ?? 0)
}

/** 三点五亿; without a power behind it the same words are mostly a time of day. */
function hanDecimal(word: string): number | null {
  const [, whole = '', digits = '', power = ''] = /^(.+)点([零一二三四五六七八九]+)(.+)$/.exec(word) ?? []
  const value = hanValue(whole)
  if (value === null) return null
  const decimals = Array.from(digits, digit => DIGITS[digit] ?? 0).join('')
  return clear(Number(`${value}.${decimals}`) * product(power))
}

/** 余, 多 or 几 behind a number, or the + of 10万+, which elsewhere joins the parts of a model (1+N). */
function moreAt(text: string, from: number): { end: number; over: boolean } {
  const more = matchAt(MORE, text, from)
  const joins =
    more?.word === '+' && /[\w\p{Script=Han}]/u.test(text.charAt(more.end)) && !/[万亿]/.test(text.charAt(from - 1))
  return more && !joins ? { end: more.end, over: true } : { end: from, over: false }
}

function product(word: string): number {
  let value = 1
  for (const letter of word) value *= POWERS[letter] ?? 1
  return value
}

/** 205.78 × 10⁸ is not exact in binary; fifteen digits are more than any report prints. */
function clear(value: number): number {
  return Number(value.toPrecision(15))
}

function matchAt(pattern: RegExp, text: string, from: number): { word: string; end: number } | null {
  pattern.lastIndex = from
  const found = pattern.exec(text)
  return found ? { word: found[0], end: pattern.lastIndex } : null
}
