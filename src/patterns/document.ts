import { Problem } from '#base/problem'
import {
  count,
  derived,
  field,
  later,
  optional,
  stock,
  usually,
  type Common,
  type Event,
  type Fact,
  type Field,
  type Fields,
  type Input,
  type Pattern,
  type Sends,
} from '#language'
import { eventKindsOf, notYet, outOfPhase, withChanges, wrong, type Steps } from './answers.ts'
import { handedOf, levelBelow, namesNobody, sharesOf } from './handing-down.ts'

export type DocumentCommand =
  | 'record'
  | 'draft'
  | 'sign'
  | 'issue'
  | 'circulate'
  | 'arrive'
  | 'receive'
  | 'replace'
  | 'end'
  | 'correct'
  | 'drop'
  | 'withdraw'
export type DocumentFact = 'issued' | 'ended'

type State = Common & { readonly signed: readonly string[] }
type DocumentFields = Fields & Record<'title' | 'number' | 'since' | 'until' | 'ending', Field>

/**
 * P10, documents: drafted, signed by the bodies that issue it together, issued under a number, in force until it is replaced, ends
 * or runs out. What was issued elsewhere is written down whole. Without a number of its own one is given from the unit's gapless
 * series of the year. Sent down, it arrives at every unit of a level, or at those named, and each signs for it: the receipts are seen
 * above, and a copy counts as nothing. Agreements and working models are documents too: with a partner and a term, or with their parts.
 */
export function document(): Pattern<DocumentCommand, DocumentFact, State> & { readonly fields: DocumentFields } {
  const day = usually(field.day(), 'today')
  const reason = field.text(100)
  const ending = field.choice('replaced', 'ended', 'run-out')
  const first = { title: field.text(100), since: day, number: later(field.text(40)) }
  const fields: DocumentFields = {
    ...first,
    with: later(field.text(200)),
    until: later(field.day('any')),
    ending: derived(ending),
    replacedBy: derived(field.text(100)),
    note: later(field.note()),
    /** Of a copy that was sent down: from which document, by whom, and the day it was signed for. */
    parent: { ...optional(field.record('')), derived: true, later: true },
    from: { ...optional(field.unit()), derived: true, later: true },
    received: derived(day),
  }
  return {
    name: 'document',
    fields,
    commands: {
      record: {
        fields: { ...first, with: later(field.text(200)), until: later(field.day('any')) },
        begins: true,
        own: 'ask',
      },
      draft: { fields: { title: first.title }, begins: true, own: 'ask' },
      sign: { fields: { body: field.text(40), on: day } },
      issue: { fields: { since: day, number: optional(field.text(40)), until: optional(field.day('any')) } },
      circulate: {
        fields: { to: levelBelow, targets: optional(field.shares()) },
        below: true,
      },
      arrive: {
        fields: { ...first, parent: field.record(''), from: field.unit() },
        begins: true,
        own: 'ask',
      },
      receive: { fields: { received: day } },
      replace: { fields: { until: day, replacedBy: field.text(100) } },
      end: { fields: { until: day, reason } },
      correct: { fields: { reason }, own: 'change' },
      drop: { fields: { reason } },
      withdraw: { fields: { reason } },
    },
    factKinds: ['issued', 'ended'],
    phases: ['none', 'drafted', 'standing', 'ended', 'dropped', 'withdrawn', 'arrived', 'received'],
    eventKinds: eventKindsOf(steps),
    common: {
      issued: count('issued', { unit: '份', system: 'P10' }),
      inForce: stock('issued', 'ended', { unit: '份', system: 'P10' }),
    },
    start: { phase: 'none', fields: {}, signed: [] },

    head: ({ fields: { since, title } }) => ({ day: String(since ?? ''), title: String(title ?? '') }),
    names: () => [],
    around: () => ({}),
    series: (command, input): Record<string, string> =>
      command === 'issue' && input.number === undefined ? { number: String(input.since).slice(0, 4) } : {},

    sends(command, { to, targets }, { fields: said }, { shard, id, unit }): Sends<DocumentCommand> | undefined {
      if (command !== 'circulate') return undefined
      const answers = { ...handedOf(said, fields, first), parent: { shard, id }, from: unit }
      return { command: 'arrive', level: to, input: answers, ...sharesOf(targets) }
    },

    decide(state, command, input, around, today) {
      const fault = outOfPhase(steps, state, command) ?? faultOf(state, command, input, today)
      if (fault) return fault
      const given =
        around.number === undefined ? {} : { number: `〔${String(input.since).slice(0, 4)}〕${around.number}号` }
      const on = input.on ?? (command === 'correct' ? today : (input.until ?? input.since)) ?? today
      return [
        {
          kind: steps[command].to,
          day: String(command === 'record' || command === 'issue' ? input.since : on),
          data: { ...input, ...given },
        },
      ]
    },

    evolve: (state, event) => evolve(state, event),
    facts: state => factsOf(state),
  }
}

