import type { Indicator } from './indicators.ts'
import type { Common, Fact } from './pattern.ts'
import { levelNo, type Level, type Programme } from './programme.ts'

/**
 * One line a record counts towards: indicator key (`programme.name`), slice ('' or `field=value`), the day, and either a
 * whole number or the ids of the persons (households) reached.
 */
export type Line =
  | { key: string; slice: string; day: string; value: number }
  | { key: string; slice: string; day: string; reached: string[] }

/**
 * Everything a record of this state counts towards: a pure function of the state, so a correction is the difference of two calls.
 * `tagged`: other programmes the record is tagged with (`also`); it counts for them too, but once for the way of working as a whole.
 * `level`: of the unit the record lies at; needed for indicators kept apart by level.
 */
export function lines(programme: Programme, state: Common, tagged: readonly Programme[] = [], level?: Level): Line[] {
  const facts = programme.pattern.facts(state).map(fact => (level ? { ...fact, data: { ...fact.data, level } } : fact))
  const owners = [programme, ...tagged].map(each => ({ id: each.id, indicators: each.indicators }))
  const all = [...owners, { id: programme.pattern.name, indicators: programme.pattern.common }]
  return all.flatMap(({ id, indicators }) =>
    Object.entries(indicators).flatMap(([name, indicator]) =>
      facts.flatMap(fact => linesOf(`${id}.${name}`, indicator, fact)),
    ),
  )
}

/** Programme ids a record is tagged with besides its own. */
export const tagsOf = (state: Common): string[] =>
  Array.isArray(state.fields.also) ? state.fields.also.map(String) : []

function linesOf(key: string, indicator: Indicator, fact: Fact): Line[] {
  const begins = indicator.of === fact.kind
  const ends = indicator.kind === 'stock' && indicator.until === fact.kind
  if (!(begins || ends) || !matches(indicator, fact)) return []
  const sign = ends ? -1 : 1
  const amount = indicator.sum === undefined ? 1 : Number(fact.data[indicator.sum] ?? 0)
  return slicesOf(indicator, fact).flatMap((slice): Line[] => {
    if (indicator.named !== undefined) {
      const reached = [fact.data[indicator.named] ?? []].flat() as string[]
      return reached.length ? [{ key, slice, day: fact.day, reached: [...new Set(reached)] }] : []
    }
    return amount === 0 ? [] : [{ key, slice, day: fact.day, value: sign * amount }]
  })
}

/** The slices an indicator of this programme may have besides the whole, from the options of the field it is kept apart by. */
export function declaredSlices(programme: Programme, indicator: Indicator): string[] {
  const { by } = indicator
  if (!by) return []
  const fields = { ...programme.pattern.fields, ...programme.fields }
  const options = by === 'level' ? Object.keys(levelNo) : (fields[by]?.options ?? [])
  return options.map(option => `${by}=${option}`)
}

const slicesOf = (indicator: Indicator, fact: Fact): string[] => {
  if (!indicator.by) return ['']
  const value = fact.data[indicator.by]
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return ['', ...values.map(each => `${indicator.by}=${each}`)]
}

const matches = (indicator: Indicator, fact: Fact) =>
  Object.entries(indicator.where ?? {}).every(([key, wanted]) => {
    const value = fact.data[key]
    const accepted = Array.isArray(wanted) ? wanted : [wanted]
    return Array.isArray(value) ? value.some(each => accepted.includes(each)) : accepted.includes(value)
  })
