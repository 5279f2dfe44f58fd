import type { Chapter } from '#language'
import { spell } from './number.ts'
import { clauses, type Clause, type Piece } from './template.ts'

/** Where in the review a figure is told: before the chapters, or in one of them. */
export type ReviewPlace = 'opening' | Chapter

/** A value declared from outside; `from` is missing where it stands at a day. In the unit figures are kept in (money in fen). */
export type ReviewAside = {
  readonly value: number
  readonly hedge: string
  readonly source: string
  readonly handle: string
  readonly from: string | null
  readonly to: string
}

/**
 * A figure ready to be written: `value` null when nothing was recorded. Opening and reported values stand apart. `slice` is ''
 * or `field=value`; the name of such a part is that of its value.
 */
export type ReviewFigure = {
  readonly key: string
  readonly slice: string
  readonly name: string
  /** The name by itself, outside a list of its likes: 宣讲场次（进村）. */
  readonly title: string
  readonly countUnit: string
  readonly kind: string
  readonly definition: string
  readonly version: number
  readonly place: ReviewPlace
  readonly programme: string
  readonly programmeName: string
  readonly handle: string
  readonly value: number | null
  readonly opening: readonly ReviewAside[]
  readonly reported: readonly ReviewAside[]
}

/** One sentence of the review: `[…]` parts are left out when a figure in them is missing; the sentence when one outside is. */
export type SentenceRule = { readonly id: string; readonly text: string }
export type ChapterRules = {
  readonly chapter: ReviewPlace
  readonly heading: string
  readonly parts: readonly {
    readonly id: string
    readonly heading: string
    readonly sentences: readonly SentenceRule[]
  }[]
}

export type Run = {
  readonly text: string
  readonly handle?: string
  readonly value?: number
  readonly mark?: 'opening' | 'reported'
}
export type Sentence = { readonly id: string; readonly runs: readonly Run[] }
/** A paragraph with its heading, '' where it has none. */
export type ReviewPart = { readonly heading: string; readonly sentences: readonly Sentence[] }
export type ReviewChapter = {
  readonly key: ReviewPlace
  readonly heading: string
  readonly parts: readonly ReviewPart[]
}

/** Words between figures; `opened` and `reported` come before a value from outside, `when` tells of when it was. */
export type Words = Readonly<
  Record<
    'also' | 'compared' | 'opened' | 'when' | 'recorded' | 'reported' | 'comma' | 'pause' | 'semicolon' | 'stop',
    string
  >
>

/**
 * The chapters of a five-year review (Annex D of the catalogue), each with the sentences for which figures exist: the
 * written ones first, then one line naming figures no sentence uses, then the comparison with opening figures. `when` writes
 * a period (or a day, without `from`) out.
 */
export function compose(
  rules: readonly ChapterRules[],
  figures: readonly ReviewFigure[],
  words: Words,
  when: When,
): ReviewChapter[] {
  const byKey = new Map(figures.map(each => [each.slice ? `${each.key}|${each.slice}` : each.key, each]))
  return rules.flatMap(({ chapter: key, heading, parts }) => {
    const told = new Set<string>()
    const written = parts.map(part => ({
      heading: part.heading,
      sentences: part.sentences.flatMap(rule => sentence(rule, byKey, words, told) ?? []),
    }))
    const own = figures.filter(each => each.place === key && each.slice === '')
    const all = figures.filter(each => each.place === key)
    const also = { heading: '', sentences: leftOver(all, told, words) }
    const compared = { heading: '', sentences: comparisons(own, told, words, when) }
    const present = [...written, also, compared].filter(part => part.sentences.length > 0)
    return present.length ? [{ key, heading, parts: present }] : []
  })
}

export type When = (from: string | null, to: string) => string
type Known = ReadonlyMap<string, ReviewFigure>

function sentence(rule: SentenceRule, byKey: Known, words: Words, told: Set<string>): Sentence | undefined {
  const all = clauses(rule.text)
  const kept = all.filter(clause => isTellable(clause, byKey))
  if (all.some(clause => !clause.optional && !kept.includes(clause))) return undefined
  const runs = kept.flatMap(clause => clause.pieces.flatMap(piece => runsOf(piece, byKey, words, told)))
  return { id: rule.id, runs }
}

