import { addDays } from '#base/day'
import { Problem } from '#base/problem'
import {
  count,
  field,
  later,
  optional,
  stock,
  usually,
  type Common,
  type Event,
  type Fact,
  type Field,
  type Input,
  type Pattern,
  type Sends,
} from '#language'
import { withChanges, wrong } from './answers.ts'
import { handedOf, levelBelow, namesNobody, sharesOf } from './handing-down.ts'

export type TaskCommand =
  | 'draft'
  | 'issue'
  | 'assign'
  | 'receive'
  | 'report'
  | 'accept'
  | 'return'
  | 'fulfil'
  | 'remind'
  | 'answer'
  | 'extend'
  | 'correct'
  | 'close'
  | 'drop'
  | 'cancel'
export type TaskFact = 'opened' | 'ended' | 'given' | 'done' | 'late' | 'caught-up' | 'reminded'

type Reminder = { readonly day: string; readonly words: string; readonly answer?: string; readonly answered?: string }
type State = Common & { readonly reminders: readonly Reminder[]; readonly doneOn?: string; readonly waves?: number }

const day = usually(field.day(), 'today')
const reason = field.text(100)
const first = {
  title: field.text(60),
  what: field.note(1000),
  since: usually(field.day('any'), 'today'),
  due: field.day('any'),
  /** What fulfils it: the figure of this indicator from `since` on. A task without one is reported in words. */
  counts: optional(field.indicator('counted')),
  /** What it comes to at the unit and below. */
  target: optional(field.count(10_000_000)),
  /** What no record tells and units must write back; never together with `counts`. */
  asks: optional(field.questions()),
} satisfies Record<string, Field>
const fields = {
  ...first,
  /** The task this one was broken down from, and the unit that gave it. */
  parent: { ...optional(field.record('')), derived: true, later: true } as Field,
  from: { ...optional(field.unit()), derived: true, later: true } as Field,
  to: { ...later(levelBelow), derived: true } as Field,
  reached: { ...later(field.count(10_000_000_000)), derived: true } as Field,
  result: { ...later(field.note(1000)), derived: true } as Field,
  replies: { ...later(field.replies()), derived: true } as Field,
  /** Of a task handed down: the how manieth time. */
  wave: { ...later(field.count(1000)), derived: true } as Field,
} satisfies Record<string, Field>

/**
 * P3: opened above, handed down level by level, fulfilled below. A task that counts an indicator asks nobody anything: the house
 * looks at the records that are made anyway and closes it when they reach its target (`fulfil`). Only a task that no record can
 * tell is reported in words, and accepted or returned by the unit above. It may be handed down in several waves, each to the same
 * level with its own days, with a number for every unit or a list of some.
 */
