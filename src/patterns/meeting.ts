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
import { eventKindsOf, notYet, outOfPhase, withChanges, wrong, type Steps } from './answers.ts'

export type MeetingCommand =
  | 'record'
  | 'call'
  | 'hold'
  | 'minute'
  | 'decide'
  | 'settle'
  | 'drop'
  | 'correct'
  | 'cancel'
  | 'withdraw'
export type MeetingFact = 'called' | 'held' | 'decided' | 'settled'

type Decision = {
  readonly what: string
  readonly owner: string
  readonly due: string
  readonly day: string
  readonly settled?: string
}
type State = Common & { readonly decisions: readonly Decision[] }
type MeetingFields = Fields & Record<'attended' | 'people' | 'firstItem' | 'expected', Field>

/**
 * P10, meetings: called, held, minuted, and what was decided followed until it is done. The first agenda item (B1) is asked and
 * counted, never forced: a meeting without it shows as one. Decisions are the meeting's own list, each with its owner and day.
 */
export function meeting(): Pattern<MeetingCommand, MeetingFact, State> & { readonly fields: MeetingFields } {
  const day = usually(field.day(), 'today')
  const reason = field.text(100)
  const came = {
    attended: optional(field.count(200_000)),
    people: later(field.people(500)),
    firstItem: optional(field.yesNo()),
    material: later(field.text(100)),
  }
  const plan = { title: field.text(60), expected: optional(field.count(200_000)), place: later(field.text(60)) }
  const item = field.count(200)
  const fields: MeetingFields = {
    title: plan.title,
    day,
    ...came,
    expected: later(field.count(200_000)),
    place: plan.place,
    agenda: later(field.note()),
    minutes: later(field.note(8000)),
    decided: derived(field.count()),
    open: derived(field.count()),
    next: derived(field.text(200)),
  }
  return {
    name: 'meeting',
    fields,
    commands: {
      record: { fields: { title: plan.title, day, ...came, expected: later(plan.expected) }, begins: true, own: 'ask' },
      call: { fields: { ...plan, day: field.day('any'), agenda: optional(field.note()) }, begins: true, own: 'ask' },
      hold: { fields: { day, ...came } },
      minute: { fields: { minutes: field.note(8000) } },
      decide: { fields: { what: field.text(200), owner: field.text(40), due: field.day('any'), on: day } },
      settle: { fields: { item: { ...item, min: 1 }, how: field.note(1000), on: day } },
      drop: { fields: { item: { ...item, min: 1 }, reason } },
      correct: { fields: { reason }, own: 'change' },
      cancel: { fields: { reason } },
      withdraw: { fields: { reason } },
    },
    factKinds: ['called', 'held', 'decided', 'settled'],
    phases: ['none', 'called', 'held', 'following', 'cancelled', 'withdrawn'],
    eventKinds: eventKindsOf(steps),
    common: {
      meetings: count('held', { unit: '次', system: 'P10' }),
      attendances: sum('held', 'attended', { unit: '人次', system: 'P10' }),
      people: persons('held', 'people', { unit: '人', system: 'P10' }),
      decisions: count('decided', { unit: '件', system: 'P10' }),
      settled: count('settled', { unit: '件', system: 'P10' }),
    },
    start: { phase: 'none', fields: {}, decisions: [] },

    head: ({ fields: { day: on, title } }) => ({ day: String(on ?? ''), title: String(title ?? '') }),
    names: () => [],
    around: () => ({}),

    decide(state, command, input, _around, today) {
      const fault = outOfPhase(steps, state, command) ?? faultOf(state, command, input, today)
      return fault ?? [{ kind: steps[command].to, day: String(input.on ?? input.day ?? today), data: input }]
    },

    evolve: (state, event) => evolve(state, event),
    facts: state => factsOf(state),
  }
}

const held = ['held', 'following']
const steps: Steps<MeetingCommand> = {
  record: { from: ['none'], to: 'held' },
  call: { from: ['none'], to: 'called' },
  hold: { from: ['called'], to: 'held' },
  minute: { from: held, to: 'minuted' },
  decide: { from: held, to: 'decided' },
  settle: { from: ['following'], to: 'settled' },
  drop: { from: ['following'], to: 'dropped' },
  correct: { from: ['called', ...held], to: 'corrected' },
  cancel: { from: ['called'], to: 'cancelled' },
  withdraw: { from: held, to: 'withdrawn' },
}

function faultOf(state: State, command: MeetingCommand, input: Input, today: string): Problem | undefined {
  const next = withChanges(state.fields, input)
  const happened = state.phase !== 'called' ? command !== 'call' : command === 'hold'
  const fault = notYet(next, happened ? ['day'] : [], today) ?? notYet(input, ['on'], today)
  if (fault) return fault
  if (input.on < next.day) return wrong('on', 'before-since', { since: next.day })
  const named = ((next.people ?? []) as string[]).length
  if (named > 0 && Number(next.attended ?? 0) < named) return wrong('attended', 'fewer-than-named', { named })
  if (command === 'decide' && input.due < input.on) return wrong('due', 'before-since', { since: input.on })
  if (command === 'settle' || command === 'drop') {
    const found = state.decisions[input.item - 1]
    if (!found || found.settled !== undefined) return wrong('item', 'not-among-them')
    if (input.on < found.day) return wrong('on', 'before-since', { since: found.day })
  }
  if (command !== 'correct') return undefined
  const first = state.decisions.map(each => each.day).sort()[0]
  return first !== undefined && next.day > first ? wrong('day', 'after-result', { day: first }) : undefined
}

function evolve(state: State, { kind, data }: Event): State {
  const { reason, ...answers } = data
  const fields = () => withChanges(state.fields, answers)
  switch (kind) {
    case 'called':
    case 'held':
      return { ...state, phase: kind, fields: fields() }
    case 'minuted':
      return { ...state, fields: fields() }
    case 'corrected':
      return { ...state, fields: fields(), reason }
    case 'decided': {
      const { what, owner, due, on } = data
      return told({ ...state, decisions: [...state.decisions, { what, owner, due, day: on }] })
    }
    case 'settled': {
      const done = { ...(state.decisions[data.item - 1] as Decision), settled: data.on } // decide saw it
      return told({ ...state, decisions: state.decisions.with(data.item - 1, done) })
    }
    case 'dropped':
      return told({ ...state, decisions: state.decisions.toSpliced(data.item - 1, 1), reason })
    default:
      return { ...state, phase: kind, reason }
  }
}

/** What is open decides the phase, and is shown in words with its number. */
function told(state: State): State {
  const open = state.decisions.flatMap((each, i) => (each.settled === undefined ? [{ ...each, no: i + 1 }] : []))
  const next = open.toSorted((a, b) => a.due.localeCompare(b.due) || a.no - b.no)[0]
  const shown = {
    decided: state.decisions.length,
    open: open.length,
    next: next ? `${next.no}. ${next.what}（${next.owner}，${next.due}）`.slice(0, 200) : null,
  }
  return { ...state, phase: open.length ? 'following' : 'held', fields: withChanges(state.fields, shown) }
}

function factsOf({ phase, fields, decisions }: State): Fact<MeetingFact>[] {
  if (phase === 'called') return [{ kind: 'called', day: String(fields.day), data: fields }]
  if (!held.includes(phase)) return []
  return [
    { kind: 'held', day: String(fields.day), data: fields },
    ...decisions.flatMap((each): Fact<MeetingFact>[] => [
      { kind: 'decided', day: each.day, data: fields },
      ...(each.settled === undefined ? [] : [{ kind: 'settled' as const, day: each.settled, data: fields }]),
    ]),
  ]
}
