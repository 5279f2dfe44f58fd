import { numeralAt, runEnd, type Numeral } from '../reading/numerals.ts'
import { cellText, isDayCell, plainNumber } from './cell.ts'
import { brief, plain, tight } from './plain-text.ts'
import type { Cell, Read } from './sheet.ts'

const UNITS =
  /^(?:人次|场次|人|名|位|户次|户|家|场|次|期|个|件|份|册|本|元|块钱|块|岁|周岁|天|日|页|条|支|组|对|所|处|间|篇|部|张|套|台|批|班|课时|小时|分钟|平方米|平米|米|公里|斤|公斤|吨|亩|%|‰)/
const BEFORE =
  /(?:一?共计?|合计|总计|总共|累计|计|参加|参与|到场|到会|实到|服务|覆盖|发放|惠及|受益|人数|为|有|达|:|：|￥|¥)+$/
const HEDGE_BEFORE =
  /(?:大约|大概|约莫|约|将近|接近|近|超过|超|多达|不足|不到|至少|最少|不少于|最多|不超过|>|<|≥|≤|≈|~|上|数|左右)+$/
const HEDGE_AFTER = /^(?:以上|以下|以内|左右|上下|之多|多|余|来|几|\+)+/

/**
 * The number a cell says. Numbers as text, with unit, in full width, with 万 or in Han; a hedged one (约30人) is taken with a
 * note, because a register counts what was. `scale` comes from the head (万元: 10,000) and holds for bare numbers.
 */
export function readNumber(cell: Cell, scale = 1): Read<number> {
  if (typeof cell === 'number') return { value: clean(cell * scale) }
  if (isDayCell(cell)) return { problem: `这里应该是个数，读出来却是日期 ${cell.day}。请把这格改回数字。` }
  const raw = cellText(cell)
  const text = tight(raw)
  if (/^(?:无|没有|零|〇|否)$/.test(text)) return { value: 0 }
  const digits = text.replace(/[,，](?=\d{3}(?:\D|$))/g, '')
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(digits)) return { value: clean(Number(digits) * scale) }
  return wordsNumber(raw, scale)
}

function wordsNumber(raw: string, scale: number): Read<number> {
  const words = plain(raw).replace(/ (?!\d)|(?<!\d) /g, '')
  const text = words.replace(/\([^()]*\)|\[[^\]]*\]/g, '')
  const numerals = numeralsOf(text)
  const [numeral] = numerals
  if (!numeral) return { problem: `“${brief(raw)}”不是数。请写成 30 这样的数。` }
  if (numerals.length > 1) return { problem: severalNumbers(raw, text, numerals) }
  const aside =
    text === words || !/\d/.test(words) ? '' : `“${brief(raw)}”记成 ${plainNumber(numeral.value)}，括号里的没有算。`
  const before = text.slice(0, numeral.start)
  const hedged = HEDGE_BEFORE.exec(before)
  if (before.slice(0, hedged?.index ?? before.length).replace(BEFORE, '') !== '')
    return { problem: `“${brief(raw)}”里除了数还有别的话。请只写数。` }
  const after = afterNumber(text.slice(numeral.end))
  const value = clean(numeral.value * (after.unit === '' && !/[万亿]/.test(text) ? scale : 1))
  if (hedged || numeral.over || after.hedged)
    return { value, note: `“${brief(raw)}”不是准数，先按 ${plainNumber(value)} 记下。有准数请改过来。` }
  if (after.rest !== '') return { value, note: `“${brief(raw)}”按 ${plainNumber(value)} 记下。` }
  return aside ? { value, note: aside } : { value }
}

function numeralsOf(text: string): Numeral[] {
  const numerals: Numeral[] = []
  for (let at = 0; at < text.length; ) {
    const numeral = /[\d零〇一二两三四五六七八九十百千万亿]/.test(text.charAt(at)) ? numeralAt(text, at) : null
    if (numeral) numerals.push(numeral)
    at = numeral?.end ?? Math.max(at + 1, /\d/.test(text.charAt(at)) ? runEnd(text, at) : at + 1)
  }
  return numerals
}

function afterNumber(text: string): { unit: string; hedged: boolean; rest: string } {
  const early = HEDGE_AFTER.exec(text)?.[0] ?? ''
  const unit = UNITS.exec(text.slice(early.length))?.[0] ?? ''
  const late = HEDGE_AFTER.exec(text.slice(early.length + unit.length))?.[0] ?? ''
  const rest = text.slice(early.length + unit.length + late.length).replace(/^[。.,，;；、]+$/, '')
  return { unit, hedged: early + late !== '', rest }
}

function severalNumbers(raw: string, text: string, numerals: readonly Numeral[]): string {
  const [first, second] = numerals
  const between = first && second ? text.slice(first.end, second.start) : ''
  if (/^(?:人次|人|名|场|户)?(?:-+|[—–~至到])(?:约)?$/.test(between)) return `“${brief(raw)}”是一个范围。请写一个数。`
  return `“${brief(raw)}”里有几个数。请只写一个。`
}

/** Binary fractions leave dust (0.1 × 3); fifteen digits are more than any register has. */
const clean = (value: number): number => (Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)))
