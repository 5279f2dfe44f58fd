import { chapters, type Chapter } from '#language'
import { spell } from './number.ts'
import { clauses, type Piece } from './template.ts'

/** A figure ready to be written: `value` null when nothing was recorded. Opening and reported values stand apart. */
export type ReviewFigure = {
  readonly key: string
  readonly slice: string
  readonly name: string
  readonly countUnit: string
  readonly definition: string
  readonly version: number
  readonly chapter: Chapter
  readonly programme: string
  readonly programmeName: string
  readonly handle: string
  readonly value: number | null
  readonly opening: readonly { value: number; hedge: string; source: string; handle: string }[]
  readonly reported: readonly { value: number; source: string; handle: string }[]
}

/** One sentence of the review: `[…]` parts are left out when a figure in them is missing; the sentence when one outside is. */
export type SentenceRule = { readonly id: string; readonly chapter: Chapter; readonly text: string }

export type Run = { readonly text: string; readonly handle?: string; readonly mark?: 'opening' | 'reported' }
export type Sentence = { readonly id: string; readonly runs: readonly Run[] }
export type ReviewChapter = { readonly key: Chapter; readonly sentences: readonly Sentence[] }

/**
 * The chapters of a five-year review (Annex D of the catalogue), each with the sentences for which figures exist: the
 * written ones first, then one line naming figures no sentence uses, then the comparison with opening figures.
 */
export function compose(
  rules: readonly SentenceRule[],
  figures: readonly ReviewFigure[],
  words: Words,
): ReviewChapter[] {
  const byKey = new Map(figures.map(each => [each.slice ? `${each.key}|${each.slice}` : each.key, each]))
  return chapters.flatMap(key => {
    const told = new Set<string>()
    const written = rules.filter(rule => rule.chapter === key).flatMap(rule => sentence(rule, byKey, told) ?? [])
    const own = figures.filter(each => each.chapter === key && each.slice === '')
    const sentences = [...written, ...leftOver(own, told, words), ...openings(own, words)]
    return sentences.length ? [{ key, sentences }] : []
  })
}

export type Words = {
  readonly also: string
  readonly opening: string
  readonly nowRecorded: string
  readonly reported: string
  readonly comma: string
  readonly stop: string
}

function sentence(
  rule: SentenceRule,
  byKey: ReadonlyMap<string, ReviewFigure>,
  told: Set<string>,
): Sentence | undefined {
  const kept = clauses(rule.text).filter(clause =>
    clause.pieces.every(piece => 'text' in piece || hasValue(byKey.get(piece.figure))),
  )
  if (clauses(rule.text).some(clause => !clause.optional && !kept.some(each => each.text === clause.text)))
    return undefined
  const runs = kept.flatMap(clause => clause.pieces.map(piece => run(piece, byKey, told)))
  return { id: rule.id, runs }
}

const hasValue = (figure: ReviewFigure | undefined) =>
  figure?.value !== undefined && figure.value !== null && figure.value !== 0

function run(piece: Piece, byKey: ReadonlyMap<string, ReviewFigure>, told: Set<string>): Run {
  if ('text' in piece) return { text: piece.text }
  const figure = byKey.get(piece.figure)
  told.add(piece.figure)
  return { text: spell(figure?.value ?? 0, figure?.countUnit ?? ''), handle: figure?.handle ?? '' }
}

/** Figures with a value that no sentence told are still told: nothing recorded is lost for want of a template. */
function leftOver(figures: readonly ReviewFigure[], told: ReadonlySet<string>, words: Words): Sentence[] {
  const groups = new Map<string, ReviewFigure[]>()
  for (const each of figures) {
    if (told.has(each.key) || !hasValue(each)) continue
    groups.set(each.programme, [...(groups.get(each.programme) ?? []), each])
  }
  return [...groups].map(([programme, rest]) => ({
    id: `more.${programme}`,
    runs: [
      { text: `${rest[0]?.programmeName ?? ''}${words.also}` },
      ...rest.flatMap((each, i) => [
        { text: `${i ? words.comma : ''}${each.name}` },
        { text: spell(each.value ?? 0, each.countUnit), handle: each.handle },
      ]),
      { text: words.stop },
    ],
  }))
}

/** Opening figures beside what was recorded: apart, marked, never added. */
function openings(figures: readonly ReviewFigure[], words: Words): Sentence[] {
  return figures.flatMap(each =>
    [
      ...each.opening.map(value => ({ ...value, mark: 'opening' as const, lead: words.opening })),
      ...each.reported.map(value => ({ ...value, mark: 'reported' as const, lead: words.reported })),
    ].map(
      (aside, i): Sentence => ({
        id: `aside.${each.key}.${i}`,
        runs: [
          { text: `${each.name}${words.comma}${aside.lead}` },
          { text: spell(aside.value, each.countUnit), handle: aside.handle, mark: aside.mark },
          ...(each.value === null
            ? []
            : [{ text: words.nowRecorded }, { text: spell(each.value, each.countUnit), handle: each.handle }]),
          { text: words.stop },
        ],
      }),
    ),
  )
}
