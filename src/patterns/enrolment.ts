import { Problem } from '#base/problem'
import {
  count,
  derived,
  field,
  later,
  optional,
  persons,
  sum,
  usually,
  type Common,
  type Event,
  type Fact,
  type Field,
  type Fields,
  type Input,
  type Pattern,
} from '#language'
import { certificateNumber, eventKindsOf, notYet, outOfPhase, withChanges, wrong, type Steps } from './answers.ts'

export type EnrolmentCommand =
  | 'record'
  | 'call'
  | 'apply'
  | 'admit'
  | 'leave'
  | 'hold'
  | 'pass'
  | 'follow'
  | 'correct'
  | 'cancel'
  | 'withdraw'
export type EnrolmentFact = 'called' | 'held' | 'passed' | 'followed'

type Options = {
  /** Where it leads those who took part, asked months later. */
  readonly leads: readonly [string, ...string[]]
  /** Children take part: their guardians' consent is asked, never theirs alone. */
  readonly children?: true
}
type Led = { readonly person: string; readonly to: string; readonly day: string }
/** People in the order they applied. Those beyond the places wait; when one leaves, the first who waits moves up. */
type Roster = {
  readonly applied: readonly string[]
  readonly admitted: readonly string[]
  readonly waiting: readonly string[]
  readonly passed: readonly { readonly people: readonly string[]; readonly day: string }[]
  readonly led: readonly Led[]
}
type State = Common & Roster
type EnrolmentFields = Fields & Record<'attended' | 'people' | 'attendances' | 'passed', Field>

const none: Roster = { applied: [], admitted: [], waiting: [], passed: [], led: [] }

/**
 * P9: a call with places, those who apply, are admitted, take part, pass, and where it led them. One record holds the whole class,
 * so its lock keeps the places from being overrun. A class held long ago is written down whole with one command. Classes (期),
 * people (人) and person-times (人次) are never made from one another. Who passed has a certificate, numbered with the class's number and
 * her place.
 */
export function enrolment({ leads, children }: Options): Pattern<EnrolmentCommand, EnrolmentFact, State> & {
  readonly fields: EnrolmentFields
} {
  const day = usually(field.day(), 'today')
  const people = field.people(500)
  const held = {
    attended: field.count(200_000),
    people: optional(people),
    attendances: later(field.count(10_000_000)),
    passed: later(field.count(200_000)),
  }
  const first = { title: field.text(60), since: day, until: later(field.day()) }
  const plan = {
    title: first.title,
    since: field.day('any'),
    places: field.count(100_000),
    closes: optional(field.day('any')),
  }
  const fields: EnrolmentFields = {
    ...first,
    ...held,
    places: later(field.count(100_000)),
    closes: later(field.day('any')),
    applicants: derived(field.count()),
    admitted: derived(field.count()),
    waiting: derived(field.count()),
    /** Of the class; each who passed has it with her place in `certified` behind (2026-0007-01). */
    certificate: derived(field.text(40)),
    certified: derived(field.people(5000)),
    /** How many were asked what came of it, and what the last of them said. */
    followedUp: derived(field.count()),
    led: derived(field.choice(...leads)),
    note: later(field.note()),
  }
  return {
    name: 'enrolment',
    fields,
    commands: {
      record: { fields: { ...first, ...held, note: fields.note ?? later(field.note()) }, begins: true, own: 'ask' },
      call: { fields: plan, begins: true, own: 'ask' },
      apply: {
        fields: { applying: people, consent: field.yesNo(), ...(children ? { guardian: field.text(40) } : {}) },
      },
      admit: { fields: { admitting: people } },
      leave: { fields: { leaving: people, reason: field.text(100) } },
      hold: {
        fields: { until: day, attended: held.attended, people: held.people, attendances: optional(held.attendances) },
      },
      pass: { fields: { passing: people, on: day } },
      follow: { fields: { followed: people, led: field.choice(...leads), on: day } },
      correct: { fields: { reason: field.text(100) }, own: 'change' },
      cancel: { fields: { reason: field.text(100) } },
      withdraw: { fields: { reason: field.text(100) } },
    },
    factKinds: ['called', 'held', 'passed', 'followed'],
    phases: ['none', 'open', 'held', 'cancelled', 'withdrawn'],
    eventKinds: eventKindsOf(steps),
    common: {
      classes: count('held', { unit: '期', system: 'P9' }),
      trained: sum('held', 'attended', { unit: '人', system: 'P9' }),
      attendances: sum('held', 'attendances', { unit: '人次', system: 'P9' }),
      people: persons('held', 'people', { unit: '人', system: 'P9' }),
      passed: sum('passed', 'passed', { unit: '人', system: 'P9' }),
    },
    start: { phase: 'none', fields: {}, ...none },

    head: ({ fields: { until, since, title } }) => ({ day: String(until ?? since ?? ''), title: String(title ?? '') }),
    names: () => [],
    around: () => ({}),
    series: (command, input, state): Record<string, string> =>
      command === 'pass' && state.fields.certificate === undefined ? { certificate: String(input.on).slice(0, 4) } : {},

    decide(state, command, input, around, today) {
      const fault = outOfPhase(steps, state, command) ?? faultOf(state, command, input, today)
      if (fault) return fault
      const on = {
        record: input.until ?? input.since,
        call: input.since,
        hold: input.until,
        pass: input.on,
        follow: input.on,
      }
      const numbered = around.certificate !== undefined
      const data = numbered ? { ...input, certificate: certificateNumber(input.on, around.certificate) } : input
      return [{ kind: steps[command].to, day: String(on[command as keyof typeof on] ?? today), data }]
    },

    evolve: (state, event) => evolve(state, event),
    facts: state => factsOf(state),
  }
}

