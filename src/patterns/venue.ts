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
} from '#language'
import { withChanges, wrong } from './answers.ts'

export type VenueCommand = 'found' | 'check' | 'uncheck' | 'rectify' | 'reopen' | 'correct' | 'close' | 'withdraw'
export type VenueFact = 'opened' | 'closed' | 'checked' | 'met' | 'unmet'

type Options = {
  /** The items of the standard, ticked one by one at a check and whole when decide sees it; a setting may put others in their place. */
  readonly standard: readonly [string, ...string[]]
  /** Own fields that name a person: she may reach the venue as her own. */
  readonly people?: readonly string[]
}
type Check = { readonly checked: string; readonly result: { readonly passed: string[]; readonly failed: string[] } }
type State = Common & { readonly standing: boolean; readonly checks: readonly Check[] }
type VenueFields = Fields & Record<'name' | 'since' | 'place' | 'until' | 'closure', Field>

/**
 * P8: a place that is founded, checked against a standard, put right where it falls short, and closed. It stands while it is
 * being put right. It meets its standard from a check that passes every item until a check that does not, or its closing.
 */
export function venue({ standard, people = [] }: Options): Pattern<VenueCommand, VenueFact, State> & {
  readonly fields: VenueFields
} {
  const day = usually(field.day(), 'today')
  const result = field.checks(...standard)
  const reason = field.text(100)
  const first = { name: field.text(60), since: day, place: later(field.place()), note: later(field.note()) }
  const order = { ordered: day, wanted: field.note(300), due: optional(field.day('any')) }
  return {
    name: 'venue',
    fields: {
      ...first,
      until: later(field.day()),
      closure: later(field.text(100)),
      checked: derived(day),
      result: derived(result),
      ordered: derived(day),
      wanted: derived(order.wanted),
      due: derived(order.due),
    },
    commands: {
      found: { fields: first, begins: true, own: 'ask' },
      check: { fields: { checked: day, result } },
      uncheck: { fields: { checked: field.day(), reason } },
      rectify: { fields: order },
      reopen: { fields: { reopened: day } },
      correct: { fields: { reason }, own: 'change' },
      close: { fields: { until: day, closure: field.text(100) } },
      withdraw: { fields: { reason } },
    },
    factKinds: ['opened', 'closed', 'checked', 'met', 'unmet'],
    phases: ['none', 'operating', 'rectifying', 'closed', 'withdrawn'],
    eventKinds: Object.values(steps).map(({ to }) => to),
    common: {
      venues: stock('opened', 'closed', { unit: '个', system: 'P8' }),
      meeting: stock('met', 'unmet', { unit: '个', system: 'P8' }),
      checks: count('checked', { unit: '次', system: 'P8' }),
    },
    start: { phase: 'none', fields: {}, standing: false, checks: [] },

    head: ({ fields: { since, name } }) => ({ day: String(since ?? ''), title: String(name ?? '') }),
    names: ({ fields }) => [...new Set(people.flatMap(name => (fields[name] ?? []) as string | string[]))],

    around(command, input, { fields, standing }): Record<string, Input> {
      const name = input.name ?? fields.name
      const begins = command === 'found' || (command === 'correct' && input.until === null)
      const renamed = command === 'correct' && standing && name !== fields.name
      return begins || renamed ? { same: { standing: true, fields: { name } } } : {}
    },

    decide(state, command, input, around, today) {
      const { from, to, day = '' } = steps[command]
      if (!from.includes(state.phase)) return new Problem('not-in-this-state', { phase: state.phase, command })
      if (around.same) return new Problem('already-stored', { fields: ['name'] })
      const fault = faultOf(state, command, input, today)
      if (fault) return fault
      const event = { kind: to, day: String(input[day] ?? today), data: input }
      const good = command === 'check' && (input.result as Check['result']).failed.length === 0
      const better = good && input.checked >= state.fields.ordered
      return better ? [event, { kind: 'reopened', day: event.day, data: { reopened: event.day } }] : [event]
    },

    evolve: (state, event) => evolve(state, event),
    facts: state => factsOf(state),
  }
}

