import { claim } from './claim.ts'
import type { Quantity } from './figure.ts'
import { hanValue } from './numerals.ts'

const FEW = '一二两三四五六七八九十'
const POSTS = /(?:(?:\d{1,3}|[一二两三四五六七八九十]{1,3})名?[正副专兼挂]){2,}/g
const CHANNELS = new RegExp(`(?:[${FEW}]|\\d)(?:网站?|微|端|号|刊|报|抖|站|屏|视频?|台|群|播|图)`, 'g')
const CHANNEL_ROW = new RegExp(
  `(?:(?:[${FEW}]|\\d)(?:网站?|微|端|号|刊|报|抖|站|屏|视频?|台|群|播|图|多)[、]?){2,}`,
  'g',
)
const LEVELS =
  /(?<![国家第省\d.])([两三四五六七]|\d)级(?!跳|地震|大风|别|甲|乙|以上|及以上|心理|咨询|建造|教师|响应|标准|职称|文物|残疾|伤残|医院|公务|军士|风险|裁判|保育|公证|律师|烹|技师|工|调研|主任|巡视|高级|警)/g
const BEST =
  /(?<![二三四五六七八九\d])十(?:佳|大|优|强|美|最美)(?!学|会|家|型|量|以来|精神|报告|召开|胜利|代表|期间|提出|关系|开幕|闭幕|[,。、;”])/g
const PROGRAMMES = /([三四五六七八九])大(行动|工程|计划|品牌|活动|案例|项目|平台|服务|专项|体系|载体)/g
const FORMS = /(?<=([^,。;]{2,30}))([二三四五六])([\p{Script=Han}])(?=联动|合一|融合|并举|齐发)/gu

/**
 * Counts that are built into a name or a structure: 1正2副4兼1挂 (人), 一网两微三号一端 (个), 三级 and 五级 (级),
 * 十佳 and 十大 (个; 案例 in 件), 四大行动 (个), 实体+流动+线上三展联动 (种).
 */
export function findStructures(text: string): Quantity[] {
  const claims = new Uint8Array(text.length)
  const found: Quantity[] = []
  const add = (start: number, end: number, value: number | null, unit: string, form: 'structure' | 'title'): void => {
    if (value === null || !claim(claims, start, end)) return
    found.push({ start, end, value, unit, approx: false, bound: null, form })
  }
  for (const match of text.matchAll(POSTS)) {
    for (const post of match[0].matchAll(/(\d{1,3}|[一二两三四五六七八九十]{1,3})名?[正副专兼挂]/g)) {
      const start = match.index + post.index
      add(start, start + post[0].length, numberOf(post[1] ?? ''), '人', 'structure')
    }
  }
  for (const match of text.matchAll(CHANNEL_ROW)) {
    for (const channel of match[0].matchAll(CHANNELS)) {
      const start = match.index + channel.index
      add(start, start + channel[0].length, numberOf(channel[0].charAt(0)), '个', 'structure')
    }
  }
  for (const match of text.matchAll(LEVELS)) {
    add(match.index, match.index + match[0].length, numberOf(match[1] ?? ''), '级', 'structure')
  }
  for (const match of text.matchAll(FORMS)) {
    const parts = (match[1] ?? '').split(/\+/).length
    if (parts === numberOf(match[2] ?? '')) add(match.index, match.index + match[0].length, parts, '种', 'structure')
  }
  for (const match of text.matchAll(BEST)) {
    const end = match.index + match[0].length
    if (!isTitleOfCounted(text, end)) add(match.index, end, 10, unitOfBest(text, end), 'title')
  }
  for (const match of text.matchAll(PROGRAMMES)) {
    add(match.index, match.index + match[0].length, numberOf(match[1] ?? ''), '个', 'title')
  }
  return found
}

/** 十佳兵妈妈70名: the printed count says how many, the ten is the name of the title. */
function isTitleOfCounted(text: string, end: number): boolean {
  return /^[^,。;!?\n、》]{0,14}?\d[\d,.]*[余多]?[万千百]?[余多]?[名个户人家位篇件项对]/.test(text.slice(end))
}

function unitOfBest(text: string, end: number): string {
  const noun = /^[^,。;、!?\n”》]{0,12}/.exec(text.slice(end))?.[0] ?? ''
  return text.charAt(end - 1) === '大' && /案例|实事|新闻|事件|案件/.test(noun) ? '件' : '个'
}

function numberOf(word: string): number | null {
  return /^\d+$/.test(word) ? Number(word) : hanValue(word)
}
