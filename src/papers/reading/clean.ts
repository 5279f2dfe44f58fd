import { Converter } from 'opencc-js/t2cn'

/** Cleaned text and, for each of its characters, where it stood in the original; one entry more marks the end. */
export type Clean = { text: string; at: number[] }

const HAN = /\p{Script=Han}/u
// 領(lǐng): a syllable in brackets right behind its character; a bracketed English word is longer or in capitals.
// Where the character itself was lost too, what is left reads ?jì)D.
const PINYIN =
  /^(?:[(（]|\?(?=[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]))\s?[bpmfdtnlgkhjqxzcsryw]?h?[aeiouvüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜê]{1,3}(?:ng?|r)?\s?[)）](?:(?<=^\?.*)[A-Z])?/u
const SPACE = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]/
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\r]/
const PUNCTUATION = new Map(
  Object.entries({
    '，': ',',
    '；': ';',
    '：': ':',
    '（': '(',
    '）': ')',
    '！': '!',
    '？': '?',
    '﹪': '%',
    '「': '“',
    '」': '”',
    '『': '“',
    '』': '”',
    '〝': '“',
    '〞': '”',
    '‘': '“',
    '’': '”',
    '〈': '《',
    '〉': '》',
    '﹐': ',',
    '﹑': '、',
    '•': '·',
    '・': '·',
    '‧': '·',
    '○': '〇',
  }),
)

let toSimplified: ReturnType<typeof Converter> | undefined

/**
 * Removes printing noise and writes the text in Simplified Chinese with half-width digits, keeping the way back.
 * Noise is pinyin in brackets inside words, invisible characters, spaces beside numbers, Han and punctuation.
 * Line breaks stay; breaks.ts decides which of them were broken lines.
 */
export function cleanText(original: string): Clean {
  const letters: string[] = []
  const at: number[] = []
  for (let index = 0; index < original.length; index++) {
    const letter = original.charAt(index)
    if (INVISIBLE.test(letter)) continue
    const pinyin = '(（?'.includes(letter) && HAN.test(letters.at(-1) ?? '') ? pinyinAt(original, index) : 0
    if (pinyin > 0) {
      index += pinyin - 1
      continue
    }
    letters.push(plain(letter, letters))
    at.push(index)
  }
  at.push(original.length)
  return simplify(closeGaps(letters, at))
}

/** How many characters of pinyin noise begin at a place, 0 when there is none. */
export function pinyinAt(text: string, at: number): number {
  return PINYIN.exec(text.slice(at, at + 12))?.[0].length ?? 0
}

function plain(letter: string, before: string[]): string {
  const code = letter.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e && /[\uff0b-\uff0f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05]/.test(letter)) {
    return letter === '，' ? ',' : String.fromCharCode(code - 0xfee0)
  }
  if (letter === '\t') return letter
  if (SPACE.test(letter)) return ' '
  if (letter === '"') return before.lastIndexOf('“') > before.lastIndexOf('”') ? '”' : '“'
  return PUNCTUATION.get(letter) ?? letter
}

/** One space between Han, or beside a number or a mark, is noise; more, or a tab but before a number, part words. */
function closeGaps(letters: string[], at: number[]): Clean {
  const kept: string[] = []
  const places: number[] = []
  for (let index = 0; index < letters.length; index++) {
    const letter = letters[index] ?? ''
    if (letter !== ' ' && letter !== '\t') {
      kept.push(letter)
      places.push(at[index] ?? 0)
      continue
    }
    let next = index
    while (letters[next] === ' ' || letters[next] === '\t') next++
    const parted = letters.slice(index, next).includes('\t') && !/\d/.test(letters[next] ?? '')
    if (parted || staysApart(kept.at(-1) ?? '\n', letters, index, next)) {
      kept.push(' ')
      places.push(at[index] ?? 0)
    }
    index = next - 1
  }
  places.push(at.at(-1) ?? 0)
  return { text: kept.join(''), at: places }
}

function staysApart(before: string, letters: string[], index: number, next: number): boolean {
  const after = letters[next] ?? '\n'
  if (/[\w.]/.test(before) && /[\w.]/.test(after)) {
    const group = /^\d{3}(?![\d.])/.test(letters.slice(next, next + 4).join(''))
    return !(group && /(?<![\d.])\d{1,3}$/.test(letters.slice(Math.max(0, index - 4), index).join('')))
  }
  return HAN.test(before) && HAN.test(after) && next - index > 1
}

function simplify(clean: Clean): Clean {
  const convert = (toSimplified ??= Converter({ from: 't', to: 'cn' }))
  const whole = convert(clean.text)
  if (whole.length === clean.text.length) return { text: whole, at: clean.at }
  const single = Array.from(clean.text, letter => {
    const converted = convert(letter)
    return converted.length === letter.length ? converted : letter
  })
  return { text: single.join(''), at: clean.at }
}
