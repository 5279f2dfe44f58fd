import type { Span } from './clauses.ts'
import type { FigureKind, Quantity } from './figure.ts'

const RATES = new Set(['%', '‰', '1/10万', '岁', '年'])
const CHANGES = new Set(['百分点', '千分点', '倍', '番'])
const STOCKS = new Set(['个', '家', '所', '处', '座', '间', '栋', '支', '项', '级', '种', '辆', '亩', '台', '张'])
const CHANGE = /(?:提高|提升|增长|上升|增加|下降|降低|减少|高出?|低|多|少|缩小|扩大)了?(?:近|约|超|超过)?$/
const TARGET = /力争|确保|要求|目标|任期内|明确$|到20\d\d年|每(?:年|月|季度|季|周|半年|学期)[^,。;]{0,6}$/
const BUILT = /建立|建成|设立|组建|成立|打造|建设|创建|共有|拥有|现有|壮大|建有|共建|形成|注册|组成|联系/
const POSTS =
  /主席|执委|委员|书记|主任|志愿者|队伍|成员|专家|讲师|宣讲团|小组长|律师|导师|代表|网格员|宣员|指导师|调解员|会员|配备|选配|任职|有效覆盖/
const EVENTS =
  /培训|举办|开展|帮扶|帮助|解决|救助|扶持|带动|资助|惠及|受益|服务|走访|参与|参加|在线|调解|调整|排查|发放|慰问|评选|选树|涌现|表彰|募集|争取|推动|赋能|引领|改造|获|送去/
const HONOURS = /红旗|文明岗|标兵|先进|荣誉|最美|品牌/

/**
 * What a figure is of. Ranks, firsts and years in a row are ordinal; shares are rates, unless the clause says by how
 * much something changed; a duty or a goal is a target; venues, organisations and posts stand at a day; the rest
 * happened in a period.
 */
export function kindOf(text: string, quantity: Quantity, clause: Span): FigureKind {
  const before = text.slice(clause.start, quantity.start)
  const words = text.slice(clause.start, clause.end)
  const unit = quantity.unit ?? ''
  if (['rank', 'first', 'years', 'benchmark'].includes(quantity.form)) return 'ordinal'
  if (quantity.form === 'coverage') return /^《|力争|确保|目标/.test(words) ? 'target' : 'rate'
  if (quantity.form === 'title') return /入选|获评|荣获|评为/.test(before) ? 'ordinal' : 'flow'
  if (quantity.form === 'structure') return 'level'
  if (CHANGES.has(unit) || (RATES.has(unit) && CHANGE.test(before))) return 'change'
  if (isDuty(quantity, before)) return 'target'
  if (unit === '岁' || unit === '年') return 'level'
  if (RATES.has(unit)) return 'rate'
  if (/新增|新建|新注册|新成立/.test(before)) return 'flow'
  if (unit === '元') return /保额|余额|注册资本|基金规模/.test(words) ? 'level' : 'flow'
  if (unit === '人') return POSTS.test(words) && !EVENTS.test(words) ? 'level' : 'flow'
  if (unit === '户') return /建成|现有|共有|示范户/.test(words) ? 'level' : 'flow'
  if (!STOCKS.has(unit)) return 'flow'
  return BUILT.test(words) || !(EVENTS.test(words) || HONOURS.test(words)) ? 'level' : 'flow'
}

function isDuty(quantity: Quantity, before: string): boolean {
  if (quantity.unit === '届' || (quantity.bound !== null && !quantity.approx)) return true
  return TARGET.test(before) && (quantity.value ?? 0) <= 100
}