const steps: Steps<EnrolmentCommand> = {
  record: { from: ['none'], to: 'held' },
  call: { from: ['none'], to: 'called' },
  apply: { from: ['open'], to: 'applied' },
  admit: { from: ['open'], to: 'admitted' },
  leave: { from: ['open'], to: 'left' },
  hold: { from: ['open'], to: 'held' },
  pass: { from: ['held'], to: 'passed' },
  follow: { from: ['held'], to: 'followed' },
  correct: { from: ['open', 'held'], to: 'corrected' },
  cancel: { from: ['open'], to: 'cancelled' },
  withdraw: { from: ['held'], to: 'withdrawn' },
}

function faultOf(state: State, command: EnrolmentCommand, input: Input, today: string): Problem | undefined {
  const next = withChanges(state.fields, input)
  const list = (name: string) => (input[name] ?? []) as string[]
  const unknown = (name: string, of: readonly string[]) => list(name).some(person => !of.includes(person))
  if (next.until < next.since) return wrong('until', 'before-since', { since: next.since })
  // only what is still to come may lie ahead
  const ahead = command === 'call' || (state.phase === 'open' && command !== 'hold')
  const fault = ahead ? undefined : notYet(next, ['since', 'until'], today)
  if (fault) return fault
  const named = ((next.people ?? []) as string[]).length
  if (Number(next.attended ?? 0) < named) return wrong('attended', 'fewer-than-named', { named })
  if (Number(next.passed ?? 0) > Number(next.attended ?? 0)) return wrong('passed', 'more-than-attended')
  if (next.attendances !== undefined && next.attendances < Number(next.attended ?? 0))
    return wrong('attendances', 'fewer-than-attended', { attended: next.attended ?? 0 })
  switch (command) {
    case 'apply':
      if (input.consent !== true) return wrong('consent', 'consent-needed')
      if (state.fields.closes < today)
        return new Problem('limit-reached', { field: 'closes', value: state.fields.closes })
      return list('applying').some(person => state.applied.includes(person))
        ? new Problem('already-stored', { fields: ['applying'] })
        : undefined
    case 'admit':
      if (unknown('admitting', state.applied)) return wrong('admitting', 'not-among-them')
      return list('admitting').some(person => state.admitted.includes(person) || state.waiting.includes(person))
        ? new Problem('already-stored', { fields: ['admitting'] })
        : undefined
    case 'leave':
      return unknown('leaving', state.applied) ? wrong('leaving', 'not-among-them') : undefined
    case 'pass':
      if (input.on < state.fields.since) return wrong('on', 'before-since', { since: state.fields.since })
      if (list('passing').some(person => state.passed.some(({ people }) => people.includes(person))))
        return new Problem('already-stored', { fields: ['passing'] })
      return unknown('passing', partakers(state)) ? wrong('passing', 'not-among-them') : undefined
    case 'follow':
      if (input.on < state.fields.since) return wrong('on', 'before-since', { since: state.fields.since })
      return unknown('followed', partakers(state)) ? wrong('followed', 'not-among-them') : undefined
    case 'correct': {
      const gone = state.passed.flatMap(({ people }) => people).concat(state.led.map(({ person }) => person))
      const staying = (next.people ?? []) as string[]
      if (gone.some(person => !staying.includes(person) && !state.admitted.includes(person)))
        return wrong('people', 'still-needed')
      const stood = [...state.passed.map(each => each.day), ...state.led.map(each => each.day)].sort()[0]
      return stood !== undefined && next.since > stood ? wrong('since', 'after-result', { day: stood }) : undefined
    }
    default:
      return undefined
  }
}

