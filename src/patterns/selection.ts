import { Problem } from '#base/problem'
import { afterWorkdays } from '#base/workdays'
import {
  count,
  derived,
  field,
  later,
  optional,
  stock,
  sum,
  usually,
  type Field,
  type Fields,
  type Pattern,
} from '#language'
import { certificateNumber, eventKindsOf, outOfPhase, wrong } from './answers.ts'
import { evolve, factsOf, none, steps, faultOf, type State } from './selection-life.ts'

export type SelectionCommand =
  | 'record'
  | 'nominate'
  | 'vet'
  | 'reply'
  | 'score'
  | 'recuse'
  | 'notice'
  | 'object'
  | 'settle'
  | 'grant'
  | 'decline'
  | 'review'
  | 'revoke'
  | 'correct'
  | 'withdraw'
export type SelectionFact = 'nominated' | 'granted' | 'ended' | 'revoked' | 'reviewed'

type Options = {
  /** What can be won; the programme's indicators say which counts persons, which households, which collectives. */
  readonly awards: readonly [string, ...string[]]
}
type SelectionFields = Fields & Record<'award' | 'rank' | 'number' | 'ground' | 'by', Field>

/** By whom an honour is given; 市级以上 is a prefecture's and every rank above. */
export const ranks = ['national', 'province', 'prefecture', 'county', 'township', 'village'] as const

/**
 * What shuts a nominee out (domain-rules 9). Penalties, violence, debts and the like are one answer, that of the departments: which
 * it was is nobody's to read here.
 */
const exclusions = ['departments', 'held', 'share', 'papers', 'condition', 'other'] as const

/** Why an honour is taken back (domain-rules 9). */
const grounds = ['untrue', 'law', 'harm', 'accident', 'dissolved', 'standard', 'other'] as const

/**
 * P6: from a nomination, by a unit, a neighbour or herself, through the departments' replies, the reviewers' sheets and the public
 * notice to an honour with a numbered certificate, its reviews and, where it must be, its revocation (domain-rules 9).
 * An honour decided elsewhere, or a list of many (clean households of a village), is written down whole by `record` with its
 * number. Granted (flow) and valid (stock) are two things; votes and likes are no score, so there is no field for them.
 */
