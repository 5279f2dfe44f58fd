import { plain, tight } from './plain-text.ts'

/**
 * A column's head as it is compared and remembered: without spaces, brackets (人), stars, numbering and years, so that next
 * year's register has the same heads as this year's.
 */
export function headName(text: string): string {
  const whole = tight(text)
  const bare = whole
    .replace(/\([^()]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/(?:19|20)\d\d年?度?/g, '')
    .replace(/必填|选填|必选|可不填/g, '')
    .replace(/^(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、．]/, '')
    .replace(/[*＊#:：.,，。、；;“”"'_—–-]/g, '')
  return bare === '' ? whole : bare
}

/** The names of the heads of a column from top to bottom, joined; a name repeated under itself stands once. */
export function headKey(parts: readonly string[]): string {
  const names = parts.map(headName).filter(Boolean)
  return names.filter((name, at) => name !== names[at - 1]).join('/')
}

/** Keys of all columns, made unique by order (备注, 备注#2); '' for a column without a head. */
export function headKeys(columns: readonly (readonly string[])[]): string[] {
  const seen = new Map<string, number>()
  return columns.map(parts => {
    const key = headKey(parts)
    if (key === '') return ''
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    return nth === 1 ? key : `${key}#${nth}`
  })
}

const SCALES: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 亿: 1e8 }

/** By what bare numbers under this head are multiplied: （万元） 10,000. */
export function headScale(parts: readonly string[]): number {
  for (const part of parts) {
    const found = /(?:[(]|单位:)\s*([十百千]?[万亿]|[百千十])(?:元|人次|人|户|个|份|册|场|件|平方米)?\s*(?:[)]|$)/.exec(
      plain(part),
    )
    const scale = SCALES[found?.[1] ?? '']
    if (scale) return scale
  }
  return 1
}