/** Those who may pass: named as taking part, or admitted. */
const partakers = ({ admitted, fields }: State): readonly string[] => [
  ...admitted,
  ...((fields.people ?? []) as string[]),
]

function evolve(state: State, { kind, day: on, data }: Event): State {
  const { reason, ...answers } = data
  const list = (name: string) => (data[name] ?? []) as string[]
  switch (kind) {
    case 'called':
      return counted({ ...state, phase: 'open', fields: withChanges(state.fields, answers) })
    case 'held':
      return { ...state, phase: 'held', fields: withChanges(state.fields, answers) }
    case 'applied':
      return counted({ ...state, applied: [...state.applied, ...list('applying')] })
    case 'admitted':
      return counted({ ...state, waiting: [...state.waiting, ...list('admitting')] })
    case 'left': {
      const stay = (person: string) => !list('leaving').includes(person)
      const { applied, admitted, waiting } = state
      const rest = { applied: applied.filter(stay), admitted: admitted.filter(stay), waiting: waiting.filter(stay) }
      return counted({ ...state, ...rest, reason })
    }
    case 'passed': {
      const passed = [...state.passed, { people: list('passing'), day: on }]
      const certified = passed.flatMap(({ people }) => people)
      // numbered once, with the first who passed
      const { certificate } = { ...state.fields, ...answers }
      return { ...state, passed, fields: { ...state.fields, certified, ...(certificate && { certificate }) } }
    }
    case 'followed': {
      const led = [
        ...state.led.filter(({ person }) => !list('followed').includes(person)),
        ...list('followed').map(person => ({ person, to: data.led, day: on })),
      ]
      return { ...state, led, fields: withChanges(state.fields, { led: data.led, followedUp: led.length }) }
    }
    case 'corrected':
      return counted({ ...state, fields: withChanges(state.fields, answers), reason })
    default:
      return { ...state, phase: kind, reason }
  }
}

/** Places are filled in the order people were admitted; what a list shows follows. */
function counted(state: State): State {
  const places = Number(state.fields.places ?? 0)
  const all = [...state.admitted, ...state.waiting]
  const [admitted, waiting] = [all.slice(0, Math.max(places, 0)), all.slice(Math.max(places, 0))]
  if (state.phase !== 'open') return state
  const numbers = { applicants: state.applied.length, admitted: admitted.length, waiting: waiting.length }
  return { ...state, admitted, waiting, fields: { ...state.fields, ...numbers } }
}

function factsOf({ phase, fields, passed, led }: State): Fact<EnrolmentFact>[] {
  if (phase === 'open') return [{ kind: 'called', day: String(fields.since), data: fields }]
  if (phase !== 'held') return []
  const on = String(fields.until ?? fields.since)
  const named = new Set(passed.flatMap(({ people }) => people))
  const rest = Math.max(0, Number(fields.passed ?? 0) - named.size)
  return [
    { kind: 'held', day: on, data: { attendances: fields.attended, ...fields } },
    ...(rest > 0 ? [{ kind: 'passed' as const, day: on, data: { ...fields, passed: rest } }] : []),
    ...passed.map(({ people, day: then }): Fact<EnrolmentFact> => {
      return { kind: 'passed', day: then, data: { ...fields, passed: people.length, people } }
    }),
    ...led.map(({ person, to, day: then }): Fact<EnrolmentFact> => {
      return { kind: 'followed', day: then, data: { ...fields, led: to, people: [person] } }
    }),
  ]
}
