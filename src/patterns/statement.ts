import { Problem } from '#base/problem'
import {
  countUnits,
  field,
  later,
  optional,
  usually,
  type Common,
  type Event,
  type Field,
  type Input,
  type Pattern,
} from '#language'
import { withChanges, wrong } from './answers.ts'

export type StatementCommand = 'declare' | 'correct' | 'withdraw'

const fields = {
  /** The indicator it is a value of, `programme.name`; `slice` when it is of one part only (`setting=village`). */
  indicator: field.indicator(),
  slice: later(field.slice()),
  /** As printed, in the unit of count itself: yuan for 元, 50 for 50 %. */
  value: field.number(),
  countUnit: field.choice(...countUnits),
  /** Left out for a value that stands at a day, given for one of a period. */
  from: optional(field.day()),
  to: field.day(),
  hedge: usually(field.choice('none', 'over', 'near', 'under', 'about'), 'none'),
  source: field.note(500),
  note: later(field.note()),
} satisfies Record<string, Field>

/**
 * A value somebody else declared: an old report with its clause, a department with its letter. It makes no measure, so it
 * can never be added to what records count; it is shown beside it.
 */
export function statement(): Pattern<StatementCommand, never> & { readonly fields: typeof fields } {
  return {
    name: 'statement',
    fields,
    commands: {
      declare: { fields, begins: true, own: 'ask' },
      correct: { fields: { reason: field.text(100) }, own: 'change' },
      withdraw: { fields: { reason: field.text(100) } },
    },
    factKinds: [],
    phases: ['none', 'declared', 'withdrawn'],
    eventKinds: Object.values(done),
    common: {},
    start: { phase: 'none', fields: {} },

    head: ({ fields: { to, source } }) => ({ day: String(to ?? ''), title: String(source ?? '').slice(0, 60) }),
    names: () => [],

    around(command, input, state): Record<string, Input> {
      if (command === 'withdraw') return {}
      const next = { slice: '', ...withChanges(state.fields, input) } as Input
      const key = { indicator: next.indicator, slice: next.slice, to: next.to, ...(next.from && { from: next.from }) }
      return { same: { phase: 'declared', fields: key } }
    },

    decide(state, command, input, around, today) {
      if (state.phase !== (command === 'declare' ? 'none' : 'declared'))
        return new Problem('not-in-this-state', { phase: state.phase, command })
      if (command === 'withdraw') return [{ kind: 'withdrawn', day: today, data: input }]
      const next = withChanges(state.fields, input)
      if (next.to > today) return new Problem('too-early', { path: 'to', day: next.to, today })
      if (next.from > next.to) return wrong('from', 'after-to', { to: next.to })
      if (whole.has(next.countUnit) && !(Number.isInteger(next.value) && next.value >= 0))
        return wrong('value', 'not-whole', { countUnit: next.countUnit })
      if (around.same) return new Problem('already-stored', { fields: ['indicator', 'from', 'to'] })
      const data = command === 'declare' ? { slice: '', ...input } : input
      return [{ kind: done[command], day: command === 'declare' ? String(next.to) : today, data }]
    },

    evolve: (state, event) => evolve(state, event),
    facts: () => [],
  }
}

const done = { declare: 'declared', correct: 'corrected', withdraw: 'withdrawn' } as const

/** Persons, sessions, places come in whole numbers; rates, ages and money do not. */
const whole: ReadonlySet<string> = new Set(countUnits.filter(unit => !['%', '岁', '1/10万', '元'].includes(unit)))

function evolve(state: Common, { kind, data }: Event): Common {
  const { reason, ...answers } = data
  if (kind === 'withdrawn') return { ...state, phase: kind, reason }
  const fields = { slice: '', ...withChanges(state.fields, answers) }
  return kind === 'corrected' ? { phase: 'declared', fields, reason } : { phase: 'declared', fields }
}
