import { Problem } from '#base/problem'
import {
  count,
  derived,
  field,
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
} from '#language'
import { withChanges, wrong } from './answers.ts'

export type LetterCommand = 'send' | 'receive' | 'answer' | 'return' | 'escalate' | 'close' | 'correct' | 'withdraw'
export type LetterFact = 'sent' | 'answered' | 'escalated' | 'closed'

type State = Common & {
  readonly sentOn?: string
  readonly steps: readonly { readonly kind: LetterFact; readonly day: string }[]
}
type LetterFields = Fields & Record<'title' | 'due', Field>

/**
 * A letter from a unit to one below it that must be answered (A4, the reminder letter): sent under a number, received, answered by
 * its day, sent back when the answer does not do, taken to those above when none comes, closed by whoever sent it. It lies with
 * the unit that received it, where she who must answer sees it waiting.
 */
export function letter(): Pattern<LetterCommand, LetterFact, State> & { readonly fields: LetterFields } {
  const day = usually(field.day(), 'today')
  const reason = field.text(200)
  const first = { title: field.text(60), what: field.note(2000), due: field.day('any') }
  const fields: LetterFields = {
    ...first,
    number: derived(field.text(40)),
    since: derived(day),
    answer: derived(field.note(2000)),
    answered: derived(day),
    returned: derived(reason),
    escalated: derived(day),
  }
  return {
    name: 'letter',
    fields,
    commands: {
      send: { fields: { ...first, number: optional(field.text(40)) }, begins: true, own: 'ask' },
      receive: { fields: {} },
      answer: { fields: { answer: field.note(2000) } },
      return: { fields: { returned: reason } },
      escalate: { fields: { reason } },
      close: { fields: {} },
      correct: { fields: { reason }, own: 'change' },
      withdraw: { fields: { reason } },
    },
    factKinds: ['sent', 'answered', 'escalated', 'closed'],
    phases: ['none', 'sent', 'received', 'answered', 'closed', 'withdrawn'],
    eventKinds: [...new Set(Object.values(moves).map(({ to }) => to))],
    common: {
      sent: count('sent', { unit: '件', system: 'P10' }),
      answered: count('answered', { unit: '件', system: 'P10' }),
      escalated: count('escalated', { unit: '件', system: 'P10' }),
      open: stock('sent', 'closed', { unit: '件', system: 'P10' }),
    },
    start: { phase: 'none', fields: {}, steps: [] },

    head: ({ fields: { due, title } }) => ({ day: String(due ?? ''), title: String(title ?? '') }),
    names: () => [],
    around: () => ({}),
    series: (command, input): Record<string, string> =>
      command === 'send' && input.number === undefined ? { number: String(input.due).slice(0, 4) } : {},

    decide(state, command, input, around, today) {
      const { from, to } = moves[command]
      if (!from.includes(state.phase)) return new Problem('not-in-this-state', { phase: state.phase, command })
      const fault = faultOf(state, command, input, today)
      if (fault) return fault
      const number =
        around.number === undefined ? {} : { number: `提醒〔${String(input.due).slice(0, 4)}〕${around.number}号` }
      return [{ kind: to, day: today, data: { ...input, ...number, at: today } }]
    },

    evolve: (state, event) => evolve(state, event),
    facts: state => factsOf(state),
  }
}

/** From which phases, to which event. */
const moves: Record<LetterCommand, { from: readonly string[]; to: string }> = {
  send: { from: ['none'], to: 'sent' },
  receive: { from: ['sent'], to: 'received' },
  answer: { from: ['sent', 'received'], to: 'answered' },
  return: { from: ['answered'], to: 'returned' },
  escalate: { from: ['sent', 'received'], to: 'escalated' },
  close: { from: ['answered'], to: 'closed' },
  correct: { from: ['sent', 'received'], to: 'corrected' },
  withdraw: { from: ['sent', 'received', 'answered'], to: 'withdrawn' },
}

function faultOf(state: State, command: LetterCommand, input: Input, today: string): Problem | undefined {
  if (command === 'send' && input.due < today) return wrong('due', 'before-since', { since: today })
  if (command === 'correct' && typeof input.due === 'string' && input.due < String(state.sentOn))
    return wrong('due', 'before-since', { since: state.sentOn })
  if (command !== 'escalate') return undefined
  if (state.steps.some(({ kind }) => kind === 'escalated')) return new Problem('already-stored', { fields: ['reason'] })
  // nobody is told on before her day is over
  return state.fields.due >= today
    ? new Problem('too-early', { path: 'reason', day: state.fields.due, today })
    : undefined
}

function evolve(state: State, { kind, data }: Event): State {
  const { reason, at, ...answers } = data
  const told = (changes: Input = answers) => withChanges(state.fields, changes)
  const step = (of: LetterFact) => [...state.steps, { kind: of, day: String(at) }]
  switch (kind) {
    case 'sent':
      return { ...state, phase: 'sent', fields: told({ ...answers, since: at }), sentOn: at, steps: step('sent') }
    case 'received':
      return { ...state, phase: 'received' }
    case 'answered':
      return {
        ...state,
        phase: 'answered',
        fields: told({ ...answers, answered: at, returned: null }),
        steps: step('answered'),
      }
    case 'returned':
      return {
        ...state,
        phase: 'received',
        fields: told({ ...answers, answered: null }),
        steps: state.steps.filter(each => each.kind !== 'answered'),
      }
    case 'escalated':
      return { ...state, fields: told({ escalated: at }), steps: step('escalated'), reason }
    case 'closed':
      return { ...state, phase: 'closed', steps: step('closed') }
    case 'corrected':
      return { ...state, fields: told(), reason }
    default:
      return { ...state, phase: kind, reason }
  }
}

const factsOf = ({ phase, fields, steps }: State): Fact<LetterFact>[] =>
  phase === 'withdrawn' ? [] : steps.map(({ kind, day }) => ({ kind, day, data: fields }))