const steps: Steps<DocumentCommand> = {
  record: { from: ['none'], to: 'issued' },
  draft: { from: ['none'], to: 'drafted' },
  sign: { from: ['drafted'], to: 'signed' },
  issue: { from: ['drafted'], to: 'issued' },
  circulate: { from: ['standing'], to: 'circulated' },
  arrive: { from: ['none'], to: 'arrived' },
  receive: { from: ['arrived'], to: 'received' },
  replace: { from: ['standing'], to: 'replaced' },
  end: { from: ['standing'], to: 'ended' },
  correct: { from: ['drafted', 'standing', 'ended'], to: 'corrected' },
  drop: { from: ['drafted'], to: 'dropped' },
  withdraw: { from: ['standing', 'ended'], to: 'withdrawn' },
}

function faultOf(state: State, command: DocumentCommand, input: Input, today: string): Problem | undefined {
  const next = withChanges(state.fields, input)
  const { since, until } = next
  const ending = command === 'replace' || command === 'end' ? ['until'] : []
  const fault = notYet(next, ['since', ...ending], today) ?? notYet(input, ['on', 'received'], today)
  if (fault) return fault
  if (since !== undefined && until < since) return wrong('until', 'before-since', { since })
  if (command === 'circulate') return namesNobody(input.targets)
  if (command === 'sign' && state.signed.includes(input.body))
    return new Problem('already-stored', { fields: ['body'] })
  if (command === 'correct' && state.phase === 'drafted' && input.since !== undefined) return wrong('since', 'not-yet')
  return undefined
}

function evolve(state: State, { kind, data }: Event): State {
  const { reason, ...answers } = data
  const fields = () => withChanges(state.fields, answers)
  switch (kind) {
    case 'drafted':
      return { ...state, phase: 'drafted', fields: fields() }
    case 'signed': {
      const signed = [...state.signed, data.body]
      return { ...state, signed, fields: { ...state.fields, with: signed.join('、').slice(0, 200) } }
    }
    case 'circulated':
      return state
    case 'arrived':
    case 'received':
      return { ...state, phase: kind, fields: fields() }
    case 'issued':
      return { ...state, phase: 'standing', fields: fields() }
    case 'replaced':
      return { ...state, phase: 'ended', fields: { ...fields(), ending: 'replaced' } }
    case 'ended':
      return { ...state, phase: 'ended', fields: { ...fields(), ending: 'ended' }, reason }
    case 'corrected': {
      // emptying the day it ended puts it in force again
      const again = state.phase === 'ended' && answers.until === null
      const gone = again ? { ending: null, replacedBy: null } : {}
      const phase = again ? 'standing' : state.phase
      return { ...state, phase, fields: withChanges(state.fields, { ...answers, ...gone }), reason }
    }
    default:
      return { ...state, phase: kind, reason }
  }
}

/** A term that is told ends what it is told of, without anybody ending it. */
function factsOf({ phase, fields }: State): Fact<DocumentFact>[] {
  if (phase !== 'standing' && phase !== 'ended') return []
  const { since, until } = fields
  return [
    { kind: 'issued', day: String(since), data: fields },
    ...(until === undefined ? [] : [{ kind: 'ended' as const, day: String(until), data: fields }]),
  ]
}
