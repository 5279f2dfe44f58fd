// For the tests: every indicator of the house with a value, as a review of a busy province would have it.
import { declaredSlices, type Programme } from '#language'
import { programmes } from '#programmes/all'
import { patternWords, wordsFor } from '#programmes/words'
import type { ReviewFigure } from './compose.ts'

/** A figure for every indicator and part that is declared; values are counted up from `first`, so that each is its own. */
export function inventedFigures(first = 1201): ReviewFigure[] {
  let value = first
  const next = () => (value += 7)
  const own = programmes.flatMap(programme => figuresOf(programme, next))
  return [...commonFigures(next), ...own]
}

function figuresOf(programme: Programme, next: () => number): ReviewFigure[] {
  const words = wordsFor(programme, 'zh')
  return Object.entries(programme.indicators).flatMap(([name, indicator]) =>
    ['', ...declaredSlices(programme, indicator)].map((slice): ReviewFigure => {
      const key = `${programme.id}.${name}`
      const [field = '', option = ''] = slice.split('=')
      const part = words.fields[field]?.options?.[option] ?? ''
      const { name: whole = name, definition = '' } = words.indicators[name] ?? {}
      const { kind, unit: countUnit, version } = indicator
      const handle = `${key}~${slice}`
      const supplied = {
        value: 81.4,
        hedge: 'none',
        source: '省统计局',
        handle: `.1~${key}`,
        from: null,
        to: '2025-12-31',
      }
      return {
        ...{ key, slice, kind, countUnit, version, definition, handle },
        name: slice ? part : whole,
        title: slice ? `${whole}（${part}）` : whole,
        place: programme.chapter,
        programme: programme.id,
        programmeName: words.name,
        value: kind === 'reported' ? null : countUnit === '%' ? 55.2 : next(),
        opening: [],
        reported: kind === 'reported' ? [supplied] : [],
      }
    }),
  )
}

/** What all programmes of one way of working share. */
function commonFigures(next: () => number): ReviewFigure[] {
  const patterns = new Map(programmes.map(({ pattern }) => [pattern.name, pattern]))
  return [...patterns.values()].flatMap(({ name: pattern, common }) => {
    const words = patternWords(pattern, 'zh')
    return Object.entries(common).map(([name, { kind, unit: countUnit, version }]): ReviewFigure => {
      const { name: title = name, definition = '' } = words.indicators[name] ?? {}
      const key = `${pattern}.${name}`
      return {
        ...{ key, slice: '', kind, countUnit, version, definition, handle: key, name: title, title, place: 'opening' },
        ...{ programme: pattern, programmeName: words.name, value: next(), opening: [], reported: [] },
      }
    })
  })
}
