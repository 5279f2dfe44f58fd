import { claim } from './claim.ts'
import type { Form, Quantity } from './figure.ts'
import { hanValue } from './numerals.ts'

const either = (words: string): string => `(?:${words.split(' ').join('|')})`
const PLACE = either(
  '全国 全省 全州 全市 全区 全县 全盟 全旗 全自治区 国内 省内 市内 州内 区内 县内 全系统 本省 本市 同类城市 副省级城市 东北 西部 中部 东部 华东 华南 西南 西北 世界 全球',
)
const STANDS = either('位居 位列 排名 排在 排 名列 列 居 稳居 跻身 位于 处于 走在 保持 进入 获 获得 取得 荣获')
const FIRST_OF = either('首个 首家 首例 首部 首条 首座 首支 首所 首次 首张 首单 第一部 第一例 第一所 第一支 唯一')
const FRONT = either('前列 前茅 上游 领先水平 领先地位 领先 先进行列 先进水平 中上游')
const CONTEST = either('大赛 比赛 竞赛 论坛 博览会 艺术节 文化节 旅游节 展 擂台赛 交易会')
const ABOVE = either('高于 低于 优于 好于 超过 超出 达到 等于')
const NUMBER = '(\\d+|[一二三四五六七八九十]+)'
const OR_TWO = '(\\d+|[一二两三四五六七八九十]+)'
const NOT_A_PLACE = '(?![届批次个书期阶方等梯章条家部产要时责])'

type Rule = { pattern: RegExp; unit: string | null; form: Form; value?: number }

const rule = (pattern: string, unit: string | null, form: Form, value?: number): Rule => ({
  pattern: new RegExp(pattern, 'gm'),
  unit,
  form,
  ...(value === undefined ? {} : { value }),
})

const RULES: Rule[] = [
  // 连续三年, 连续5年, 连续举办两届, 首届, 第三届…大赛
  rule(`(?:连续|蝉联)${OR_TWO}个?年(?:度)?`, '年', 'years'),
  rule(`连续(?:举办|召开|开展)?了?${OR_TWO}届`, '届', 'years'),
  rule('首届', '届', 'rank', 1),
  rule(`第${NUMBER}届(?=[^,。;]{0,24}?${CONTEST})(?!全国人大|人民|中央|妇女)`, '届', 'rank'),
  // 在全省率先, 率先在全省, 全省首创, 全国首个, 全州第一家, 全省唯一
  rule(
    `(?:在|于)?${PLACE}(?:范围内?|系统)?(?:率先|首创)|率先在${PLACE}(?:范围内?)?|首创(?:于)?${PLACE}`,
    '位次',
    'first',
    1,
  ),
  rule(`${PLACE}(?:范围内?)?的?${FIRST_OF}`, '位次', 'first', 1),
  rule(`(?<=${PLACE}[^,。;]{0,2})第一家|(?<=成为${PLACE})第一个`, '位次', 'first', 1),
  // 第一方阵, 第一等次
  rule(`第${NUMBER}(方阵|等次|梯队|序列|档次)`, null, 'rank'),
  // 位居全省第二, 居全国首位, 跻身全省前三
  rule(`${STANDS}在?(?:${PLACE}|[^,。;\\d]{0,8}?)的?第${NUMBER}(?:位|名)?${NOT_A_PLACE}`, '位次', 'rank'),
  rule(`(?<=${PLACE})(?:排名)?第${NUMBER}(?:位|名)?(?=[,。;、!]|$)`, '位次', 'rank'),
  rule(`${STANDS}在?(?:${PLACE}|[^,。;\\d]{0,6})的?(?:首位|榜首|之首)`, '位次', 'rank', 1),
  rule(`${STANDS}在?${PLACE}?的?前${NUMBER}(?:位|名|强)?(?=[,。;、!]|$)`, '位次', 'rank'),
  // Places and comparisons without a number.
  rule(`${STANDS}(?:在|于)?${PLACE}(?:妇联系统|妇联|同类城市|先进)?的?${FRONT}`, null, 'benchmark'),
  rule(`(?:均|都|明显|大幅|远|始终|持续)*${ABOVE}${PLACE}(?:平均水平|平均值|平均|水平)(?!\\d)`, null, 'benchmark'),
]

/**
 * Statements that give a place in an order, with a number or without: 连续三年 (3 年), 首届 (1 届), 在全省率先 (1 位次),
 * 第一方阵 (1 方阵), 位居全省第二 (2 位次), 位居全国前列 (no value), 高于全国平均水平 (no value).
 */
export function findRanks(text: string): Quantity[] {
  const claims = new Uint8Array(text.length)
  const found: Quantity[] = []
  for (const { pattern, unit, form, value } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (!claim(claims, start, end)) continue
      const printed = value ?? numberOf(match[1] ?? '')
      const rank = form === 'benchmark' ? null : printed
      found.push({ start, end, value: rank, unit: unit ?? match[2] ?? null, approx: false, bound: null, form })
    }
  }
  return found
}

function numberOf(word: string): number | null {
  return /^\d+$/.test(word) ? Number(word) : hanValue(word)
}
