import type { Span } from './clauses.ts'
import type { Quantity } from './figure.ts'
import { itemAround, listOf, ownPart } from './parts.ts'
import { within } from './within.ts'

const LEADING =
  /^(?:其中|目前|\p{Script=Han}{0,2}五年来|20\d\d年|同时|此外|先后|累计|总计|共计|共(?!同|建)|已(?!经)|已经|现有|全[省市州县区盟旗](?!级)|我[省市州县区]|各地|各级妇联组织|各级妇联|妇联组织|妇联(?=举办|开展|组织|建立|培训)|省妇联|市妇联|州妇联|县妇联|区妇联|组织开展|组织(?=[“\p{Script=Han}]{4})|联合有关部门|积极|深入|广泛|持续|大力|扎实|开展|举办|举行|召开|建立健全|建立|建成|建有|建设(?!和)|设立|打造|创建|组建|成立|创办|开办|命名|认定|推出|在(?!校|职|线|岗|校)|的|、|:|,|为|与|对|即)+/u
const TRAILING =
  /(?:累计|总计|共计|合计|总数|分别|均|已|共|就|仅|不断|持续|达到|达|约|为|是|占到|占|有|至|到|了|的|、|:|,|“|\(|保持在|稳定在|控制在|提高到|提升到|增长到|上升到|下降到|降至|降到|增至|升至|突破|超过|扩大到|壮大)+$/
const SHARE = /(?:率|比例|比重|占比|覆盖|寿命|水平|年限|指数)$/
const PLACED = /(?:位居|位列|排名|居|列|位于|处于|在)?(全国|全省|全州|全市|全区|全县|国内|省内|市内)$/
const SUFFIX: Record<string, string> = {
  人: '人数',
  人次: '人次',
  户: '户数',
  户次: '户次',
  场: '场次',
  次: '次数',
  期: '期数',
  件: '件数',
  起: '件数',
  例: '例数',
  对: '对数',
  条: '条数',
  篇: '篇数',
  份: '份数',
  辆: '辆数',
  级: '层级数',
  年: '年数',
  届: '届次',
  亩: '面积',
  岁: '',
  '1/10万': '',
  '‰': '',
}
const NAMES_OF_ALL: [RegExp, string][] = [
  [/覆盖|应/, '覆盖率'],
  [/达标/, '达标率'],
  [/配齐/, '配齐率'],
  [/完成/, '完成率'],
]
const POST_NAMES: Record<string, string> = {
  正: '主席',
  副: '副主席',
  专: '专职副主席',
  兼: '兼职副主席',
  挂: '挂职副主席',
}

/** The words that name what a figure counts, in Simplified Chinese: its clause without the number and the frame. */
export function measureOf(text: string, quantity: Quantity, clause: Span, all: Quantity[]): string {
  const raw = text.slice(quantity.start, quantity.end)
  const own = ownPart(text, quantity, clause, all)
  if (quantity.form === 'coverage') return coverageMeasure(text, quantity, own, clause)
  if (quantity.form === 'structure' && POST_NAMES[raw.slice(-1)]) return `${POST_NAMES[raw.slice(-1)]}配备人数`
  const list = listOf(text, quantity, all)
  const shared = list.length > 1 ? sharedMeasure(text, quantity, list, clause) : null
  if (shared) return shared
  if (quantity.form === 'structure' || quantity.form === 'title') {
    const item = itemAround(text, quantity, own)
    const named = quantity.form === 'title' ? raw : ''
    return ended(
      `${strip(text.slice(item.start, quantity.start))}${named}${text.slice(quantity.end, item.end)}`,
      suffixOf(quantity, ''),
    )
  }
  const before = strip(text.slice(own.start, quantity.start))
  const after = text.slice(quantity.end, own.end).replace(/^[的,、]+|[,、。;:和]+$/g, '')
  if (quantity.form !== 'count' && quantity.form !== 'share') return rankMeasure(text, quantity, before, after, clause)
  const leans =
    /^(?:占|达|比|较|提高|增长|下降|上升|高于|低于)/.test(text.slice(clause.start)) || before.length + after.length < 2
  const subject = leans ? subjectBefore(text, clause, all) : ''
  const words = `${subject}${before}${takesAfter(before, after) ? after : ''}`
  return ended(words, suffixOf(quantity, words))
}

/** With 分别, or a list in the clause before, the n-th number belongs to the n-th noun, and the last noun's head to all. */
function sharedMeasure(text: string, quantity: Quantity, list: Quantity[], clause: Span): string | null {
  const own = strip(text.slice(clause.start, list[0]?.start ?? quantity.start).split(/分别/)[0] ?? '')
  for (const nouns of [own, subjectBefore(text, clause, [])]) {
    const parts = nouns.split(/[、和与及]/).filter(part => part !== '')
    if (parts.length < list.length) continue
    const taken = parts.slice(-list.length)
    const noun = taken[list.indexOf(quantity)] ?? ''
    const head = /(?:比例|占比|比重|人数|数量|总数|率|数)$/.exec(taken.at(-1) ?? '')?.[0] ?? ''
    const change = nouns === own ? '' : own
    return ended(
      `${noun.endsWith(head) ? noun : `${noun}${head}`}${change}`,
      head === '' ? suffixOf(quantity, noun) : '',
    )
  }
  return null
}

/** 妇女儿童维权站 + 乡镇一级覆盖率; 村妇代会改建妇联完成率; 指标达标率. */
function coverageMeasure(text: string, quantity: Quantity, own: Span, clause: Span): string {
  const raw = text.slice(quantity.start, quantity.end)
  const name = NAMES_OF_ALL.find(([pattern]) => pattern.test(raw))?.[1] ?? '比例'
  const words = quantity.about ? '' : strip(text.slice(own.start, quantity.start))
  const before = words.replace(/^(?:基本)?(?:实现|做到|达到|推进)/, '')
  const after = text.slice(quantity.about?.start ?? quantity.end, own.end).replace(/^的|工作$/g, '')
  const leans = !quantity.about && (before !== words || before.length + after.length < 2)
  const subject = leans ? subjectBefore(text, clause, []) : ''
  return ended(`${subject}${before}${after}`, name)
}

function rankMeasure(text: string, quantity: Quantity, before: string, after: string, clause: Span): string {
  const raw = text.slice(quantity.start, quantity.end)
  if (quantity.form === 'years') return ended(`${before}${after}`, quantity.unit === '届' ? '届数' : '年数')
  if (quantity.form === 'first')
    return `${before}${after}${raw.replace(/^[在于]/, '').replace(/^率先在(.+)$/, '$1率先')}`.slice(-60)
  if (quantity.unit === '届') return ended(`${before}${after}`, '届次')
  const subject = before.length < 2 ? subjectBefore(text, clause, []) : ''
  if (/平均|水平$/.test(raw) && quantity.form === 'benchmark' && !/居/.test(raw))
    return `${subject}${before}与平均水平比较`
  const scope = PLACED.exec(before)?.[1] ?? /全国|全省|全州|全市|全区|全县/.exec(raw)?.[0] ?? ''
  return ended(`${subject}${before.replace(PLACED, '')}${after}`, `${scope}位次`)
}

/** The subject of the clause before, for clauses that begin with 占, 达 or 比; behind its number where it ends in one. */
function subjectBefore(text: string, clause: Span, all: Quantity[]): string {
  if (!/[,;]/.test(text.charAt(clause.start - 1))) return ''
  let start = clause.start - 1
  while (start > 0 && !/[,。;!?\n]/.test(text.charAt(start - 1))) start--
  const before = text.slice(start, clause.start - 1)
  const last = within(all, start, clause.start).at(-1)
  const words =
    last && /^\p{Script=Han}/u.test(text.slice(last.end))
      ? text.slice(last.end, clause.start - 1)
      : (before.split(/分别|\d/)[0] ?? '')
  return strip(words)
}

function takesAfter(before: string, after: string): boolean {
  if (after === '' || /^[)”》]/.test(after)) return false
  return before.length < 2 || !/(?:数|率|额|量|例|比)$/.test(before)
}

function strip(words: string): string {
  return words.replace(LEADING, '').replace(TRAILING, '')
}

function suffixOf(quantity: Quantity, words: string): string {
  const unit = quantity.unit ?? ''
  if (unit === '%' || unit === '百分点' || unit === '千分点')
    return SHARE.test(words) ? '' : unit === '%' ? '占比' : '变化'
  if (unit === '元') return /(?:资金|贷款|额|金|款|价值|产值|收入|经费)$/.test(words) ? '' : '金额'
  return SUFFIX[unit] ?? '数'
}

/** Not longer than a name may be, and not ended twice: 参与人数 + 人数. */
function ended(words: string, suffix: string): string {
  const from = words.length > 40 ? words.slice(-40).search(/(?<=[、,“和])/) : 0
  const name = from > 0 ? words.slice(-40).slice(from) : words.slice(-40)
  if (suffix === '' || name.endsWith(suffix)) return name
  return suffix.endsWith('数') && name.endsWith(suffix.slice(0, -1)) && suffix.length > 1
    ? `${name}数`
    : `${name}${suffix}`
}
