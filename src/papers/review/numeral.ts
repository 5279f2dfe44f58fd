const digits = '〇一二三四五六七八九'

/** A small number as headings and counts of years write it: 一, 十, 十二, 三十. Up to 99. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  if (tens === 0) return digits.charAt(value)
  return `${tens === 1 ? '' : digits.charAt(tens)}十${ones ? digits.charAt(ones) : ''}`
}
