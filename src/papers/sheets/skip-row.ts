import { cellText } from './cell.ts'
import { plain, tight } from './plain-text.ts'
import type { Row } from './sheet.ts'

/** What of a mapping decides which rows hold no record. */
export type RowRules = {
  readonly headTo: number
  readonly heads: readonly (readonly string[])[]
  readonly used: readonly number[]
  readonly title: string | null
}

const TOTAL =
  /^(?:[全本各]?\p{Script=Han}{0,8}?)?(?:合计|总计|小计|累计|共计|总和)(?:数|人数|行|[:：]?[\d.,]+\p{Script=Han}{0,3})?[:：]?$/u
const TOTAL_SENTENCE = /^(?:合计|总计|小计|累计|共计)[:： ]?.*\d/
const SIGNED =
  /^(?:填表|填报|制表|制单|审核|审批|复核|负责|经办|统计|报送|上报|单位负责|主要领导|分管领导|联系|领导签字|盖章|公章)(?:人员?|单位|部门|时间|日期|电话|签字|签名|盖章|\(.*\))*[:：]/
const NOTE = /^(?:备?注|说明|填表说明|填报说明|注意事项|要求|提示)\d?[:：.、]|^[*＊※]/
const EXAMPLE = /^(?:填写)?(?:示例|样例|范例|举例|例)(?:[:： ]|$)/
const ORDINALS = '甲乙丙丁戊己庚辛壬癸'

/** Why this row below the head holds no record (Chinese, for the person who confirms), or null when it does. */
export function skipReason(row: Row, rules: RowRules): string | null {
  const texts = row.cells.map(cell => plain(cellText(cell)))
  const filled = texts.flatMap((text, column) => (text === '' ? [] : [{ text, column }]))
  const [first] = filled
  if (!first) return '这一行是空的。'
  if (rules.title && filled.length <= 2 && tight(first.text) === tight(rules.title)) return '标题又出现了一次，不算。'
  if (repeatsHead(filled, rules.heads)) return '表头又出现了一次，不算。'
  if (row.no <= rules.headTo + 2 && isNumbering(filled.map(({ text }) => text))) return '这一行是栏次，不算。'
  if (filled.slice(0, 3).some(({ text }) => TOTAL.test(tight(text))) || TOTAL_SENTENCE.test(first.text))
    return '这一行是合计，不算；明细已经算进去了。'
  if (filled.length <= 8 && filled.some(({ text }) => SIGNED.test(tight(text))))
    return '这一行是填表人、审核人这些，不算。'
  if (NOTE.test(first.text) && filled.length <= 2) return '这一行是说明，不算。'
  if (EXAMPLE.test(first.text)) return '这一行是填写的例子，不算。'
  if (filled.length === 1 && rules.used.length >= 3) return '这一行只有一格有字，像小标题，不算。'
  if (!filled.some(({ column }) => rules.used.includes(column)) && rules.used.length > 0)
    return '要导入的几列在这一行都是空的，不算。'
  return null
}

/** Is this row a heading over the rows below (柳河镇), and what does it say? */
export function sectionText(row: Row): string | null {
  const texts = new Set(row.cells.map(cell => plain(cellText(cell))).filter(Boolean))
  const [only] = texts
  return texts.size === 1 && only !== undefined
    ? only.replace(/^(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、．]\s*|^[(][^()]{1,3}[)]\s*/, '')
    : null
}

function repeatsHead(filled: readonly { text: string; column: number }[], heads: RowRules['heads']): boolean {
  const same = filled.filter(({ text, column }) => heads[column]?.includes(text))
  return same.length >= 2 && same.length >= 0.6 * filled.length
}

function isNumbering(texts: readonly string[]): boolean {
  if (texts.length < 3) return false
  const ordinals = texts.filter(text => text.length === 1 && ORDINALS.includes(text))
  const numbers = texts.filter(text => /^[(]?\d{1,2}[)]?$/.test(text)).map(text => Number(text.replace(/\D/g, '')))
  if (ordinals.length + numbers.length < texts.length) return false
  return numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1) && (numbers[0] ?? 1) <= 2
}

const UNIT_END = /(?:[省市县区旗州盟乡镇村组局委办]|街道|社区|妇联|妇女联合会|工委|中心|学校|公司|林场)$/

/** The unit that a row left out anyway gives the rows below it (柳河镇 over everything), null when it gives none. */
export function unitHeading(row: Row, rules: RowRules): string | null {
  const text = sectionText(row)
  if (text === null || text === rules.title || rules.headTo === 0 || row.no <= rules.headTo) return null
  return text.length <= 30 && UNIT_END.test(text) && skipReason(row, rules) !== null ? text : null
}

export const headingReason = (unit: string): string => `小标题，下面几行算“${unit}”的。`