export function task(): Pattern<TaskCommand, TaskFact, State> & { readonly fields: typeof fields } {
  return {
    name: 'task',
    fields,
    commands: {
      draft: { fields: first, begins: true, own: 'ask' },
      issue: {
        fields: {
          to: levelBelow,
          each: optional(field.count(10_000_000)),
          targets: optional(field.shares()),
          since: optional(field.day('any')),
          due: optional(first.due),
        },
        below: true,
      },
      assign: {
        fields: { ...first, parent: field.record(''), from: field.unit(), wave: field.count(1000) },
        begins: true,
        own: 'ask',
      },
      receive: { fields: {} },
      report: { fields: { result: field.note(1000), replies: optional(field.replies()) } },
      accept: { fields: {} },
      return: { fields: { reason } },
      fulfil: { fields: { reached: field.count(10_000_000_000), day } },
      remind: { fields: { words: field.note(300) } },
      answer: { fields: { words: field.note(300) } },
      extend: { fields: { due: first.due, reason } },
      correct: { fields: { reason }, own: 'change' },
      close: { fields: {} },
      drop: { fields: { reason } },
      cancel: { fields: { reason } },
    },
    factKinds: ['opened', 'ended', 'given', 'done', 'late', 'caught-up', 'reminded'],
    phases: ['none', 'draft', 'issued', 'given', 'received', 'reported', 'closed', 'done', 'cancelled'],
    eventKinds: [...new Set(Object.values(steps).map(step => step.event))],
    common: {
      campaigns: stock('opened', 'ended', { unit: '项', system: 'P3' }),
      given: count('given', { unit: '项', system: 'P3', by: 'level' }),
      done: count('done', { unit: '项', system: 'P3', by: 'level' }),
      open: stock('given', 'done', { unit: '项', system: 'P3' }),
      late: stock('late', 'caught-up', { unit: '项', system: 'P3' }),
      reminders: count('reminded', { unit: '次', system: 'P3' }),
    },
    start: { phase: 'none', fields: {}, reminders: [] },

    head: ({ fields: { due, title } }) => ({ day: String(due ?? ''), title: String(title ?? '') }),
    names: () => [],
    around: () => ({}),

    sends(command, input, state, { shard, id, unit }): Sends<TaskCommand> | undefined {
      if (command !== 'issue') return undefined
      const { since, due, each, targets, to } = input
      const { target: _own, ...handed } = handedOf(state.fields, fields, first)
      const told = Object.entries({ since, due, target: each }).filter(([, value]) => value !== undefined)
      const parent = { parent: { shard, id }, from: unit, wave: wavesOf(state) + 1 }
      const counted = handed.counts !== undefined
      const shares = sharesOf(targets, target => (counted ? { target } : {}))
      return { command: 'assign', level: to, input: { ...handed, ...Object.fromEntries(told), ...parent }, ...shares }
    },

    decide(state, command, input, _around, today) {
      const { from, event } = steps[command]
      if (!from.includes(state.phase)) return new Problem('not-in-this-state', { phase: state.phase, command })
      return faultOf(state, command, input, today) ?? [{ kind: event, day: String(input.day ?? today), data: input }]
    },

    evolve: (state, event) => evolve(state, event),
    facts: state => factsOf(state),
  }
}

/** How many times it was handed down. Records of before waves were told apart say only to which level: that was one. */
const wavesOf = ({ waves, fields: { to } }: State): number => waves ?? (to === undefined ? 0 : 1)

const open = ['given', 'received']

/** From which phases, to which event. A task with parts below may still be done itself. */
const steps: Record<TaskCommand, { from: readonly string[]; event: string }> = {
  draft: { from: ['none'], event: 'drafted' },
  issue: { from: ['draft', 'issued', ...open], event: 'issued' },
  assign: { from: ['none'], event: 'given' },
  receive: { from: ['given'], event: 'received' },
  report: { from: open, event: 'reported' },
  accept: { from: ['reported'], event: 'accepted' },
  return: { from: ['reported'], event: 'returned' },
  fulfil: { from: [...open, 'reported'], event: 'fulfilled' },
  remind: { from: open, event: 'reminded' },
  answer: { from: [...open, 'reported', 'done'], event: 'answered' },
  extend: { from: open, event: 'extended' },
  correct: { from: ['draft'], event: 'corrected' },
  close: { from: ['issued'], event: 'closed' },
  drop: { from: ['draft', 'issued'], event: 'cancelled' },
  cancel: { from: [...open, 'reported'], event: 'cancelled' },
}