/** From which phases, to which event, on which answer's day (today's when none). */
const steps: Record<VenueCommand, { from: readonly string[]; to: string; day?: string }> = {
  found: { from: ['none'], to: 'opened', day: 'since' },
  check: { from: ['operating', 'rectifying'], to: 'checked', day: 'checked' },
  uncheck: { from: ['operating', 'rectifying', 'closed'], to: 'unchecked' },
  rectify: { from: ['operating'], to: 'rectifying', day: 'ordered' },
  reopen: { from: ['rectifying'], to: 'reopened', day: 'reopened' },
  correct: { from: ['operating', 'rectifying', 'closed'], to: 'corrected' },
  close: { from: ['operating', 'rectifying'], to: 'closed', day: 'until' },
  withdraw: { from: ['operating', 'rectifying', 'closed'], to: 'withdrawn' },
}

/** Days in their order: opened, checked and ordered to put right, closed; none of them to come. */
function faultOf({ fields, checks }: State, command: VenueCommand, input: Input, today: string): Problem | undefined {
  const next = withChanges(fields, input)
  for (const path of ['since', 'checked', 'ordered', 'reopened', 'until'] as const)
    if (next[path] > today) return new Problem('too-early', { path, day: next[path], today })
  if (command === 'check') {
    const { passed, failed } = input.result as Check['result']
    if (passed.length + failed.length === 0) return wrong('result', 'nothing-checked')
    if (passed.some(item => failed.includes(item))) return wrong('result', 'both-passed-and-failed')
  }
  if (command === 'uncheck')
    return checks.some(each => each.checked === input.checked) ? undefined : wrong('checked', 'no-check-that-day')
  const { since, until, closure } = next
  const happened = [...checks.map(each => each.checked), ...(fields.ordered ? [fields.ordered] : [])].sort()
  const [first = since, last = since] = [happened[0], happened.at(-1)]
  if (since > first) return wrong('since', 'after-first-check', { checked: first })
  const { checked, ordered, reopened } = input
  for (const [path, day] of Object.entries({ checked, ordered, reopened, until }))
    if (day < since) return wrong(path, 'before-since', { since })
  if (reopened < fields.ordered) return wrong('reopened', 'before-ordered', { ordered: fields.ordered })
  if (until < last) return wrong('until', 'before-last-check', { checked: last })
  if (input.until !== null && (until === undefined) !== (closure === undefined))
    return wrong(until === undefined ? 'until' : 'closure', 'missing')
  return undefined
}

function evolve(state: State, { kind, data }: Event): State {
  const { reason, ...answers } = data
  switch (kind) {
    case 'checked':
    case 'unchecked': {
      const others = state.checks.filter(each => each.checked !== data.checked)
      const checks = kind === 'unchecked' ? others : [...others, { checked: data.checked, result: data.result }]
      checks.sort((a, b) => (a.checked < b.checked ? -1 : 1))
      return settled({ ...state, checks, ...(reason === undefined ? {} : { reason }) }, state.fields)
    }
    case 'reopened':
      return settled(state, withChanges(state.fields, { ordered: null, wanted: null, due: null }))
    case 'withdrawn':
      return { ...state, phase: kind, standing: false, reason }
    case 'corrected':
      return settled(
        { ...state, reason },
        withChanges(state.fields, answers.until === null ? { ...answers, closure: null } : answers),
      )
    default:
      return settled(state, withChanges(state.fields, answers))
  }
}

/** Phase and the latest check follow from the answers and the checks. */
function settled({ checks, reason }: State, fields: Input): State {
  const latest = checks.at(-1)
  const phase = fields.until !== undefined ? 'closed' : fields.ordered !== undefined ? 'rectifying' : 'operating'
  const shown = withChanges(fields, latest ?? { checked: null, result: null })
  return { phase, fields: shown, standing: phase !== 'closed', checks, ...(reason === undefined ? {} : { reason }) }
}

function factsOf({ phase, fields, checks }: State): Fact<VenueFact>[] {
  if (phase === 'none' || phase === 'withdrawn') return []
  const data = { ...fields, mapped: fields.place?.lat !== undefined }
  const met = checks.map(({ result }) => result.failed.length === 0)
  const fact = (kind: VenueFact, day: string) => ({ kind, day, data })
  const facts = checks.flatMap(({ checked }, i) => [
    { ...fact('checked', checked), data: { ...data, met: met[i] } },
    ...(met[i] === (met[i - 1] ?? false) ? [] : [fact(met[i] ? 'met' : 'unmet', checked)]),
  ])
  const until = fields.until as string | undefined
  const ends = until === undefined ? [] : [...(met.at(-1) ? [fact('unmet', until)] : []), fact('closed', until)]
  return [fact('opened', fields.since), ...facts, ...ends]
}
