import { claim } from './claim.ts'
import type { Quantity } from './figure.ts'
import { hedgeAfter, hedgeBefore } from './hedges.ts'
import { hanValue } from './numerals.ts'

const NUMBER = '[零〇一二两三四五六七八九十百点\\d.]+'
const PARTS: [RegExp, (found: RegExpExecArray) => { value: number; unit: string } | null][] = [
  [new RegExp(`百分之百|百分百`, 'g'), () => ({ value: 100, unit: '%' })],
  [new RegExp(`([百千]|十?万|10万)分之(${NUMBER})`, 'g'), found => partOf(found[1] ?? '', found[2] ?? '')],
  [/(?<![\d/.])([1-9])\/([2-9]|10)(?![\d/万年月]|国际|妇女节|节)/g, found => fraction(found[2] ?? '', found[1] ?? '')],
  [
    new RegExp(`([二三四五六七八九十]|\\d{1,2})分之([一二两三四五六七八九]|\\d{1,2})`, 'g'),
    found => fraction(found[1] ?? '', found[2] ?? ''),
  ],
  [
    /(?<![\d.])([一二两三四五六七八九]|\d(?:\.\d)?)成(?:([一二三四五六七八九])(?!为|成|个|名|家))?(?![为立功员果效绩都长熟就本年人型才份])/g,
    found => tenths(found),
  ],
  [
    /(?<![另前后上下这那])(?:一半|半数)|(?<=过|超|近|达)半(?![天年个月小边夜路百数])/g,
    () => ({ value: 50, unit: '%' }),
  ],
  [/翻了?([一两二三四])番/g, found => ({ value: hanValue(found[1] ?? '') ?? 0, unit: '番' })],
]

/**
 * Shares written in words: 百分之六十五, 三分之一 (33.33 %), 四成以上, 一半, 过半, 千分之三 (‰), 十万分之九.
 * Fractions and tenths are given in per cent, as the registers of figures keep them.
 */
export function findShares(text: string): Quantity[] {
  const claims = new Uint8Array(text.length)
  const found: Quantity[] = []
  for (const [pattern, read] of PARTS) {
    for (const match of text.matchAll(pattern)) {
      const share = read(match)
      const end = match.index + match[0].length
      if (!share || !claim(claims, match.index, end)) continue
      found.push(quantityOf(text, match.index, end, share))
    }
  }
  return found
}

function quantityOf(text: string, start: number, end: number, share: { value: number; unit: string }): Quantity {
  const more = /^[多余]/.test(text.slice(end)) ? 1 : 0
  const before = hedgeBefore(text, start, true)
  const after = hedgeAfter(text, end + more)
  const hedge = before ?? after
  return {
    start: before?.at ?? start,
    end: after?.at ?? end + more,
    ...share,
    approx: more > 0 || (hedge?.approx ?? false),
    bound: hedge?.bound ?? (more > 0 ? 'over' : null),
    form: 'share',
  }
}

function partOf(whole: string, part: string): { value: number; unit: string } | null {
  const value = decimal(part)
  if (value === null) return null
  if (whole === '百') return { value, unit: '%' }
  if (whole === '千') return { value, unit: '‰' }
  return whole === '万' ? { value: value / 100, unit: '%' } : { value, unit: '1/10万' }
}

function fraction(wholes: string, parts: string): { value: number; unit: string } | null {
  const whole = decimal(wholes)
  const part = decimal(parts)
  if (!whole || part === null || part > whole) return null
  return { value: Math.round((part / whole) * 1e4) / 100, unit: '%' }
}

function tenths(found: RegExpExecArray): { value: number; unit: string } | null {
  const value = decimal(found[1] ?? '')
  if (value === null) return null
  return { value: Math.round(value * 10 + (decimal(found[2] ?? '') ?? 0)), unit: '%' }
}

/** 六十五, 三点五 or 65.2. */
function decimal(word: string): number | null {
  if (word === '') return null
  if (/^[\d.]+$/.test(word)) return Number(word)
  const [whole = '', parts] = word.split('点')
  const value = hanValue(whole)
  if (value === null || parts === undefined) return value
  const digits = Array.from(parts, letter => hanValue(letter) ?? 0).join('')
  return Number(`${value}.${digits}`)
}
