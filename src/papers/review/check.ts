import { findQuantities } from '../reading/read.ts'
import { linesOf } from '../reading/breaks.ts'
import type { BoundParagraph } from './bound.ts'
import type { Finding } from './finding.ts'
import { spell } from './number.ts'
import { readSaid, says, type Said } from './said.ts'
import { shares } from './shares.ts'
import { sentenceAround } from './sentence-around.ts'

export type NowFigure = {
  readonly handle: string
  readonly name: string
  readonly value: number | null
  readonly unit: string
}
/**
 * Goes through an edited copy: numbers bound to nothing (also those written in Chinese: 两万余人), numbers that are no longer what
 * their handle says, one thing told in two numbers, 人 where the handle counts 人次, shares that add up to something else than 100.
 * `handleOf` reads the handle out of an address (undefined for an address that is not ours); `now` is what each handle says at
 * this moment, those of one figure under one `handle`. A number rounded with its hedge (3.8万余场 for 38,464) is right.
 */
export function checkReview(
  paragraphs: readonly BoundParagraph[],
  handleOf: (target: string) => string | undefined,
  now: ReadonlyMap<string, NowFigure>,
): Finding[] {
  const written = paragraphs.map(paragraph =>
    numbersIn(paragraph).map((found): Written => {
      const handle = found.target === undefined ? undefined : handleOf(found.target)
      const number = withUnit(paragraph.text, found.start, found.text)
      const before = paragraph.text.slice(Math.max(0, found.start - 2), found.start)
      const figure = handle === undefined ? undefined : now.get(handle)
      return {
        number,
        said: readSaid(number, before),
        sentence: sentenceAround(paragraph.text, found.start),
        handle,
        figure,
      }
    }),
  )
  const told = Map.groupBy(written.flat(), ({ handle, figure }) => figure?.handle ?? handle)
  return paragraphs.flatMap((paragraph, i) => [
    ...(written[i] ?? []).flatMap(each => about(each, told.get(each.figure?.handle ?? each.handle) ?? [])),
    ...inChinese(paragraph),
    ...shares(paragraph.text),
  ])
}

/** A number of the copy: how it was written, where, and what it is bound to. */
type Written = {
  readonly number: string
  readonly said: Said
  readonly sentence: string
  readonly handle: string | undefined
  readonly figure: NowFigure | undefined
}

function about({ number, said, sentence, handle, figure }: Written, alike: readonly Written[]): Finding[] {
  if (!handle) return [{ kind: 'unbound', sentence, number, handle: null, now: null }]
  const value = figure ? worth(figure) : null
  const right = figure?.value == null ? null : spell(figure.value, figure.unit)
  const finding = (kind: Finding['kind']): Finding[] => [{ kind, sentence, number, handle, now: right }]
  if (figure && figure.unit.endsWith('人次') && /人(?!次)/.test(number)) return finding('unit')
  if (value !== null && says(said, value)) return []
  return finding(alike.some(other => other.said.value !== said.value) ? 'twice' : 'stale')
}

/** What the digits before the unit must be worth: yuan for money kept in fen. */
const worth = ({ value, unit }: NowFigure) =>
  value === null ? null : unit === '元' ? value / 100 : Math.round(value * 100) / 100

type Found = { text: string; start: number; target?: string }

/** Numbers of a paragraph outside dates and numbering, each with the link it stands in. */
export function numbersIn(paragraph: BoundParagraph): Found[] {
  const spans = silent(paragraph.text)
  const bounds = boundsOf(paragraph)
  const found: Found[] = []
  for (const match of paragraph.text.matchAll(number)) {
    const start = match.index
    if (spans.some(([from, to]) => start >= from && start < to)) continue
    const target = bounds.find(span => start >= span.from && start < span.to)?.target
    found.push({ text: match[0], start, ...(target ? { target } : {}) })
  }
  return found
}

function boundsOf({ runs }: BoundParagraph) {
  let at = 0
  return runs.map(({ text, target }) => {
    const from = at
    at += text.length
    return { from, to: at, target }
  })
}

const number = /[0-9０-９][0-9０-９,，]*(?<![,，])(?:[.．][0-9０-９]+)?\s*(?:[余多近]?[万亿]|%|‰|个百分点|\/10万)?/g

/** Dates, years, spans, clock times, document numbers 〔2026〕5号, numbering at the head of a paragraph, lone footnote marks. */
function silent(text: string): [number, number][] {
  const kinds = [
    /[0-9０-９]{4}年(?:[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?)?/g,
    /[0-9０-９]{1,2}月[0-9０-９]{1,2}日/g,
    /[0-9０-９]{1,2}月(?!\S*个)/g,
    /[0-9０-９]{4}\s*[—–-]\s*[0-9０-９]{4}(?:年)?/g,
    /[0-9]{1,2}[:：][0-9]{2}/g,
    /〔[0-9]{4}〕[0-9]+号/g,
    /^[\s　]*[（(]?[0-9０-９]{1,2}[)）.．、](?![0-9])/g,
    /^[0-9]{4}$/g,
  ]
  return kinds.flatMap(kind =>
    Array.from(text.matchAll(kind), match => [match.index, match.index + match[0].length] as [number, number]),
  )
}

/** Quantities written in Chinese (两万余人) outside every link. */
function inChinese(paragraph: BoundParagraph): Finding[] {
  const { text } = paragraph
  const bound = boundsOf(paragraph).filter(({ target }) => target)
  return findQuantities(text, linesOf(text)).flatMap(({ start, end, value, form }) => {
    const words = text.slice(start, end)
    const loose = value !== null && value > 20 && form === 'count' && !/[0-9０-９]/.test(words)
    if (!loose || bound.some(span => span.from < end && span.to > start)) return []
    return [{ kind: 'unbound', sentence: sentenceAround(text, start), number: words, handle: null, now: null }]
  })
}

/** The number with the word it counts by. */
function withUnit(text: string, start: number, found: string): string {
  const rest = text.slice(start + found.length)
  const unit = /^(?:余|多)?(?:人次|户次|场次|人|户|场|期|次|件|个|所|家|对|元|篇|项|名|位|岁)?/.exec(rest)?.[0] ?? ''
  return `${found}${unit}`.replace(/\s/g, '')
}
