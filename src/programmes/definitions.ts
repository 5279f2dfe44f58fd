import type { Indicator, Programme } from '#language'

/** A programme as far as stored records, orders and figures rely on it. Kept in definitions.lock.json, compared at every test. */
export type Definition = {
  readonly version: number
  readonly pattern: string
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly commands: readonly string[]
  readonly facts: readonly string[]
  readonly phases: readonly string[]
  readonly indicators: Readonly<Record<string, { readonly version: number; readonly meaning: string }>>
}
export type Definitions = Readonly<Record<string, Definition>>

export const definitionsOf = (programmes: readonly Programme[]): Definitions =>
  Object.fromEntries(programmes.map(programme => [programme.id, definitionOf(programme)]))

function definitionOf({ version, pattern, fields, indicators }: Programme): Definition {
  const options = Object.entries({ ...pattern.fields, ...fields }).map(([name, field]) => [name, field.options ?? []])
  return {
    version,
    pattern: pattern.name,
    fields: Object.fromEntries(options),
    commands: Object.keys(pattern.commands),
    facts: pattern.factKinds,
    phases: pattern.phases,
    indicators: Object.fromEntries(
      Object.entries(indicators).map(([name, of]) => [name, { version: of.version, meaning: meaningOf(of) }]),
    ),
  }
}

/** Everything that makes the number, in a fixed order; `by` only splits it and is left out. */
const meaningOf = ({ kind, unit, of, until, sum, named, where, top, bottom, parts }: Indicator): string =>
  JSON.stringify({ kind, unit, of, until, sum, named, where, top, bottom, parts })

/**
 * What stored work relies on and is no longer there, in words: nothing may disappear and no number may change its meaning
 * without a step of the programme's (the indicator's) version. A programme itself never disappears.
 */
export function lost(before: Definitions, now: Definitions): string[] {
  return Object.entries(before).flatMap(([id, old]) => {
    const is = now[id]
    if (!is) return [`${id}: the programme is gone`]
    const meanings = Object.entries(old.indicators).flatMap(([name, { version, meaning }]) => {
      const one = is.indicators[name]
      return one && one.meaning !== meaning && one.version <= version ? [`${id}.${name}: another meaning`] : []
    })
    if (is.version > old.version) return meanings
    const missing = (what: string, had: readonly string[], has: readonly string[]) =>
      had.filter(each => !has.includes(each)).map(each => `${id}: ${what} ${each} is gone`)
    return [
      ...meanings,
      ...(is.pattern === old.pattern ? [] : [`${id}: another pattern`]),
      ...missing('field', Object.keys(old.fields), Object.keys(is.fields)),
      ...Object.entries(old.fields).flatMap(([name, had]) => missing(`option of ${name}`, had, is.fields[name] ?? had)),
      ...missing('command', old.commands, is.commands),
      ...missing('fact', old.facts, is.facts),
      ...missing('phase', old.phases, is.phases),
      ...missing('indicator', Object.keys(old.indicators), Object.keys(is.indicators)),
    ]
  })
}
