import type { Problem } from '#base/problem'
import type { PostKind, Rule } from './access.ts'
import type { Field } from './fields.ts'
import type { Indicator } from './indicators.ts'
import type { Common, Input, Pattern } from './pattern.ts'

export type Level = 'province' | 'prefecture' | 'county' | 'township' | 'village' | 'side'
export const levelNo: Record<Level, number> = {
  province: 1,
  prefecture: 2,
  county: 3,
  township: 4,
  village: 5,
  side: 6,
}

/** The level of a unit from its number (1 province … 6 side body). */
export const levelName = (no: number): Level => (Object.keys(levelNo)[no - 1] ?? 'side') as Level // in the order of levelNo

/**
 * One work programme. Access must name every command of its pattern, `see` (lists and pages) and `open` (guarded fields):
 * a forgotten rule does not compile, and what no rule allows is refused.
 */
export type Programme<
  CommandName extends string = string,
  FactKind extends string = string,
  Key extends string = string,
> = {
  readonly id: string
  readonly version: number
  /** The catalogue entries it is the home of. */
  readonly systems: readonly string[]
  /** Chapter of the five-year review it belongs to (Annex D): `lead` 思想引领 … `reform` 改革与组织. */
  readonly chapter: Chapter
  /** Levels at which records are made; all when left out. */
  readonly runsAt?: readonly Level[]
  readonly pattern: Pattern<CommandName, FactKind>
  readonly fields: Record<Key, Field>
  readonly access: Record<CommandName | 'see' | 'open', readonly Rule[]>
  readonly indicators: Record<string, Indicator<NoInfer<FactKind>, string>>
  /** The one hook: a rule of this programme alone, pure. */
  readonly guard?: (state: Common, command: CommandName, input: Input) => Problem | undefined
  /** The record is a post held: the engine keeps `appointment` in step (A6, A9, A17). `field` names the answer that says which. */
  readonly appoints?: { readonly field?: string; readonly as: PostKind | Record<string, PostKind> }
}

export const chapters = ['plan', 'lead', 'develop', 'family', 'rights', 'care', 'reform', 'honours'] as const
export type Chapter = (typeof chapters)[number]

/** Checks the declaration's keys against its pattern at compile time and freezes it. */
export function programme<CommandName extends string, FactKind extends string, Key extends string, Own extends string>(
  definition: Omit<Programme<CommandName, FactKind, Own>, 'pattern' | 'indicators'> & {
    readonly pattern: Pattern<CommandName, FactKind> & { readonly fields: Record<Key, Field> }
    readonly indicators: Record<string, Indicator<NoInfer<FactKind>, NoInfer<Key | Own>>>
  },
): Programme<CommandName, FactKind, Own> {
  return Object.freeze(definition)
}
