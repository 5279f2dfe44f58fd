import { Problem } from '#base/problem'
import {
  count,
  field,
  households,
  later,
  optional,
  persons,
  sum,
  usually,
  type Common,
  type Event,
  type Field,
  type Input,
  type Pattern,
} from '#language'
import { withChanges, wrong } from './answers.ts'

export type ActivityCommand = 'record' | 'plan' | 'cancel' | 'verify' | 'correct' | 'withdraw'
export type ActivityFact = 'held' | 'planned'

const fields = {
  title: field.text(60),
  day: usually(field.day(), 'today'),
  attended: field.count(200_000),
  people: optional(field.people(300)),
  online: later(field.count(50_000_000)),
  women: later(field.count(200_000)),
  families: later(field.households(300)),
  host: later(field.people(20)),
  place: later(field.place()),
  keyDate: later(
    field.choice('spring-festival', 'march-8', 'may-15', 'june-1', 'july-1', 'october-1', 'november-25', 'december-4'),
  ),
  also: later(field.choices()),
  note: later(field.note()),
} satisfies Record<string, Field>

/**
 * P2: one session of anything, dated and placed, with its audience. Person-times (attended, online) and named persons are
 * never made from one another. A session may be tagged with other programmes (`also`) and still is one session.
 */
export function activity(): Pattern<ActivityCommand, ActivityFact> & { readonly fields: typeof fields } {
  return {
    name: 'activity',
    fields,
    commands: {
      record: { fields, begins: true, own: 'ask' },
      plan: { fields: { title: fields.title, day: field.day('any') }, begins: true },
      verify: { fields: { note: optional(field.note()) } },
      correct: { fields: { reason: field.text(100) }, own: 'change' },
      cancel: { fields: { reason: field.text(100) } },
      withdraw: { fields: { reason: field.text(100) } },
    },
    factKinds: ['held', 'planned'],
    phases: ['none', 'planned', 'held', 'verified', 'cancelled', 'withdrawn'],
    eventKinds: Object.values(done),
    common: {
      sessions: count('held', { unit: '场', system: 'P2', by: 'keyDate' }),
      attendances: sum('held', 'attended', { unit: '人次', system: 'P2' }),
      onlineViews: sum('held', 'online', { unit: '人次', system: 'P2' }),
      people: persons('held', 'people', { unit: '人', system: 'P2' }),
      families: households('held', 'families', { unit: '户', system: 'P2' }),
    },
    start: { phase: 'none', fields: {} },

    head: state => ({ day: String(state.fields.day ?? ''), title: String(state.fields.title ?? '') }),
    names: state => (state.fields.host ?? []) as string[],
    around: () => ({}),

    decide(state, command, input, _around, today) {
      if (!allowed[command].includes(state.phase))
        return new Problem('not-in-this-state', { phase: state.phase, command })
      const next: Input = { ...state.fields, ...input }
      if (command === 'record' || command === 'correct') {
        if (next.day > today) return new Problem('too-early', { path: 'day', day: next.day, today })
        const named = ((next.people ?? []) as string[]).length
        if (Number(next.attended ?? 0) < named) return wrong('attended', 'fewer-than-named', { named })
        if (Number(next.women ?? 0) > Number(next.attended ?? 0)) return wrong('women', 'more-than-attended')
      }
      return [{ kind: done[command], day: String(next.day ?? today), data: input }]
    },

    evolve: (state, event) => evolve(state, event),

    facts: state =>
      state.phase === 'held' || state.phase === 'verified'
        ? [{ kind: 'held', day: String(state.fields.day), data: state.fields }]
        : state.phase === 'planned'
          ? [{ kind: 'planned', day: String(state.fields.day), data: state.fields }]
          : [],
  }
}

const allowed: Record<ActivityCommand, string[]> = {
  record: ['none', 'planned'],
  plan: ['none'],
  verify: ['held'],
  correct: ['held', 'verified'],
  cancel: ['planned'],
  withdraw: ['held', 'verified'],
}

const done = {
  record: 'held',
  plan: 'planned',
  verify: 'verified',
  correct: 'corrected',
  cancel: 'cancelled',
  withdraw: 'withdrawn',
} as const

/** A correction by the unit itself opens a verified session for checking again. */
function evolve(state: Common, { kind, data }: Event): Common {
  const { reason, ...answers } = data
  switch (kind) {
    case 'held':
    case 'planned':
      return { phase: kind, fields: { ...state.fields, ...answers } }
    case 'corrected':
      return { phase: 'held', fields: withChanges(state.fields, answers), reason }
    case 'verified':
      return { ...state, phase: 'verified' }
    default:
      return { ...state, phase: kind, reason }
  }
}
