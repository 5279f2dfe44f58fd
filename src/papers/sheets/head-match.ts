import { choiceOf } from './choice-text.ts'
import { headName } from './head-names.ts'
import { alike } from './plain-text.ts'
import type { TargetField } from './sheet.ts'

// What such a column is called when it is called nothing in particular.
const USUAL: Partial<Record<TargetField['type'], readonly string[]>> = {
  day: ['日期', '时间', '年月日', '活动时间', '活动日期', '开展时间', '开展日期', '举办时间', '举办日期', '何时'],
  unit: [
    '单位',
    '组织',
    '所在单位',
    '填报单位',
    '主办单位',
    '乡镇',
    '乡镇街道',
    '街道',
    '村社区',
    '村',
    '社区',
    '所属妇联',
  ],
  people: ['姓名', '名单', '人员名单', '参加人员', '名字'],
  person: ['姓名', '名单', '人员名单', '名字'],
}
const TOTALS = /^(?:合计|小计|总计|总数|共计|计|总人数|人数|数量|总)$/

/**
 * How well a column's heads (top to bottom) name a field, 0–1. Under a group (参加人数 over 合计, 男, 女) the last head decides
 * by itself; only a total stands for its group.
 */
export function matchHead(parts: readonly string[], field: TargetField): number {
  const names = parts.map(headName).filter((name, at, all) => name !== '' && name !== all[at - 1])
  const last = names.at(-1)
  if (!last) return 0
  const group = names.slice(0, -1)
  const joined = names.join('')
  const own = [field.label, ...field.synonyms].map(headName)
  let best = 0
  for (const [at, name] of own.entries()) {
    const full = at === 0 ? 1 : 0.97
    if (name === joined || (group.length === 0 && name === last)) best = Math.max(best, full)
    else if (group.length > 0 && name === last) best = Math.max(best, full - 0.05)
    else if (group.length > 0 && TOTALS.test(last) && group.some(part => headSimilar(part, name) > 0.8))
      best = Math.max(best, full - 0.08)
    else if (group.length > 0 && TOTALS.test(last)) continue
    else best = Math.max(best, 0.95 * headSimilar(last, name))
  }
  if (group.length === 0 || !TOTALS.test(last))
    for (const name of USUAL[field.type] ?? [])
      best = Math.max(best, name === last ? 0.7 : 0.7 * headSimilar(last, name))
  return best
}

/** How much two head names are one, 0–1: the same, one within the other, or alike by pairs of letters. */
export function headSimilar(head: string, name: string): number {
  if (head === name) return 1
  if (head.length < 2 || name.length < 2) return 0
  if (head.includes(name)) return 0.5 + (0.45 * name.length) / head.length
  if (name.includes(head)) return 0.45 + (0.45 * head.length) / name.length
  const pairs = alike(head, name)
  return pairs >= 0.5 ? 0.7 * pairs : 0
}

/** How well the groups over a column name a field, 0–1; 0 when there is no group. */
export function headMatchedGroup(parts: readonly string[], field: TargetField): number {
  const own = [field.label, ...field.synonyms, ...(USUAL[field.type] ?? [])].map(headName)
  let best = 0
  for (const part of parts.slice(0, -1))
    for (const name of own) best = Math.max(best, headSimilar(headName(part), name))
  return best
}

const DAY_PARTS: Record<string, 'year' | 'month' | 'day'> = {
  年: 'year',
  年份: 'year',
  月: 'month',
  月份: 'month',
  日: 'day',
  号: 'day',
}

/** Which part of a day a column holds by its last head. */
export const dayPart = (parts: readonly string[]): 'year' | 'month' | 'day' | null =>
  DAY_PARTS[headName(parts.at(-1) ?? '')] ?? null

/** 男 or 女 by its last head. */
export function sexOf(parts: readonly string[]): 'men' | 'women' | null {
  const name = headName(parts.at(-1) ?? '').replace(/^其中|[性士]$|人数$/g, '')
  return name === '男' ? 'men' : name === '女' || name === '妇女' ? 'women' : null
}

/** How sure a column under a group is one of several that make the field: 月 under 日期, 女 under 人数, a choice to tick. 0–1. */
export function matchPart(parts: readonly string[], field: TargetField): number {
  if (parts.length < 2 || headMatchedGroup(parts, field) < 0.5) return 0
  if (field.type === 'day') return dayPart(parts) ? 0.85 : 0
  if (field.type === 'number') return sexOf(parts) && headMatchedGroup(parts, field) >= 0.8 ? 0.7 : 0
  if (field.type === 'choices') return choiceOf(parts.at(-1) ?? '', field.choices ?? [])?.sure ? 0.8 : 0
  return 0
}
