import { hedgeBefore } from './hedges.ts'
import { insideQuotes, sentenceAround } from './marks.ts'
import type { Numeral } from './numerals.ts'
import { printedUnit } from './unit.ts'

/** Where the unit of a number was found: behind it, in the noun, in the words before, or in guarded company. */
export type Taken = 'printed' | 'noun' | 'implied' | 'guarded'

// Classifiers that few letters but a count are found before.
const SMALL_UNITS = '个名位人户家所场次期件条项对份篇例起支处座类种轮批间辆套部本册张组届'
const NATION = /^(?:广大)?(?:妇女|女性|人口|人民|中国|中华|儿童|农民)/

/** Whether a number with a unit counts something: 一 and lone powers of ten are often words of another kind. */
export function counts(text: string, numeral: Numeral, taken: Taken): boolean {
  // 14亿人口 and 3亿多妇女 are the nation, not a result.
  if (taken === 'noun' && numeral.value >= 1e8 && NATION.test(text.slice(numeral.end))) return false
  if (taken === 'guarded' || !numeral.han) return true
  const hedge = hedgeBefore(text, numeral.start, isRound(text, numeral))
  if (numeral.value === 1) return isDuty(text, numeral.start) || isDoubling(text, numeral)
  if (numeral.value < 10) return isSmallCount(text, numeral)
  if (!numeral.bare || numeral.over || hedge) return true
  return taken === 'printed' && isRoundCount(text, numeral)
}

/** 三所小学 counts; 二次创业 and 四面 do not, nor does what is in quotes, which is a name. */
function isSmallCount(text: string, { start, end, value }: Numeral): boolean {
  if (text.slice(start, end) === '二' || insideQuotes(text, start) || /[一每几同这那]/.test(text.charAt(start - 1)))
    return false
  return value !== 0 && (SMALL_UNITS.includes(text.charAt(end)) || printedUnit(text, end) === null)
}

/** 至少一次, 至少有一名: 一 counts where a duty is laid down. */
function isDuty(text: string, at: number): boolean {
  const { start } = sentenceAround(text, at)
  const before = text.slice(Math.max(start, at - 14), at)
  return /至少[^,]{0,6}$|最少[^,]{0,4}$|不少于$/.test(before)
}

/** 增加了一倍. */
function isDoubling(text: string, { start, end }: Numeral): boolean {
  return (
    text.startsWith('倍', end) && /(?:增加|增长|提高|扩大|多)了?近?$/.test(text.slice(Math.max(0, start - 4), start))
  )
}

/** 百场婚礼 and 千名志愿者 are nominal counts; in names of events and programmes, and after 百万, they are none. */
function isRoundCount(text: string, numeral: Numeral): boolean {
  const word = text.slice(numeral.start, numeral.end)
  const after = text.slice(numeral.end, numeral.end + 5)
  if (
    insideQuotes(text, numeral.start) ||
    /年(?:全国|全省|度)?$/.test(text.slice(Math.max(0, numeral.start - 4), numeral.start))
  )
    return false
  if (/^.(?:计划|工程|行动)/.test(after) || /^[家户](?!企业|单位|媒体|医院|商户|机构)/.test(after)) return false
  return (
    ((word === '百' || word === '千') && /^[名人场对件户家个位次期支所]/.test(after)) ||
    (word === '万' && /^[名场]/.test(after))
  )
}

/** 百, 千, 十万: a power without a digit, which 数, 几 and 上 may stand before. */
export function isRound(text: string, { start, end, over }: Numeral): boolean {
  return /^[十百千万亿]+$/.test(text.slice(start, end).replace(over ? /[余多几]/ : '', ''))
}
