import type { Bound } from './figure.ts'

/** A hedge found beside a number: how far it reaches, which way it points, whether the number is rounded by it. */
export type Hedge = { at: number; bound: Bound; approx: boolean }

// Rules (至少, 不超过) bound a number without rounding it; 近, 余, 多 and 超过 say the printed number is round.
const BEFORE: [RegExp, Bound, boolean][] = [
  [/(?:不少于|不低于|至少|最少|起码)$/, 'over', false],
  [/(?:不超过|不多于|不高于|至多|最多|不大于)$/, 'under', false],
  [/(?:突破|超过|超出|多于|大于|高于|(?<!高)(?<!赶)超|逾|多达了?)$/, 'over', true],
  [/(?:不足|不到|少于|低于|小于|未满)$/, 'under', true],
  [/(?:将近|接近|(?<![最附邻靠亲临贴])近|大约|(?<![节签合预特制相])约|大概)$/, 'near', true],
]
const ROUND_BEFORE: [RegExp, Bound][] = [
  [/(?<![以线网会之身路])上$/, 'over'],
  [/(?<![通经超不度])过$/, 'over'],
  [/(?<![人次户总个指件场页级多少])[数几]$/, 'over'],
]
const AFTER: [RegExp, Bound, boolean][] = [
  [/^(?:及以上|以上|之多|开外)/, 'over', true],
  [/^(?:以下|以内|之内)/, 'under', true],
  [/^(?:左右|上下)/, 'near', true],
]

/** The hedge that ends where the number begins. A lone 百, 千 or 万 may also carry 上 or 数 (上万, 数百). */
export function hedgeBefore(text: string, start: number, bare: boolean): Hedge | null {
  const before = text.slice(Math.max(0, start - 6), start).replace(/[了]$/, '')
  const cut = text.slice(Math.max(0, start - 6), start).length - before.length
  for (const [pattern, bound, approx] of BEFORE) {
    const found = pattern.exec(before)
    if (found) return { at: start - cut - found[0].length, bound, approx }
  }
  if (!bare) return null
  for (const [pattern, bound] of ROUND_BEFORE) {
    const found = pattern.exec(before)
    if (found) return { at: start - cut - found[0].length, bound, approx: true }
  }
  return null
}

/** The hedge that begins where the unit ends. */
export function hedgeAfter(text: string, end: number): Hedge | null {
  const after = text.slice(end, end + 4)
  for (const [pattern, bound, approx] of AFTER) {
    const found = pattern.exec(after)
    if (found) return { at: end + found[0].length, bound, approx }
  }
  return null
}

/**
 * Whether 至少 earlier in the sentence governs a number further on, as in a list of duties (至少参加1次培训, 提交1份报告);
 * it governs the small plain numbers of that sentence.
 */
export function governedByAtLeast(before: string): boolean {
  const at = Math.max(before.lastIndexOf('至少'), before.lastIndexOf('最少'))
  return at >= 0 && !/[。;!?\n]/.test(before.slice(at))
}
