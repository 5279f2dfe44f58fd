import {
  allow,
  count,
  field,
  later,
  persons,
  programme,
  sum,
  usually,
  type Common,
  type Field,
  type Indicator,
  type Pattern,
  type Programme,
} from '#language'

/** How many kinds of record the benchmark has; each makes up to five numbers, and persons. */
export const kinds = 60
export const kindName = (kind: number): string => `b${String(kind).padStart(2, '0')}`

const fields = {
  title: field.text(60),
  day: usually(field.day(), 'today'),
  v1: later(field.count(10_000)),
  v2: later(field.count(10_000)),
  v3: later(field.count(10_000)),
  v4: later(field.count(10_000)),
  people: later(field.people(50)),
} satisfies Record<string, Field>

type Command = 'record' | 'correct' | 'withdraw'

/** The smallest way of working that has everything a record's life has: it is made, put right, taken back. */
function plainWork(): Pattern<Command, 'held'> & { readonly fields: typeof fields } {
  return {
    name: 'activity',
    fields,
    commands: {
      record: { fields, begins: true, own: 'ask' },
      correct: { fields: { reason: field.text(60) }, own: 'change' },
      withdraw: { fields: { reason: field.text(60) } },
    },
    factKinds: ['held'],
    phases: ['none', 'held', 'withdrawn'],
    eventKinds: ['held', 'corrected', 'withdrawn'],
    common: {},
    start: { phase: 'none', fields: {} },
    head: ({ fields: { day, title } }) => ({ day: String(day), title: String(title) }),
    names: () => [],
    around: () => ({}),
    decide: (state, command, input, _around, today) => [
      { kind: did[command], day: String(input.day ?? state.fields.day ?? today), data: input },
    ],
    evolve: (state, { kind, data }): Common =>
      kind === 'withdrawn' ? { ...state, phase: kind } : { phase: 'held', fields: { ...state.fields, ...data } },
    facts: ({ phase, fields: data }) => (phase === 'held' ? [{ kind: 'held', day: String(data.day), data }] : []),
  }
}

const did = { record: 'held', correct: 'corrected', withdraw: 'withdrawn' } as const
const indicators: Record<string, Indicator<'held', keyof typeof fields>> = {
  i0: count('held', { unit: '场', system: 'P2' }),
  i1: sum('held', 'v1', { unit: '人次', system: 'P2' }),
  i2: sum('held', 'v2', { unit: '人次', system: 'P2' }),
  i3: sum('held', 'v3', { unit: '人次', system: 'P2' }),
  i4: sum('held', 'v4', { unit: '人次', system: 'P2' }),
  people: persons('held', 'people', { unit: '人', system: 'P2' }),
}
/** Who may do what in the benchmark. */
export const everywhere = [allow('staff', 'below'), allow('executive', 'here')]

/** 60 programmes: 300 numbers and 60 counts of distinct persons. */
export const benchProgrammes: readonly Programme[] = Array.from({ length: kinds }, (_, kind) =>
  programme({
    id: kindName(kind),
    version: 1,
    systems: ['P2'],
    chapter: 'lead',
    pattern: plainWork(),
    fields: {},
    access: { see: everywhere, open: everywhere, record: everywhere, correct: everywhere, withdraw: everywhere },
    indicators,
  }),
) as readonly Programme[]