function faultOf(state: State, command: TaskCommand, input: Input, today: string): Problem | undefined {
  const { fields, reminders } = state
  const next = withChanges(fields, input)
  if (next.due < next.since) return wrong('due', 'before-since', { since: next.since })
  if (next.counts !== undefined && next.target === undefined && command !== 'issue') return wrong('target', 'missing')
  if (next.counts !== undefined && next.asks !== undefined) return wrong('asks', 'questions-and-counts')
  if (command === 'issue') return issueFault(fields, input, wavesOf(state))
  if (command === 'report' && (input.replies ?? []).length !== (fields.asks ?? []).length)
    return wrong('replies', 'replies-short')
  if (command === 'extend' && input.due <= fields.due) return wrong('due', 'not-later', { due: fields.due })
  // the records already say it
  if (command === 'report' && fields.counts !== undefined) return new Problem('already-stored', { fields: ['result'] })
  if (command === 'fulfil' && (fields.counts === undefined || input.reached < fields.target))
    return wrong('reached', 'target-not-reached', { target: fields.target })
  if (command === 'remind' && fields.due >= today)
    return new Problem('too-early', { path: 'due', day: fields.due, today })
  if (command === 'answer' && !reminders.some(({ answered }) => answered === undefined))
    return new Problem('not-in-this-state', { phase: 'none', command })
  return undefined
}

/** A number for each unit where records are counted; a wave of its own has its own days; nothing is due below later than above. */
function issueFault(fields: Input, input: Input, waves: number): Problem | undefined {
  if (waves > 0 && fields.to !== input.to) return wrong('to', 'handed-down', { to: fields.to })
  if (waves > 0 && (input.since === undefined || input.due === undefined))
    return wrong(input.since === undefined ? 'since' : 'due', 'wave-again')
  if (input.due > fields.due) return wrong('due', 'too-late-below', { due: fields.due })
  const none = input.each === undefined && input.targets === undefined
  return fields.counts !== undefined && none ? wrong('each', 'missing') : namesNobody(input.targets)
}

function evolve(state: State, { kind, day: on, data }: Event): State {
  const { reason, ...answers } = data
  const phase = phases[kind]
  const moved = phase ? { ...state, phase, ...(reason === undefined ? {} : { reason }) } : state
  switch (kind) {
    case 'drafted':
    case 'given':
    case 'corrected':
    case 'extended':
    case 'reported':
      return { ...moved, fields: withChanges(state.fields, answers) }
    case 'issued':
      return {
        ...state,
        phase: open.includes(state.phase) ? 'received' : 'issued',
        fields: { ...state.fields, to: data.to },
        waves: wavesOf(state) + 1,
      }
    case 'accepted':
    case 'closed':
      return { ...moved, doneOn: on }
    case 'fulfilled':
      return { ...moved, doneOn: on, fields: { ...state.fields, reached: data.reached } }
    case 'reminded':
      return { ...state, reminders: [...state.reminders, { day: on, words: data.words }] }
    case 'answered':
      return {
        ...state,
        reminders: state.reminders.map(each =>
          each.answered === undefined ? { ...each, answer: data.words, answered: on } : each,
        ),
      }
    default:
      return moved
  }
}

/** The phase an event leads to; those not named stay where they are. */
const phases: Readonly<Record<string, string>> = {
  drafted: 'draft',
  given: 'given',
  received: 'received',
  reported: 'reported',
  returned: 'received',
  accepted: 'done',
  fulfilled: 'done',
  closed: 'closed',
  cancelled: 'cancelled',
}

function factsOf({ phase, fields, reminders, doneOn }: State): Fact<TaskFact>[] {
  if (['none', 'draft', 'cancelled'].includes(phase)) return []
  const fact = (kind: TaskFact, on: string): Fact<TaskFact> => ({ kind, day: on, data: fields })
  if (fields.parent === undefined)
    return [
      fact('opened', fields.since),
      ...(doneOn ? [fact('ended', doneOn > fields.since ? doneOn : fields.since)] : []),
    ]
  const since = String(fields.since)
  const done = doneOn && (doneOn < since ? since : doneOn)
  const overdue = addDays(fields.due, 1)
  const late = done === undefined || done > fields.due
  return [
    fact('given', since),
    ...(late ? [fact('late', overdue)] : []),
    ...(done ? [fact('done', done)] : []),
    ...(done && late ? [fact('caught-up', done)] : []),
    ...reminders.map(each => fact('reminded', each.day)),
  ]
}
