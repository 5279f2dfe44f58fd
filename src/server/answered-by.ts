import { readReport } from '#papers/reading/read'
import { indicatorWords } from './figure-cells.ts'
import { candidatesOf } from './report-figures.ts'

/**
 * The indicator whose records answer a question somebody wants to ask the units below, if one does. The question is read as a
 * report that answers it would be (“今年开展宣讲多少场” as “今年开展宣讲12场”), so that whatever an old report can be read for is
 * found here too. Only what records count comes into question: a declared value is no answer.
 */
export function answeredBy(question: string): string | undefined {
  const said = question.normalize('NFKC').replace(/[?？。]+$/, '')
  const asked = howMany.test(said)
    ? said.replace(howMany, '12')
    : said.replace(/(场次|人次|户数|人数|数量)$/, word => `${word[0]}12${unitIn[word]}`)
  const words = indicatorWords('zh-CN')
  for (const { measure, unit, system, value, confidence } of readReport(asked)) {
    if (value === null || confidence < sure) continue
    const fitting = candidatesOf({ measure, unit, system }, words).filter(({ key, score }) => {
      const known = words.get(key)
      return score >= 3 && known?.kind !== 'reported' && known?.unit === unit && known?.system === system
    })
    // of several that fit as well, the one that says least besides is the whole
    const [best] = fitting
      .filter(({ score }) => score === fitting[0]?.score)
      .toSorted((a, b) => a.name.length - b.name.length)
    if (best) return best.key
  }
  return undefined
}

const howMany = /多少|几(?=[^乎]|$)/
const unitIn: Readonly<Record<string, string>> = { 场次: '场', 人次: '人次', 户数: '户', 人数: '人', 数量: '个' }
const sure = 0.5
