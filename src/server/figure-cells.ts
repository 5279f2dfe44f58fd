import { programmes } from '#programmes/all'
import type { FigureCell } from '#views/cells'
import { figureName, indicatorBook, type IndicatorWords } from '#views/figure-words'
import type { Language } from '#views/house-words'

const books = new Map<Language, ReadonlyMap<string, IndicatorWords>>()

/** Every indicator in words; kept, as they change with a release only. */
export function indicatorWords(language: Language): ReadonlyMap<string, IndicatorWords> {
  const book = books.get(language) ?? indicatorBook(programmes, language)
  books.set(language, book)
  return book
}

const aside = ({ value, hedge, source, handle }: FigureCell['opening'][number]) => ({ value, hedge, source, handle })

/** A cell as the contract says it. */
export function told(cell: FigureCell, words: ReadonlyMap<string, IndicatorWords>) {
  const { indicator, slice, countUnit, handle, recorded, hidden, top, bottom } = cell
  return {
    indicator,
    slice,
    countUnit,
    handle,
    recorded,
    hidden,
    top,
    bottom,
    name: figureName(words, indicator, slice),
    unnamed: null,
    opening: cell.opening.map(aside),
    reported: cell.reported.map(aside),
  }
}

/** An opening figure or a department's value by itself: nothing is recorded, it stands beside. */
export function toldStatement(
  handle: string,
  fields: Record<string, unknown>,
  words: ReadonlyMap<string, IndicatorWords>,
) {
  const text = (name: string) => String(fields[name] ?? '')
  const it = { value: Number(fields.value), hedge: text('hedge') || 'none', source: text('source'), handle }
  const reported = fields.department !== undefined
  return {
    indicator: text('indicator'),
    slice: text('slice'),
    countUnit: text('countUnit'),
    name: figureName(words, text('indicator'), text('slice')),
    handle,
    recorded: null,
    hidden: null,
    top: null,
    bottom: null,
    unnamed: null,
    opening: reported ? [] : [it],
    reported: reported ? [it] : [],
  }
}
