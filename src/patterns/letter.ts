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
import { eventKindsOf, notYet, outOfPhase, withChanges, wrong, type Steps } from './answers.ts'

export type LetterCommand = 'send' | 'receive' | 'answer' | 'return' | 'escalate' | 'close' | 'correct' | 'withdraw'
export type LetterFact = 'sent' | 'answered' | 'escalated' | 'closed'

/** What came of it, each with its day. */
type Came = { readonly kind: Exclude<LetterFact, 'sent'>; readonly day: string }
type State = Common & { readonly came: readonly Came[] }
type LetterFields = Fields & Record<'title' | 'due', Field>

/**
 * A letter from a unit to one below it that must be answered (A4, the reminder letter): sent under a number, received, answered by
 * its day, sent back when the answer does not do, taken to those above when none comes, closed by whoever sent it. It lies with
 * the unit that received it, where she who must answer sees it waiting.
 */
export function letter(): Pattern<LetterCommand, LetterFact, State> & { readonly fields: LetterFields } {
  const day = usually(field.day(), 'today')
  const reason = field.text(200)
  const first = { title: field.text(60), what: field.note(2000), since: day, due: field.day('any') }
  const fields: LetterFields = {
    ...first,
    number: derived(field.text(40)),
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
    eventKinds: eventKindsOf(steps),
    common: {
      sent: count('sent', { unit: '件', system: 'P10' }),
      answered: count('answered', { unit: '件', system: 'P10' }),
      escalated: count('escalated', { unit: '件', system: 'P10' }),
      open: stock('sent', 'closed', { unit: '件', system: 'P10' }),
    },
    start: { phase: 'none', fields: {}, came: [] },

    head: ({ fields: { due, title } }) => ({ day: String(due ?? ''), title: String(title ?? '') }),
    names: () => [],
    around: () => ({}),
    series: (command, input): Record<string, string> =>
      command === 'send' && input.number === undefined ? { number: String(input.since).slice(0, 4) } : {},

    decide(state, command, input, around, today) {
      const fault = outOfPhase(steps, state, command) ?? faultOf(state, command, input, today)
      if (fault) return fault
      const given =
        around.number === undefined ? {} : { number: `〔${String(input.since).slice(0, 4)}〕${around.number}号` }
      const day = command === 'send' ? String(input.since) : today
      return [{ kind: steps[command].to, day, data: { ...input, ...given } }]
    },

    evolve: (state, event) => evolve(state, event),
    facts: state => factsOf(state),
  }
}

const steps: Steps<LetterCommand> = {
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
  const { since, due } = withChanges(state.fields, input)
  const fault = notYet(input, ['since'], today)
  if (fault) return fault
  if (due < since) return wrong('due', 'before-since', { since })
  const first = state.came.map(({ day }) => day).sort()[0]
  if (command === 'correct' && first !== undefined && since > first)
    return wrong('since', 'after-result', { day: first })
  if (command !== 'escalate') return undefined
  if (state.came.some(({ kind }) => kind === 'escalated')) return new Problem('already-stored', { fields: ['reason'] })
  // nobody is told on before her day is over
  return due >= today ? new Problem('too-early', { path: 'reason', day: due, today }) : undefined
}

function evolve(state: State, { kind, day, data }: Event): State {
  const { reason, ...answers } = data
  const told = (changes: Input) => withChanges(state.fields, changes)
  const now = (of: Came['kind']) => [...state.came, { kind: of, day }]
  switch (kind) {
    case 'sent':
      return { ...state, phase: 'sent', fields: told(answers) }
    case 'answered': {
      const fields = told({ ...answers, answered: day, returned: null })
      return { ...state, phase: 'answered', fields, came: now('answered') }
    }
    case 'returned': {
      const came = state.came.filter(each => each.kind !== 'answered')
      return { ...state, phase: 'received', fields: told({ ...answers, answered: null }), came }
    }
    case 'escalated':
      return { ...state, fields: told({ escalated: day }), came: now('escalated'), reason }
    case 'closed':
      return { ...state, phase: 'closed', came: now('closed') }
    case 'corrected':
      return { ...state, fields: told(answers), reason }
    case 'withdrawn':
      return { ...state, phase: 'withdrawn', reason }
    default:
      return { ...state, phase: kind }
  }
}

function factsOf({ phase, fields, came }: State): Fact<LetterFact>[] {
  if (phase === 'none' || phase === 'withdrawn') return []
  const sent: Fact<LetterFact> = { kind: 'sent', day: String(fields.since), data: fields }
  return [sent, ...came.map(({ kind, day }) => ({ kind, day, data: fields }))]
}
