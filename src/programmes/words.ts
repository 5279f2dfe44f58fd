import type { PatternName, Programme } from '#language'
import { en } from './texts/en.ts'
import { zh } from './texts/zh.ts'

export type FieldWords = {
  readonly label: string
  readonly help?: string
  readonly options?: Readonly<Record<string, string>>
}
export type IndicatorWords = { readonly name: string; readonly definition: string }

/** Every text of a programme in one language, its own in front of those of its way of working. */
export type Words = {
  readonly name: string
  readonly short: string
  readonly what: string
  /** On the button that begins a record: 记一场宣讲. */
  readonly record: string
  /** By field; `level` names the slices of indicators kept apart by level, `reason` is asked by corrections. */
  readonly fields: Readonly<Record<string, FieldWords>>
  readonly commands: Readonly<Record<string, string>>
  readonly events: Readonly<Record<string, string>>
  readonly phases: Readonly<Record<string, string>>
  readonly indicators: Readonly<Record<string, IndicatorWords>>
  /** What a unit may decide for itself: the numbers of `pattern.limits`. */
  readonly limits: Readonly<Record<string, { readonly name: string; readonly help: string }>>
}
/** A way of working has no button of its own; its indicators are those all its programmes share (`activity.sessions`). */
export type PatternWords = Omit<Words, 'short' | 'record'>

type Text = { [Key in keyof Words]?: Words[Key] extends string ? string : Record<string, unknown> }

/** The texts of a programme. A text that is missing is a mistake the house test finds, so it is not looked for here. */
export function wordsFor(programme: Programme, language: 'zh' | 'en'): Words {
  const of = patternWords(programme.pattern.name, language)
  const own = textOf(language, programme.id)
  // the house test holds every text to these shapes
  return {
    ...of,
    ...own,
    fields: over(of.fields, own.fields),
    commands: { ...of.commands, ...own.commands },
    events: { ...of.events, ...own.events },
    phases: { ...of.phases, ...own.phases },
    indicators: own.indicators ?? {},
    limits: over(of.limits, own.limits),
  } as Words
}

/** The texts of a way of working, for indicators and lists over all its programmes. */
export function patternWords(pattern: PatternName, language: 'zh' | 'en'): PatternWords {
  const common = textOf(language, 'common')
  const own = textOf(language, `pattern.${pattern}`)
  return { indicators: {}, ...own, fields: over(common.fields, own.fields) } as PatternWords
}

const textOf = (language: 'zh' | 'en', name: string): Text =>
  (({ zh, en })[language][name as keyof typeof zh] as Text | undefined) ?? {}

/** A programme may change a label and keep the help, or add options and keep the label. */
function over(under: Record<string, unknown> = {}, own: Record<string, unknown> = {}): Record<string, unknown> {
  const names = [...new Set([...Object.keys(under), ...Object.keys(own)])]
  return Object.fromEntries(names.map(name => [name, { ...(under[name] as object), ...(own[name] as object) }]))
}
