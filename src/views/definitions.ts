import { Problem } from '#base/problem'
import type { Indicator } from '#language'

/** What figures need of the book of indicators: the numbers measures are stored under, and what each means. */
export type Definitions = {
  readonly no: (key: string, slice?: string) => number
  readonly definition: (key: string) => Indicator | undefined
  readonly keys: readonly string[]
}

/** An indicator (`programme.name`), or one part of it. */
export type FigureName = { readonly indicator: string; readonly slice: string }

/** Something measures are stored for: how it is counted, and under which number. */
export type Base = { readonly ind: number; readonly counted: 'flow' | 'stock' | 'distinct' }

/** The definition; throws `not-found` for an indicator or part that is not declared. */
export function definitionOf(book: Definitions, { indicator, slice }: FigureName): Indicator {
  const found = book.definition(indicator)
  if (!found) throw new Problem('not-found', { what: 'indicator', indicator })
  if (slice && !baseNo(book, indicator, slice)) throw new Problem('not-found', { what: 'indicator', indicator, slice })
  return found
}

/** Everything stored that a figure is made of; nothing for a reported value. */
export function basesOf(book: Definitions, name: FigureName): Base[] {
  const found = definitionOf(book, name)
  if (found.kind === 'reported') return []
  const parts = partsOf(name, found)
  if (parts.length) return parts.flatMap(part => basesOf(book, part))
  const counted = found.kind === 'flow' || found.kind === 'stock' ? found.kind : 'distinct'
  const ind = baseNo(book, name.indicator, name.slice)
  return ind ? [{ ind, counted }] : []
}

/** What a rate or a total is made of, named in full: top and bottom, or the parts. */
export function partsOf({ indicator }: FigureName, { kind, top, bottom, parts }: Indicator): FigureName[] {
  const named = kind === 'rate' ? [top ?? '', bottom ?? ''] : kind === 'total' ? (parts ?? []) : []
  const programme = indicator.slice(0, indicator.lastIndexOf('.'))
  return named.map(name => ({ indicator: name.includes('.') ? name : `${programme}.${name}`, slice: '' }))
}

/** A figure is as sensitive as anything it is made of. */
export function isSensitive(book: Definitions, name: FigureName): boolean {
  const found = definitionOf(book, name)
  return found.sensitive === true || partsOf(name, found).some(part => isSensitive(book, part))
}

export type Value = { readonly recorded: number | null; readonly top: number | null; readonly bottom: number | null }

type Look = (base: Base, unit: number, col: number) => number | null
type Reader = (look: Look, unit: number, col: number) => Value

/**
 * How a figure is made from what is stored: `look` answers null where nothing was ever recorded. A rate is in %. Made once for a
 * table, so that a cell costs no looking up of definitions.
 */
export function readerOf(book: Definitions, name: FigureName): Reader {
  const found = definitionOf(book, name)
  const plain = (recorded: number | null): Value => ({ recorded, top: null, bottom: null })
  const parts = partsOf(name, found).map(part => readerOf(book, part))
  if (found.kind === 'reported') return () => plain(null)
  if (found.kind === 'rate')
    return (...at) => {
      const [top = null, bottom = null] = parts.map(part => part(...at).recorded)
      return { recorded: bottom ? (100 * (top ?? 0)) / bottom : null, top, bottom }
    }
  if (found.kind === 'total')
    return (...at) => {
      const values = parts.flatMap(part => part(...at).recorded ?? [])
      return plain(values.length ? values.reduce((sum, value) => sum + value, 0) : null)
    }
  const [base] = basesOf(book, name)
  return (look, unit, col) => plain(base ? look(base, unit, col) : null)
}

/** A part whose value stopped being declared is no part any more. */
function baseNo(book: Definitions, key: string, slice: string): number | undefined {
  try {
    return book.no(key, slice)
  } catch {
    return undefined
  }
}
