import { Problem } from '#base/problem'
import {
  count,
  derived,
  field,
  later,
  optional,
  persons,
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

export type PairingCommand = 'begin' | 'meet' | 'unmeet' | 'review' | 'pass-on' | 'correct' | 'end' | 'withdraw'
export type PairingFact = 'begun' | 'met' | 'reviewed' | 'ended'

type Options = {
  /** Who is stood beside: one person, one household, or an organisation by its name. */
  readonly beside: 'person' | 'household' | 'organisation'
  readonly endings: readonly [string, ...string[]]
  /** She who is stood beside is a child: her guardian's consent is asked besides her own. */
  readonly child?: true
}
type Contact = { readonly day: string; readonly form: string }
type State = Common & {
  readonly givers: readonly string[]
  readonly met: readonly Contact[]
  readonly reviews: readonly string[]
}
type PairingFields = Fields & Record<'giver' | 'form' | 'ending', Field>

const forms = ['visit', 'together', 'call', 'message'] as const
const asked = { person: 'receiver', household: 'families', organisation: 'organisation' } as const

/**
 * P5: a lasting tie between one who stands beside and one she stands beside, with their contacts along it. Consent comes first;
 * the tie outlives a change of her who stands beside. Pairs (对), people on either side (人), households (户) and contacts (次)
 * are counted apart. Contact is due within a limit of days, as is the number one person can stand beside (domain-rules 8).
 */
export function pairing({ beside, endings, child }: Options): Pattern<PairingCommand, PairingFact, State> & {
  readonly fields: PairingFields
} {
  const whom = asked[beside]
  const day = usually(field.day(), 'today')
  const receiver = beside === 'person' ? field.person() : beside === 'household' ? field.households(1) : field.text(60)
  const ending = field.choice(...endings)
  const first = { giver: field.person(), [whom]: receiver, since: day }
  const consent = { consent: field.yesNo(), ...(child ? { guardian: field.text(40) } : {}) }
  const fields: PairingFields = {
    ...first,
    giver: first.giver,
    until: later(field.day()),
    ending: later(ending),
    contacts: derived(field.count()),
    lastMet: derived(field.day()),
    reviewed: derived(field.day()),
    form: derived(field.choice(...forms)),
    note: later(field.note()),
  }
  return {
    name: 'pairing',
    fields,
    commands: {
      begin: { fields: { ...first, ...(beside === 'organisation' ? {} : consent) }, begins: true, own: 'ask' },
      meet: { fields: { on: day, form: usually(field.choice(...forms), 'visit'), topics: optional(field.note()) } },
      unmeet: { fields: { on: field.day(), reason: field.text(100) } },
      review: { fields: { on: day, found: field.note() } },
      'pass-on': { fields: { to: field.person(), reason: field.text(100) } },
      correct: { fields: { reason: field.text(100) }, own: 'change' },
      end: { fields: { until: day, ending, farewell: optional(field.note()) } },
      withdraw: { fields: { reason: field.text(100) } },
    },
    factKinds: ['begun', 'met', 'reviewed', 'ended'],
    phases: ['none', 'standing', 'ended', 'withdrawn'],
    eventKinds: eventKindsOf(steps),
    common: {
      pairs: stock('begun', 'ended', { unit: '对', system: 'P5' }),
      begun: count('begun', { unit: '对', system: 'P5' }),
      contacts: count('met', { unit: '次', system: 'P5', by: 'form' }),
      givers: persons('begun', 'giver', { unit: '人', system: 'P5' }),
    },
    limits: {
      contactWithin: { usual: 35, least: 7, most: 366 },
      perGiver: { usual: 3, least: 1, most: 20 },
    },
    start: { phase: 'none', fields: {}, givers: [], met: [], reviews: [] },

    head: ({ fields: { since, lastMet, organisation } }) => ({
      day: String(lastMet ?? since ?? ''),
      title: String(organisation ?? ''),
    }),
    names: ({ fields: { giver, receiver: her } }) =>
      [giver, her].flatMap(one => (one === undefined ? [] : [String(one)])),

    around(command, input, state): Record<string, Input> {
      if (command !== 'begin' && command !== 'pass-on') return {}
      const giver = input.giver ?? input.to
      const her = input[whom] ?? state.fields[whom]
      const standing = (fields: Input): Input => ({ phase: 'standing', fields })
      return { open: standing({ giver }), same: standing({ giver, [whom]: her }) }
    },

    decide(state, command, input, around, today, { limits }) {
      const fault = outOfPhase(steps, state, command) ?? faultOf(state, command, input, today)
      if (fault) return fault
      if ((around.same ?? 0) > 0) return new Problem('already-stored', { fields: ['giver', whom] })
      const most = limits.perGiver ?? Number.POSITIVE_INFINITY
      if ((around.open ?? 0) >= most)
        return new Problem('limit-reached', { field: 'giver', value: input.giver ?? input.to, most })
      return [{ kind: steps[command].to, day: String(input.on ?? input.until ?? input.since ?? today), data: input }]
    },

    evolve: (state, event) => evolve(state, event),
    facts: state => factsOf(state),
  }
}

const steps: Steps<PairingCommand> = {
  begin: { from: ['none'], to: 'begun' },
  meet: { from: ['standing'], to: 'met' },
  unmeet: { from: ['standing', 'ended'], to: 'unmet' },
  review: { from: ['standing'], to: 'reviewed' },
  'pass-on': { from: ['standing'], to: 'passed-on' },
  correct: { from: ['standing', 'ended'], to: 'corrected' },
  end: { from: ['standing'], to: 'ended' },
  withdraw: { from: ['standing', 'ended'], to: 'withdrawn' },
}

function faultOf(state: State, command: PairingCommand, input: Input, today: string): Problem | undefined {
  const next = changed(state.fields, input)
  const { since, until, ending } = next
  const fault = notYet(next, ['since', 'until', 'on'], today)
  if (fault) return fault
  if (command === 'begin' && input.consent === false) return wrong('consent', 'consent-needed')
  if (input.on < since) return wrong('on', 'before-since', { since })
  if (until < since) return wrong('until', 'before-since', { since })
  if ((until === undefined) !== (ending === undefined)) return wrong(until ? 'ending' : 'until', 'missing')
  if (command === 'unmeet' && !state.met.some(({ day }) => day === input.on)) return wrong('on', 'not-among-them')
  if (command === 'pass-on' && input.to === state.fields.giver) return wrong('to', 'same-as-before')
  if (command !== 'correct' && command !== 'end') return undefined
  const days = [...state.met.map(({ day }) => day), ...state.reviews].sort()
  if (days[0] !== undefined && days[0] < since) return wrong('since', 'after-contact', { day: days[0] })
  const last = days.at(-1)
  return last !== undefined && until !== undefined && last > until
    ? wrong('until', 'before-contact', { day: last })
    : undefined
}

/** Emptying the day it ended empties how it ended. */
const changed = (before: Input, answers: Input): Input =>
  withChanges(before, { ...answers, ...(answers.until === null && { ending: null }) })

function evolve(state: State, { kind, data }: Event): State {
  const { reason, consent: _given, ...answers } = data
  switch (kind) {
    case 'begun':
      return { ...state, phase: 'standing', givers: [data.giver], fields: withChanges({}, answers) }
    case 'met':
      return told({ ...state, met: [...state.met, { day: data.on, form: data.form }] })
    case 'unmet': {
      const at = state.met.findLastIndex(({ day }) => day === data.on)
      return told({ ...state, met: state.met.toSpliced(at, 1), reason })
    }
    case 'reviewed':
      return told({ ...state, reviews: [...state.reviews, data.on] })
    case 'passed-on':
      return { ...state, givers: [...state.givers, data.to], fields: { ...state.fields, giver: data.to }, reason }
    case 'corrected': {
      const fields = changed(state.fields, answers)
      const givers = [...state.givers.slice(0, -1), fields.giver]
      return { ...state, phase: fields.until === undefined ? 'standing' : 'ended', fields, givers, reason }
    }
    case 'ended':
      return { ...state, phase: 'ended', fields: { ...state.fields, until: data.until, ending: data.ending } }
    default:
      return { ...state, phase: kind, reason }
  }
}

/** What a list shows of the contacts. */
function told(state: State): State {
  const last = state.met.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1)
  const shown = {
    contacts: state.met.length,
    lastMet: last?.day ?? null,
    form: last?.form ?? null,
    reviewed: [...state.reviews].sort().at(-1) ?? null,
  }
  return { ...state, fields: withChanges(state.fields, shown) }
}

function factsOf({ phase, fields, givers, met, reviews }: State): Fact<PairingFact>[] {
  if (phase !== 'standing' && phase !== 'ended') return []
  const { receiver } = fields
  const data = { ...fields, giver: [...givers], ...(receiver !== undefined && { receiver: [receiver] }) }
  return [
    { kind: 'begun', day: String(fields.since), data },
    ...met.map(({ day, form }): Fact<PairingFact> => ({ kind: 'met', day, data: { ...data, form } })),
    ...reviews.map((day): Fact<PairingFact> => ({ kind: 'reviewed', day, data })),
    ...(phase === 'ended' ? [{ kind: 'ended' as const, day: String(fields.until), data }] : []),
  ]
}
