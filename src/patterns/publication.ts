import { Problem } from '#base/problem'
import {
  count,
  derived,
  field,
  later,
  optional,
  stock,
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

export type PublicationCommand =
  | 'record'
  | 'draft'
  | 'change'
  | 'review'
  | 'return'
  | 'publish'
  | 'reach'
  | 'unshow'
  | 'correct'
  | 'take-down'
  | 'drop'
  | 'withdraw'
export type PublicationFact = 'published' | 'taken-down' | 'reached'

type Options = {
  /** What is published. */
  readonly kinds: readonly [string, ...string[]]
  /** Where it stands: the official accounts and places of the federation, or of others. */
  readonly channels: readonly [string, ...string[]]
  /** Reviews a draft needs before it goes out (三审), by as many different people; a unit may decide otherwise. Left out: three. */
  readonly reviews?: 1 | 2 | 3
}
type Reach = { readonly on: string; readonly reads: number }
type State = Common & { readonly reviewers: readonly string[]; readonly reaches: readonly Reach[] }
type PublicationFields = Fields & Record<'kind' | 'channels' | 'number' | 'reads', Field>

/**
 * P11: from a draft through its reviews, by different people, to what stands in public under the federation's own name; corrected
 * or taken down in the open. Whoever is shown has agreed, a child by her guardian; who takes her consent back is unshown, or the
 * piece comes down. Reach is what the platform reports of a piece, entered with its day, and never anybody's score. Nothing here
 * posts anything anywhere.
 */
export function publication({
  kinds,
  channels,
  reviews = 3,
}: Options): Pattern<PublicationCommand, PublicationFact, State> & { readonly fields: PublicationFields } {
  const day = usually(field.day(), 'today')
  const reason = field.text(200)
  const kind = field.choice(...kinds)
  const where = field.choices(...channels)
  const piece = { title: field.text(100), kind }
  const standing = { since: day, channels: where, number: usually(field.count(1_000_000), 1) }
  const shown = { shown: later(field.people(50)), consent: later(field.yesNo()) }
  const fields: PublicationFields = {
    ...piece,
    ...standing,
    link: later(field.text(200)),
    author: later(field.text(60)),
    /** What those who review it read. */
    text: derived(field.note(8000)),
    ...shown,
    until: derived(day),
    reads: derived(field.count(10_000_000_000)),
    reviewed: derived(field.count(9)),
    returned: derived(reason),
    note: later(field.note()),
  }
  return {
    name: 'publication',
    fields,
    commands: {
      record: { fields: { ...piece, ...standing, link: later(field.text(200)), ...shown }, begins: true, own: 'ask' },
      draft: { fields: { ...piece, text: optional(field.note(8000)), ...shown }, begins: true, own: 'ask' },
      change: { fields: { text: field.note(8000) } },
      review: { fields: { opinion: optional(field.note(1000)) } },
      return: { fields: { returned: reason } },
      publish: { fields: { since: day, channels: where, link: optional(field.text(200)) } },
      reach: { fields: { on: day, reads: field.count(10_000_000_000) } },
      unshow: { fields: { gone: field.people(50), reason } },
      correct: { fields: { reason }, own: 'change' },
      'take-down': { fields: { until: day, reason } },
      drop: { fields: { reason } },
      withdraw: { fields: { reason } },
    },
    factKinds: ['published', 'taken-down', 'reached'],
    phases: ['none', 'draft', 'passed', 'published', 'taken-down', 'dropped', 'withdrawn'],
    eventKinds: eventKindsOf(steps),
    common: {
      published: sum('published', 'number', { unit: '篇', system: 'P11' }),
      standing: stock('published', 'taken-down', { unit: '篇', system: 'P11', sum: 'number' }),
      reads: sum('reached', 'reads', { unit: '人次', system: 'P11' }),
      taken: count('taken-down', { unit: '篇', system: 'P11' }),
    },
    limits: { reviews: { usual: reviews, least: 1, most: 3 } },
    start: { phase: 'none', fields: {}, reviewers: [], reaches: [] },

    head: ({ fields: { since, title } }) => ({ day: String(since ?? ''), title: String(title ?? '') }),
    names: ({ fields }) => (fields.shown ?? []) as string[],
    around: () => ({}),

    decide(state, command, input, _around, today, { limits, by }) {
      const fault = outOfPhase(steps, state, command) ?? faultOf(state, command, input, today)
      if (fault) return fault
      if (command === 'review') {
        // who reads it says so herself: a review in another's name is none
        if (state.reviewers.includes(by)) return wrong('opinion', 'another-person')
        const last = state.reviewers.length + 1 >= (limits.reviews ?? reviews)
        return [{ kind: 'reviewed', day: today, data: { ...input, reviewer: by, ...(last && { last }) } }]
      }
      return [
        {
          kind: steps[command].to,
          day: String(input.on ?? input.until ?? input.since ?? today),
          data: input,
        },
      ]
    },

    evolve: (state, event) => evolve(state, event),
    facts: state => factsOf(state),
  }
}

const steps: Steps<PublicationCommand> = {
  record: { from: ['none'], to: 'published' },
  draft: { from: ['none'], to: 'drafted' },
  change: { from: ['draft'], to: 'changed' },
  review: { from: ['draft'], to: 'reviewed' },
  return: { from: ['draft', 'passed'], to: 'returned' },
  publish: { from: ['passed'], to: 'published' },
  reach: { from: ['published'], to: 'reached' },
  unshow: { from: ['published'], to: 'unshown' },
  correct: { from: ['draft', 'passed', 'published'], to: 'corrected' },
  'take-down': { from: ['published'], to: 'taken-down' },
  drop: { from: ['draft', 'passed'], to: 'dropped' },
  withdraw: { from: ['published', 'taken-down'], to: 'withdrawn' },
}

function faultOf(state: State, command: PublicationCommand, input: Input, today: string): Problem | undefined {
  const next = withChanges(state.fields, command === 'reach' ? {} : input)
  const fault = notYet(input, ['since', 'until', 'on'], today)
  if (fault) return fault
  if (((next.shown ?? []) as string[]).length > 0 && next.consent !== true) return wrong('consent', 'consent-needed')
  if ((command === 'reach' || command === 'take-down') && (input.on ?? input.until) < next.since)
    return wrong(command === 'reach' ? 'on' : 'until', 'before-since', { since: next.since })
  if (command === 'unshow') {
    const shown = (state.fields.shown ?? []) as string[]
    return (input.gone as string[]).some(person => !shown.includes(person))
      ? wrong('gone', 'not-among-them')
      : undefined
  }
  if (command === 'correct' && state.phase !== 'published' && input.since !== undefined)
    return wrong('since', 'not-yet')
  const first = state.reaches.map(({ on }) => on).sort()[0]
  return command === 'correct' && first !== undefined && next.since > first
    ? wrong('since', 'after-result', { day: first })
    : undefined
}

function evolve(state: State, { kind, data }: Event): State {
  const { reason, last, ...answers } = data
  const told = (changes: Input = answers) => withChanges(state.fields, changes)
  switch (kind) {
    case 'drafted':
      return { ...state, phase: 'draft', fields: told() }
    // what was changed is read anew by everybody
    case 'changed':
      return { ...state, reviewers: [], fields: told({ text: data.text, reviewed: null, returned: null }) }
    case 'returned':
      return { ...state, phase: 'draft', reviewers: [], fields: told({ returned: data.returned, reviewed: null }) }
    case 'reviewed': {
      const reviewers = [...state.reviewers, data.reviewer]
      return {
        ...state,
        phase: last ? 'passed' : 'draft',
        reviewers,
        fields: told({ reviewed: reviewers.length, returned: null }),
      }
    }
    case 'published':
      return { ...state, phase: 'published', fields: told({ number: 1, ...answers }) }
    case 'reached': {
      // the platform's latest word replaces an earlier one of the same day; what counts is the last
      const reaches = [...state.reaches.filter(({ on }) => on !== data.on), { on: data.on, reads: data.reads }]
      return { ...state, reaches, fields: told({ reads: latest(reaches)?.reads ?? null }) }
    }
    case 'unshown': {
      const shown = ((state.fields.shown ?? []) as string[]).filter(person => !data.gone.includes(person))
      return { ...state, fields: told({ shown: shown.length ? shown : null }), reason }
    }
    case 'corrected': {
      const again = state.phase === 'published' ? {} : { reviewed: null }
      const draft =
        state.phase === 'passed' ? { phase: 'draft', reviewers: [] } : state.phase === 'draft' ? { reviewers: [] } : {}
      return { ...state, ...draft, fields: told({ ...answers, ...again }), reason }
    }
    case 'taken-down':
      return { ...state, phase: 'taken-down', fields: told({ until: data.until }), reason }
    default:
      return { ...state, phase: kind, reason }
  }
}

const latest = (reaches: readonly Reach[]): Reach | undefined =>
  reaches.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1)

function factsOf({ phase, fields, reaches }: State): Fact<PublicationFact>[] {
  if (phase !== 'published' && phase !== 'taken-down') return []
  const last = latest(reaches)
  return [
    { kind: 'published', day: String(fields.since), data: fields },
    ...(last ? [{ kind: 'reached' as const, day: last.on, data: { ...fields, reads: last.reads } }] : []),
    ...(phase === 'taken-down' ? [{ kind: 'taken-down' as const, day: String(fields.until), data: fields }] : []),
  ]
}
