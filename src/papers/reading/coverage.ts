import { claim } from './claim.ts'
import type { Span } from './clauses.ts'
import type { Quantity } from './figure.ts'

/** What 全部 must stand before to say that all of something was done. */
const DONE = [
  '达标|完成|配齐|配备|建立|建成|建有|改建|成立|设立|培养|纳入|进入|进|入|实现|达到|覆盖|办结|开通|联网|换届|接入',
  '脱贫|上岗|通过|落实到位|挂牌|投用|投入使用|兑现|转为|加入|当选',
].join('|')
const ALL_DONE = new RegExp(
  `(?<!不是)全部(?:(?:提前|如期|按期)?(?:达标|达到目标)|(?=(?:提前|如期|按[^,。;]{0,6})?(?:${DONE})))`,
  'g',
)
const COVERED = /(?:全覆盖|全面覆盖|全员覆盖|全域覆盖|满覆盖)(?!率|面)/g
const COMPLETED = /(?:全面|圆满|如期|顺利|高质量)完成了?/g
const FILLED = /(?:全面|全部|均已|全员)配齐/g
const AS_DUE = /(?<=实现|做到|基本|达到)了?(应[建检保救帮联享助接办调配访训]尽\p{Script=Han})(?!的?(?:全覆盖|、))/gu
const REFORM = /改革|改建|换届|建设|建成|改造|配备|组建|建会|整合|入驻|联网|规范化/

/**
 * Statements that say all without a digit, each worth 100 %: 实现全覆盖, 全部达标, 全面完成…改革, 全面配齐, 实现应建尽建.
 * Two works completed by one verb (全面完成…改建和…建设) are two figures. 全覆盖 beside a printed per cent repeats it.
 */
export function findCoverage(text: string): Quantity[] {
  const claims = new Uint8Array(text.length)
  const found: Quantity[] = []
  for (const pattern of [COVERED, ALL_DONE, FILLED, AS_DUE]) {
    for (const match of text.matchAll(pattern)) {
      const repeats = pattern === COVERED && /%的?$/.test(text.slice(Math.max(0, match.index - 2), match.index))
      const end = match.index + match[0].length
      if (!repeats && claim(claims, match.index, end)) found.push(allOf(match.index, end))
    }
  }
  for (const match of text.matchAll(COMPLETED)) {
    const end = match.index + match[0].length
    for (const about of worksDone(text, end)) found.push({ ...allOf(match.index, end), about })
  }
  return found
}

/** The works that the object of 完成 names: each part of it joined by 和 that speaks of reform or building. */
function worksDone(text: string, from: number): Span[] {
  const object = /^[^,。;!?\n、]*/.exec(text.slice(from, from + 80))?.[0] ?? ''
  if (/\d/.test(object)) return []
  const works: Span[] = []
  let start = from
  for (const part of object.split(/(以及|和|及)/)) {
    if (REFORM.test(part)) works.push({ start, end: start + part.length })
    start += part.length
  }
  return works
}

function allOf(start: number, end: number): Quantity {
  return { start, end, value: 100, unit: '%', approx: false, bound: null, form: 'coverage' }
}
