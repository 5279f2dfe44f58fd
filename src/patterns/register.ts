import { Problem } from '#base/problem'
import {
  field,
  later,
  usually,
  type Common,
  type Event,
  type Field,
  type Fields,
  type Input,
  type Pattern,
} from '#language'
import { withChanges, wrong } from './answers.ts'

export type RegisterCommand = 'enter' | 'correct' | 'end' | 'withdraw'
export type RegisterFact = 'entered' | 'ended'

type Options = {
  /** What an entry holds: a person (a post, a membership), a thing with a name, or a number that stands for a time. */
  readonly of: 'person' | 'thing' | 'number'
  readonly endings: readonly [string, ...string[]]
  /** No two standing entries of a unit agree in all fields of one of these lists. Left out: the person, or the name. */
  readonly once?: readonly (readonly string[])[]
  /** At most so many standing entries of a unit have this value of `field` (and agree in the fields of `within`). */
  readonly atMost?: {
    readonly field: string
    readonly limits: Readonly<Record<string, number>>
    readonly within?: readonly string[]
  }
}

type Question = { readonly name: string; readonly keys: readonly string[]; readonly most: (next: Input) => number }
type RegisterFields = Fields & Record<'since' | 'until' | 'ending' | 'note', Field>

/**
 * P1: entries that stand from a day until a day. `until` is the first day it stands no more, so that rights end at once.
 * A past entry is written down whole (since, until, ending) with one command; a wrong ending is corrected by emptying `until`.
 */
export function register(
  options: Options,
): Pattern<RegisterCommand, RegisterFact> & { readonly fields: RegisterFields } {
  const subject: Fields =
    options.of === 'person' ? { person: field.person() } : options.of === 'thing' ? { name: field.text(60) } : {}
  const term: Fields = options.of === 'person' ? { term: later(field.text(20)) } : {}
  const day = usually(field.day(), 'today')
  const ending = field.choice(...options.endings)
  const fields: RegisterFields = {
    ...subject,
    since: day,
    until: later(field.day()),
    ending: later(ending),
    ...term,
    note: later(field.note()),
  }
  const questions = questionsOf(options)

  return {
    name: 'register',
    fields,
    commands: {
      enter: { fields, begins: true, own: 'ask' },
      correct: { fields: { reason: field.text(100) }, own: 'change' },
      end: { fields: { until: day, ending } },
      withdraw: { fields: { reason: field.text(100) } },
    },
    factKinds: ['entered', 'ended'],
    phases: ['none', 'standing', 'ended', 'withdrawn'],
    eventKinds: Object.values(done),
    common: {},
    start: { phase: 'none', fields: {} },

    head: ({ fields: { since, name } }) => ({ day: String(since ?? ''), title: String(name ?? '') }),
    names: ({ fields: { person } }) => (person === undefined ? [] : [String(person)]),

    around(command, input, state) {
      if (command !== 'enter' && command !== 'correct') return {}
      const next = changed(state.fields, input)
      if (next.until !== undefined) return {}
      const asked = questions.filter(
        ({ keys, most }) => keys.every(key => next[key] !== undefined) && most(next) < Number.POSITIVE_INFINITY,
      )
      const moved =
        state.phase !== 'standing'
          ? asked
          : asked.filter(({ keys }) => keys.some(key => next[key] !== state.fields[key]))
      return Object.fromEntries(
        moved.map(({ name, keys }) => [
          name,
          { phase: 'standing', fields: Object.fromEntries(keys.map(key => [key, next[key]])) },
        ]),
      )
    },

    decide(state, command, input, around, today) {
      if (!allowed[command].includes(state.phase))
        return new Problem('not-in-this-state', { phase: state.phase, command })
      if (command === 'withdraw') return [{ kind: 'withdrawn', day: today, data: input }]
      const next = changed(state.fields, input)
      const fault = daysWrong(next, today)
      if (fault) return fault
      for (const { name, keys, most } of questions) {
        const standing = around[name]
        if (standing === undefined || standing < most(next)) continue
        return name === 'seats'
          ? new Problem('limit-reached', { field: keys[0], value: next[keys[0] ?? ''], most: most(next) })
          : new Problem('already-stored', { fields: keys })
      }
      const day = { enter: next.since, end: next.until, correct: today }[command]
      return [{ kind: done[command], day: String(day), data: input }]
    },

    evolve: (state, event) => evolve(state, event),

    facts: ({ phase, fields: data }) =>
      phase === 'standing'
        ? [{ kind: 'entered', day: String(data.since), data }]
        : phase === 'ended'
          ? [
              { kind: 'entered', day: String(data.since), data },
              { kind: 'ended', day: String(data.until), data },
            ]
          : [],
  }
}

const allowed: Record<RegisterCommand, string[]> = {
  enter: ['none'],
  correct: ['standing', 'ended'],
  end: ['standing'],
  withdraw: ['standing', 'ended'],
}

const done = { enter: 'entered', correct: 'corrected', end: 'ended', withdraw: 'withdrawn' } as const

/** What must be counted around an entry: its likes, and the seats of its kind. */
function questionsOf({ of, once, atMost }: Options): Question[] {
  const usual = of === 'person' ? [['person']] : of === 'thing' ? [['name']] : []
  const same = (once ?? usual).map((keys, i) => ({ name: `same${i}`, keys, most: () => 1 }))
  if (!atMost) return same
  const most = (next: Input) => atMost.limits[String(next[atMost.field])] ?? Number.POSITIVE_INFINITY
  return [...same, { name: 'seats', keys: [atMost.field, ...(atMost.within ?? [])], most }]
}

function daysWrong({ since, until, ending }: Input, today: string): Problem | undefined {
  for (const [path, day] of [
    ['since', since],
    ['until', until],
  ] as const)
    if (day !== undefined && day > today) return new Problem('too-early', { path, day, today })
  if (until !== undefined && until < since) return wrong('until', 'before-since', { since })
  if (until !== undefined && ending === undefined) return wrong('ending', 'missing')
  if (until === undefined && ending !== undefined) return wrong('until', 'missing')
  return undefined
}

/** Emptying the day it ended empties how it ended. */
const changed = (before: Input, answers: Input): Input =>
  withChanges(before, { ...answers, reason: null, ...(answers.until === null && { ending: null }) })

function evolve(state: Common, { kind, data }: Event): Common {
  const { reason } = data
  if (kind === 'withdrawn') return { ...state, phase: kind, reason }
  const fields = changed(state.fields, data)
  const phase = fields.until === undefined ? 'standing' : 'ended'
  return kind === 'corrected' ? { phase, fields, reason } : { phase, fields }
}