const isTellable = (clause: Clause, byKey: Known) =>
  clause.pieces.every(piece =>
    'text' in piece
      ? true
      : 'figure' in piece
        ? said(byKey.get(piece.figure)) !== undefined
        : partsOf(piece.partsOf, byKey).length > 1,
  )

/** What a sentence says of a figure: its recorded value, or what a department supplies for one that no record makes. */
function said(figure: ReviewFigure | undefined): Run | undefined {
  if (!figure) return undefined
  const { value, countUnit, handle } = figure
  if (value) return { text: spell(value, countUnit), handle, value }
  const supplied = figure.kind === 'reported' ? figure.reported.at(-1) : undefined
  return supplied && aside(supplied, countUnit, 'reported')
}

const aside = (of: ReviewAside, countUnit: string, mark: 'opening' | 'reported'): Run => ({
  text: spell(of.value, countUnit, of.hedge),
  handle: of.handle,
  value: of.value,
  mark,
})

const partsOf = (prefix: string, byKey: Known): ReviewFigure[] =>
  [...byKey].flatMap(([name, figure]) => (name.startsWith(prefix) && figure.value ? [figure] : []))

function runsOf(piece: Piece, byKey: Known, words: Words, told: Set<string>): Run[] {
  if ('text' in piece) return [{ text: piece.text }]
  if ('partsOf' in piece) {
    told.add(piece.partsOf.split('|')[0] ?? '')
    const parts = partsOf(piece.partsOf, byKey)
    const between = parts.some(({ name }) => name.includes(words.comma)) ? words.pause : words.comma
    return parts.flatMap((each, i) => [
      { text: `${i ? between : ''}${each.name}` },
      ...[said(each)].flatMap(run => run ?? []),
    ])
  }
  told.add(piece.figure.split('|')[0] ?? '')
  return [said(byKey.get(piece.figure))].flatMap(run => run ?? [])
}

/**
 * Figures with a value that no sentence told are still told: nothing recorded is lost for want of a template. But for the whole of
 * one that only parts anew what was told already (亲子阅读基地 by level: the same 206).
 */
function leftOver(figures: readonly ReviewFigure[], told: ReadonlySet<string>, words: Words): Sentence[] {
  const again = ({ key, programme, countUnit, value }: ReviewFigure) => {
    const same = (each: ReviewFigure) =>
      told.has(each.key) && each.programme === programme && each.countUnit === countUnit && each.value === value
    return figures.some(each => each.key === key && each.slice) && figures.some(each => !each.slice && same(each))
  }
  const rest = figures.filter(each => each.slice === '' && !told.has(each.key) && said(each) && !again(each))
  return [...Map.groupBy(rest, each => each.programme)].map(([programme, those]) => ({
    id: `also.${programme}`,
    runs: [
      { text: `${those[0]?.programmeName ?? ''}${words.also}` },
      ...those.flatMap((each, i) => [
        { text: `${i ? words.comma : ''}${each.name}` },
        ...[said(each)].flatMap(run => run ?? []),
      ]),
      { text: words.stop },
    ],
  }))
}

/** Values from outside beside what was recorded: apart, marked, never added. One sentence for each figure that has some. */
function comparisons(
  figures: readonly ReviewFigure[],
  told: ReadonlySet<string>,
  words: Words,
  when: When,
): Sentence[] {
  const compared = figures.flatMap(each => {
    const supplied = told.has(each.key) && each.kind === 'reported' ? [] : each.reported
    return each.opening.length + supplied.length ? [{ each, supplied }] : []
  })
  const outside = (lead: string, value: ReviewAside, countUnit: string, mark: 'opening' | 'reported') => [
    { text: `${lead}${words.when.replace('{when}', when(value.from, value.to))}` },
    aside(value, countUnit, mark),
  ]
  return compared.map(({ each, supplied }, i): Sentence => {
    const recorded = each.value === null ? undefined : said(each)
    return {
      id: `compared.${each.key}`,
      runs: [
        { text: `${i ? '' : words.compared}${each.name}` },
        ...each.opening.flatMap(value => outside(words.opened, value, each.countUnit, 'opening')),
        ...supplied.flatMap(value => outside(words.reported, value, each.countUnit, 'reported')),
        ...(recorded ? [{ text: words.recorded }, recorded] : []),
        { text: i < compared.length - 1 ? words.semicolon : words.stop },
      ],
    }
  })
}
