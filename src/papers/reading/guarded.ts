import type { FoundUnit } from './unit.ts'
import { sentenceAround } from './marks.ts'
import type { Numeral } from './numerals.ts'

/**
 * Units that make a figure only in the right company: 岁 of a life expectancy but not of an age group, 年 of
 * schooling, 届 of terms served but not of congresses, 小时 of service but not of opening hours, 级 never.
 * 'none' says that the number is no figure whatever else might fit.
 */
export function guardedUnit(text: string, numeral: Numeral): FoundUnit | 'none' | null {
  const at = numeral.end
  const { start } = sentenceAround(text, numeral.start)
  const sentence = text.slice(start, numeral.start)
  const unit = (length: number, name: string): FoundUnit => ({ unit: name, end: at + length })
  if (text.startsWith('周岁', at)) return 'none'
  if (text.startsWith('岁', at)) return /寿命|平均年龄|初婚|初育|年龄为/.test(sentence) ? unit(1, '岁') : 'none'
  if (text.startsWith('年', at))
    return /年限[^,。;]{0,8}$|年限.{0,30}(?:提高|增加|延长|增长)了?$/.test(sentence) ? unit(1, '年') : 'none'
  if (text.startsWith('届', at))
    return /(?:任职?|担任|连任|连续|任期)?满$|(?:连续|已|连任|任职|举办了?)$/.test(sentence) ? unit(1, '届') : 'none'
  if (text.startsWith('级', at)) return 'none'
  if (text.startsWith('分', at))
    return /(?:得分|评分|总分|满意度|测评|考核)[^,。;]{0,8}$/.test(sentence) ? unit(1, '分') : null
  if (/^个?(?:小时|课时)/.test(text.slice(at, at + 3))) {
    const length = text.startsWith('个', at) ? 3 : 2
    return numeral.value >= 1000 || /时长|工时|学时|课时|服务/.test(sentence.slice(-16))
      ? unit(length, text.slice(at + length - 2, at + length))
      : 'none'
  }
  return null
}
