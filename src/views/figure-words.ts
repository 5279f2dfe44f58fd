import type { Programme } from '#language'
import { indicatorsOf } from './declarations.ts'
import { readName } from './handle.ts'
import { filled, houseWords, type Language } from './house-words.ts'
import { wordsFor } from './programme-words.ts'

export type IndicatorWords = ReturnType<typeof indicatorsOf>[number]

/** Every indicator there is, in words, by its key: those of the programmes, and once those of each way of working. */
export function indicatorBook(programmes: Iterable<Programme>, language: Language): Map<string, IndicatorWords> {
  const book = new Map<string, IndicatorWords>()
  for (const programme of programmes) {
    const words = wordsFor(programme, language)
    for (const each of indicatorsOf(programme, words)) book.set(each.key, each)
    const { name: pattern, common } = programme.pattern
    for (const each of indicatorsOf(
      { ...programme, id: pattern, indicators: common },
      { ...words, indicator: words.common },
    ))
      if (!book.has(each.key)) book.set(each.key, { ...each, programme: '' })
  }
  return book
}

/** What a figure is called: 宣讲场次, or for a part of it 宣讲场次 · 进村. */
export function figureName(book: ReadonlyMap<string, IndicatorWords>, indicator: string, slice: string): string {
  const found = book.get(indicator)
  if (!found) return indicator
  const part = found.slices.find(each => each.slice === slice)?.name
  return part ? `${found.name} · ${part}` : found.name
}

/** A table's column in words: a month, a year, an indicator, or all in all. */
export function columnName(book: ReadonlyMap<string, IndicatorWords>, key: string, language: Language): string {
  const { columns } = houseWords(language)
  if (key === 'all') return columns.all
  const [, year, month] = /^(\d{4})(?:-(\d{1,2}))?$/.exec(key) ?? []
  if (year) return filled(month ? columns.month : columns.year, { year, month })
  const { indicator, slice } = readName(key)
  return figureName(book, indicator, slice)
}
