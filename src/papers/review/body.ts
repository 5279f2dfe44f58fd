import { levelName } from '#language'
import { chapterRules, reviewFrame } from './sentences.ts'
import { compose, type ReviewChapter, type ReviewFigure, type Run } from './compose.ts'
import { dayInWords, momentInWords, periodInWords, yearsOf } from './dates.ts'
import { spell } from './number.ts'
import { chineseNumber } from './numeral.ts'

/** A number in a table cell with its handle, or words. */
export type BoundCell = { readonly text: string; readonly handle?: string; readonly value?: number }
export type BoundTable = {
  readonly heads: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly BoundCell[] }[]
}
export type ReviewChart = {
  readonly chapter: string
  readonly name: string
  readonly unit: string
  readonly years: readonly string[]
  readonly values: readonly (number | null)[]
}
/** A number of the text as the annex of sources tells it. */
export type ReviewSource = {
  readonly key: string
  readonly slice: string
  readonly name: string
  readonly text: string
  readonly handle: string
  readonly value: number
  readonly countUnit: string
  readonly version: number
  readonly mark?: 'opening' | 'reported'
  readonly meaning: string
  readonly origin: string
}

/** What is known of a unit and a period, ready to be written. `asOf` in milliseconds. */
export type Collected = {
  readonly asOf: number
  readonly from: string
  readonly to: string
  readonly today: string
  readonly title?: string | undefined
  readonly unit: { readonly name: string; readonly signature: string; readonly level: number }
  readonly figures: readonly ReviewFigure[]
  readonly units: BoundTable | null
  readonly years: BoundTable | null
  readonly charts: readonly ReviewChart[]
}

/** A review as it is kept: words and numbers as written, each with its handle. Plain JSON. */
export type ReviewBody = {
  readonly asOf: number
  readonly title: string
  readonly period: string
  readonly opening: readonly string[]
  readonly chapters: readonly ReviewChapter[]
  readonly closing: readonly string[]
  readonly signature: string
  readonly date: string
  readonly units: BoundTable | null
  readonly years: BoundTable | null
  readonly charts: readonly ReviewChart[]
  readonly sources: readonly ReviewSource[]
}

/** Writes the review: chapters chosen by what exists, frame and annexes. */
export function writeBody(collected: Collected): ReviewBody {
  const { asOf, from, to, today, unit, figures } = collected
  const { name, signature } = unit
  const chapters = compose(chapterRules, figures, reviewFrame, whenInWords)
  const marks = new Set(chapters.flatMap(runsIn).flatMap(run => run.mark ?? []))
  const values = { unit: name, area: areaOf(unit), period: whenInWords(from, to) }
  const years = yearsOf(from, to)
  return {
    asOf,
    title:
      collected.title ?? filled(reviewFrame.title, { unit: name, years: years ? `${chineseNumber(years)}年` : '' }),
    period: values.period,
    opening: [
      ...reviewFrame.opening.map(text => filled(text, values)),
      [
        reviewFrame.marks,
        ...(marks.has('opening') ? [reviewFrame.openingMark] : []),
        ...(marks.has('reported') ? [reviewFrame.reportedMark] : []),
      ].join(''),
    ],
    chapters,
    closing: reviewFrame.closing.map(text => filled(text, values)),
    signature,
    date: dayInWords(today),
    units: collected.units,
    years: collected.years,
    charts: collected.charts.filter(chart => chapters.some(({ key }) => key === chart.chapter)),
    sources: sourcesOf(chapters, figures),
  }
}

const whenInWords = (from: string | null, to: string): string =>
  from === null ? dayInWords(to) : filled(reviewFrame.period, periodInWords(from, to))

/** Every run of a chapter in order. */
export const runsIn = ({ parts }: ReviewChapter): Run[] =>
  parts.flatMap(part => part.sentences.flatMap(({ runs }) => [...runs]))

/** Puts values into a text's {places}. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

/** The moment a review was written at, as its annex tells it. */
export const asOfText = (body: ReviewBody): string => momentInWords(body.asOf)

/** 全省, 全州, 全县, 全社区 … from the unit's own name. */
function areaOf({ name, level }: Collected['unit']): string {
  const last = /(?:街道|社区|[省市区州盟县旗乡镇村])(?=妇联$)/.exec(name)?.[0]
  if (levelName(level) === 'side') return '所联系的'
  return last ? `全${last}` : '当地'
}

/** One line for each number of the text, in the order it is first told. */
function sourcesOf(chapters: readonly ReviewChapter[], figures: readonly ReviewFigure[]): ReviewSource[] {
  const told = new Map(chapters.flatMap(runsIn).flatMap(run => (run.handle ? [[run.handle, run] as const] : [])))
  const known = figures.flatMap(figure => [
    { figure, handle: figure.handle, source: '' },
    ...[...figure.opening, ...figure.reported].map(({ handle, source }) => ({ figure, handle, source })),
  ])
  const byHandle = new Map(known.map(each => [each.handle, each]))
  const names = clearNames(figures)
  return [...told].flatMap(([handle, { text, value = 0, mark }]) => {
    const found = byHandle.get(handle)
    if (!found) return []
    const { key, slice, countUnit, version, definition } = found.figure
    const name = names.get(found.figure) ?? ''
    const meaning = `${definition}${filled(reviewFrame.version, { no: chineseNumber(version) })}`
    const origin = filled(reviewFrame.origins[mark ?? 'recorded'], { source: found.source })
    return [{ key, slice, name, text, handle, value, countUnit, version, ...(mark && { mark }), meaning, origin }]
  })
}

/** Names that stand by themselves: where several programmes call a figure alike, the programme's name goes in front. */
export function clearNames(figures: readonly ReviewFigure[]): Map<ReviewFigure, string> {
  const alike = Map.groupBy(figures, each => each.title)
  return new Map(
    figures.map(each => {
      const several = new Set(alike.get(each.title)?.map(({ programme }) => programme)).size > 1
      return [each, several ? `${each.programmeName}　${each.title}` : each.title]
    }),
  )
}

/** A number in a table whose unit stands in the head of its row or column. */
export const bare = (value: number, unit: string): string =>
  ['%', '1/10万', '元'].includes(unit) ? spell(value, unit) : spell(value, '')
