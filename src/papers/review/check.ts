import type { BoundParagraph } from './bound.ts'
import { spell } from './number.ts'

export type NowFigure = {
  readonly handle: string
  readonly name: string
  readonly value: number | null
  readonly unit: string
}
export type Finding = {
  readonly kind: 'unbound' | 'stale' | 'unit' | 'twice' | 'sum'
  readonly sentence: string
  readonly number: string
  readonly handle: string | null
  readonly now: string | null
}

/**
 * Goes through an edited copy: numbers bound to nothing, numbers that are no longer what their handle says, 人 where the
 * handle counts 人次, one handle written two ways, shares that add up to more than 100. `handleOf` reads the handle out of an
 * address (undefined for an address that is not ours); `now` is what each handle says at this moment.
 */
export function checkReview(
  paragraphs: readonly BoundParagraph[],
  handleOf: (target: string) => string | undefined,
  now: ReadonlyMap<string, NowFigure>,
): Finding[] {
  const written = new Map<string, string>()
  const findings: Finding[] = []
  for (const paragraph of paragraphs) {
    for (const { text, start, target } of numbersIn(paragraph)) {
      const sentence = sentenceAround(paragraph.text, start)
      const handle = target === undefined ? undefined : handleOf(target)
      if (!handle) {
        findings.push({ kind: 'unbound', sentence, number: text, handle: null, now: null })
        continue
      }
      const figure = now.get(handle)
      const said = withUnit(paragraph.text, start, text)
      const right = figure?.value === null || figure === undefined ? null : spell(figure.value, figure.unit)
      const plain = said.replace(/[○□\s]/g, '')
      if (figure && /人次$/.test(figure.unit) && /人(?!次)/.test(said))
        findings.push({ kind: 'unit', sentence, number: plain, handle, now: right })
      else if (right !== null && digits(plain) !== digits(right))
        findings.push({ kind: 'stale', sentence, number: plain, handle, now: right })
      const before = written.get(handle)
      if (before !== undefined && digits(before) !== digits(plain))
        findings.push({ kind: 'twice', sentence, number: plain, handle, now: before })
      written.set(handle, plain)
    }
    findings.push(...shares(paragraph.text))
  }
  return findings
}

type Found = { text: string; start: number; target?: string }

/** Numbers of a paragraph outside dates and numbering, each with the link it stands in. */
export function numbersIn(paragraph: BoundParagraph): Found[] {
  const spans = silent(paragraph.text)
  const found: Found[] = []
  let at = 0
  const bounds = paragraph.runs.map(run => {
    const span = { from: at, to: at + run.text.length, target: run.target }
    at = span.to
    return span
  })
  for (const match of paragraph.text.matchAll(number)) {
    const start = match.index
    if (spans.some(([from, to]) => start >= from && start < to)) continue
    const target = bounds.find(span => start >= span.from && start < span.to)?.target
    found.push({ text: match[0], start, ...(target ? { target } : {}) })
  }
  return found
}

const number = /[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?\s*(?:[余多近]?[万亿]|%|‰|个百分点)?/g

/** Dates, years, spans, clock times, document numbers 〔2026〕5号, numbering at the head of a paragraph, lone footnote marks. */
function silent(text: string): [number, number][] {
  const kinds = [
    /[0-9０-９]{4}年(?:[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?)?/g,
    /[0-9０-９]{1,2}月[0-9０-９]{1,2}日/g,
    /[0-9０-９]{1,2}月(?!\S*个)/g,
    /[0-9０-９]{4}\s*[—–-]\s*[0-9０-９]{4}(?:年)?/g,
    /[0-9]{1,2}[:：][0-9]{2}/g,
    /〔[0-9]{4}〕[0-9]+号/g,
    /^[\s　]*[（(]?[0-9０-９]{1,2}[)）.．、]/g,
    /^[0-9]{4}$/g,
  ]
  return kinds.flatMap(kind =>
    Array.from(text.matchAll(kind), match => [match.index, match.index + match[0].length] as [number, number]),
  )
}

const withUnit = (text: string, start: number, found: string) => {
  const rest = text.slice(start + found.length)
  return found + (/^(?:余|多)?(?:人次|户次|场次|人|户|场|期|件|个|所|家|对|元|篇|项|名|位)?/.exec(rest)?.[0] ?? '')
}

const digits = (text: string) => text.replace(/[,，\s]/g, '').replace(/[^0-9.万亿%]/g, '')

function sentenceAround(text: string, at: number): string {
  const from = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('；', at - 1)) + 1
  const ends = ['。', '；'].map(mark => text.indexOf(mark, at)).filter(index => index >= 0)
  return text.slice(from, ends.length ? Math.min(...ends) + 1 : undefined).trim()
}

/** 分别占 48%、33%、20%: shares of one whole that add up to something else than 100. */
function shares(text: string): Finding[] {
  return Array.from(text.matchAll(/分别占([^。；]*)/g)).flatMap(match => {
    const parts = Array.from((match[1] ?? '').matchAll(/(\d+(?:\.\d+)?)%/g), part => Number(part[1]))
    const total = parts.reduce((sum, part) => sum + part, 0)
    if (parts.length < 2 || Math.abs(total - 100) < 0.05 || total < 90) return []
    return [
      {
        kind: 'sum' as const,
        sentence: sentenceAround(text, match.index),
        number: `${Math.round(total * 100) / 100}%`,
        handle: null,
        now: '100%',
      },
    ]
  })
}
