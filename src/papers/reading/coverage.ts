import type { Quantity } from './figure.ts'

/** What 全部 must stand before to say that all of something was done. */
const DONE =
  '达标|完成|配齐|建立|建成|建有|改建|成立|设立|培养|纳入|进入|进|实现|达到|覆盖|办结|开通|联网|换届|配备|接入|脱贫|入|上岗|通过|落实到位|挂牌|投用|投入使用|兑现|转为|加入|当选'
const REFORM = '改革|改建|换届|建设|建成|改造|配备|组建|建会|整合|入驻|联网|规范化'

/**
 * Statements that say all without a digit, each worth 100 %: 实现全覆盖, 全部达标, 全面完成…改革, 全面配齐, 实现应建尽建.
 * Two works completed by one verb (全面完成…改建和…建设) are two figures. 全覆盖 beside a printed per cent repeats it.
 */
export function findCoverage(text: string): Quantity[] {
  const found: Quantity[] = []
  const add = (start: number, length: number): void => {
    if (found.some(one => start < one.end && one.start < start + length && one.start !== start)) return
    found.push({ start, end: start + length, value: 100, unit: '%', approx: false, bound: null, form: 'coverage' })
  }
  for (const match of text.matchAll(/(?:全覆盖|全面覆盖|全员覆盖|全域覆盖|满覆盖)(?!率|面)/g)) {
    if (!/%的?$/.test(text.slice(0, match.index))) add(match.index, match[0].length)
  }
  for (const match of text.matchAll(new RegExp(`(?<!不是)(?:已)?全部(?:(?:${DONE})|(?=(?:按[^,。;]{0,6})?(?:${DONE})))`, 'g'))) {
    add(match.index, match[0].length)
  }
  for (const match of text.matchAll(/(?:全面|全部|均已|全员)配齐|(?:全面|圆满|如期|顺利|高质量|率先全面)完成了?/g)) {
    const works = /配齐/.test(match[0]) ? 1 : worksDone(text.slice(match.index + match[0].length))
    for (let work = 0; work < works; work++) add(match.index, match[0].length)
  }
  for (const match of text.matchAll(/(?<=实现|做到|基本|全面|达到)了?(应[建检保救帮联享助接办调配访训]尽\p{Script=Han})(?!的?(?:全覆盖|、))/gu)) {
    add(match.index, match[0].length)
  }
  return found
}

/** How many works the object of 完成 names: each part of it joined by 和 that ends in a work of reform. */
function worksDone(after: string): number {
  const object = /^[^,。;!?\n、]*/.exec(after)?.[0] ?? ''
  if (/\d/.test(object)) return 0
  return object.split(/和|及|以及/).filter(part => new RegExp(REFORM).test(part)).length
}
