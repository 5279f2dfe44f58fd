import { countUnits } from '#language'
import type { ReadFigure } from '#papers/reading/figure'
import type { IndicatorWords } from '#views/figure-words'

/** A figure of an old report as it is kept with it, and what a person said of it. */
export type KeptFigure = {
  readonly no: number
  readonly sentence: string
  readonly raw: string
  readonly value: number | null
  readonly unit: string | null
  readonly approx: boolean
  readonly bound: string | null
  readonly measure: string
  readonly kind: string
  readonly period: string | null
  readonly start: number
  readonly end: number
  readonly system: string | null
  readonly confidence: number
  readonly indicator: string | null
  readonly verdict: 'open' | 'accepted' | 'rejected'
  readonly record: { shard: number; id: string } | null
  /** Revision of that record, for taking it back. */
  readonly revision?: number
}

/** What is read is kept under numbers, each with the indicator it most likely belongs to. */
export function keptFigure(figure: ReadFigure, no: number, words: ReadonlyMap<string, IndicatorWords>): KeptFigure {
  const { sentence, raw, value, unit, approx, bound, measure, kind, period, offset, length, system, confidence } =
    figure
  const [best, next] = candidatesOf({ measure, unit, system }, words)
  const sure = best && best.score >= 3 && best.score > (next?.score ?? 0)
  return {
    no,
    sentence,
    raw,
    value,
    unit,
    approx,
    bound,
    measure,
    kind,
    period,
    system,
    confidence,
    start: offset,
    end: offset + length,
    indicator: sure ? best.key : null,
    verdict: 'open',
    record: null,
  }
}

/** Indicators a figure may belong to, likeliest first: of its system, in its unit, called like its measure. */
export function candidatesOf(
  { measure, unit, system }: Pick<ReadFigure, 'measure' | 'unit' | 'system'>,
  words: ReadonlyMap<string, IndicatorWords>,
): { key: string; name: string; score: number }[] {
  const pairs = pairsOf(measure)
  return [...words.values()]
    .map(each => {
      const alike = [...pairsOf(each.name)].filter(pair => pairs.has(pair)).length
      const score = (each.system === system ? 2 : 0) + (each.unit === unit ? 1 : 0) + Math.min(alike, 4) / 2
      return { key: each.key, name: each.name, score: each.unit === unit || each.system === system ? score : 0 }
    })
    .filter(each => each.score > 1)
    .toSorted((a, b) => b.score - a.score || a.key.localeCompare(b.key))
    .slice(0, 6)
}

const pairsOf = (text: string) =>
  new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2)))

/** How the number was hedged, as an opening figure says it. */
export function hedgeOf({ bound, approx }: Pick<KeptFigure, 'bound' | 'approx'>): string {
  if (bound === 'over' || bound === 'near' || bound === 'under') return bound
  return approx ? 'about' : 'none'
}

/** Can figures be kept in this unit of count? */
export const isCountUnit = (unit: string): boolean => countUnits.some(each => each === unit)