export function selection({ awards }: Options): Pattern<SelectionCommand, SelectionFact, State> & {
  readonly fields: SelectionFields
} {
  const day = usually(field.day(), 'today')
  const reason = field.text(100)
  const award = field.choice(...awards)
  const rank = field.choice(...ranks)
  const first = { name: field.text(60), award, people: optional(field.people(20)) }
  const by = usually(field.choice('unit', 'self', 'neighbour', 'organisation'), 'unit')
  const honour = {
    since: day,
    rank,
    number: usually(field.count(10_000_000), 1),
    until: later(field.day('any')),
    document: later(field.text(60)),
  }
  const edition = field.text(20)
  const asked = { edition, by, deeds: optional(field.note(2000)) }
  return {
    name: 'selection',
    fields: {
      ...first,
      ...honour,
      edition: later(edition),
      by: later(by),
      deeds: later(asked.deeds),
      ground: later(field.choice(...grounds)),
      nominatedOn: derived(day),
      replies: derived(field.text(200)),
      score: derived(field.number()),
      excluded: derived(field.choice(...exclusions)),
      noticeFrom: derived(day),
      noticeUntil: derived(field.day('any')),
      certificate: derived(field.text(40)),
      reviewed: derived(day),
      revoked: derived(day),
      note: later(field.note()),
    },
    commands: {
      record: { fields: { ...first, ...honour, edition: later(edition) }, begins: true, own: 'ask' },
      nominate: { fields: { ...first, ...asked }, begins: true, own: 'ask' },
      vet: {
        fields: {
          on: day,
          eligible: field.yesNo(),
          excluded: optional(field.choice(...exclusions)),
          why: optional(field.text(200)),
        },
      },
      reply: {
        fields: { department: field.text(40), agrees: field.yesNo(), on: day, letter: optional(field.text(60)) },
      },
      score: { fields: { reviewer: field.person(), points: field.count(100) } },
      recuse: { fields: { reviewer: field.person(), reason } },
      notice: { fields: { from: day, where: optional(field.text(60)) } },
      object: { fields: { on: day, what: field.note(1000) } },
      settle: { fields: { on: day, upheld: field.yesNo(), found: field.note(1000) } },
      grant: { fields: { since: day, rank, document: optional(field.text(60)), until: optional(field.day('any')) } },
      decline: { fields: { reason } },
      review: { fields: { on: day, found: field.note(500) } },
      revoke: { fields: { on: day, ground: field.choice(...grounds), decision: optional(field.text(60)) } },
      correct: { fields: { reason }, own: 'change' },
      withdraw: { fields: { reason } },
    },
    factKinds: ['nominated', 'granted', 'ended', 'revoked', 'reviewed'],
    phases: ['none', 'nominated', 'vetted', 'shown', 'granted', 'declined', 'revoked', 'withdrawn'],
    eventKinds: eventKindsOf(steps),
    common: {
      nominated: count('nominated', { unit: '个', system: 'P6', by: 'by' }),
      granted: sum('granted', 'number', { unit: '个', system: 'P6', by: 'rank' }),
      valid: stock('granted', 'ended', { unit: '个', system: 'P6', sum: 'number' }),
      revoked: sum('revoked', 'number', { unit: '个', system: 'P6', by: 'ground' }),
    },
    // the length of the notice is nowhere written down for all: five working days are usual (domain-rules 9), an office may decide
    limits: {
      noticeDays: { usual: 5, least: 1, most: 30 },
      quota: { usual: 1_000_000, least: 0, most: 1_000_000 },
      // a department's word grows old: six months (domain-rules 9)
      replyDays: { usual: 183, least: 30, most: 1000 },
    },
    start: none,

    head: ({ fields: { since, nominatedOn, name } }) => ({
      day: String(since ?? nominatedOn ?? ''),
      title: String(name ?? ''),
    }),
    names: ({ fields }) => (fields.people ?? []) as string[],

    around(command, input) {
      if (command !== 'nominate' && command !== 'record') return {}
      const { award: which, edition: round, name, since } = input
      const standing = { standing: true, fields: { award: which, ...(round === undefined ? {} : { edition: round }) } }
      const same = { standing: true, fields: { ...standing.fields, name, ...(round === undefined && { since }) } }
      return { ...(command === 'nominate' && { quota: standing }), same }
    },
    series: (command, input, state): Record<string, string> =>
      command === 'grant' ? { certificate: `${state.fields.award} ${String(input.since).slice(0, 4)}` } : {},

    decide(state, command, input, around, today, { limits, calendar, level }) {
      const fault = outOfPhase(steps, state, command) ?? faultOf(state, command, input, today, limits)
      if (fault) return fault
      // nobody grants an honour of a rank above her own; one that was given higher up is written down as it was given
      if (command === 'grant' && ranks.indexOf(input.rank) < level) return wrong('rank', 'above-own')
      if ((around.same ?? 0) > 0) return new Problem('already-stored', { fields: ['name', 'award'] })
      const most = limits.quota ?? Number.POSITIVE_INFINITY
      if (command === 'nominate' && (around.quota ?? 0) >= most)
        return new Problem('limit-reached', { field: 'award', value: input.award, most })
      const given = { ...input }
      if (command === 'nominate') given.nominatedOn = today
      if (command === 'notice') given.until = afterWorkdays(input.from, limits.noticeDays ?? 5, calendar)
      if (command === 'grant') given.certificate = certificateNumber(input.since, around.certificate)
      return [{ kind: steps[command].to, day: String(input.on ?? input.from ?? input.since ?? today), data: given }]
    },

    evolve,
    facts: factsOf,
  }
}
