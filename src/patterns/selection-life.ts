import { addDays } from '#base/day'
import { Problem } from '#base/problem'
import { scoreOf, type Sheet } from '#base/scores'
import type { Common, Event, Fact, Input } from '#language'
import { notYet, withChanges, wrong, type Steps } from './answers.ts'
import type { SelectionCommand, SelectionFact } from './selection.ts'

type Reply = { readonly department: string; readonly agrees: boolean; readonly on?: string }
export type State = Common & {
  /** Neither declined nor withdrawn: it takes one of the quota's places. */
  readonly standing: boolean
  readonly replies: readonly Reply[]
  readonly sheets: readonly Sheet[]
  readonly recused: readonly string[]
  /** Objections that wait to be settled. */
  readonly objections: number
  readonly reviews: readonly string[]
}

export const none: State = {
  phase: 'none',
  fields: {},
  standing: false,
  replies: [],
  sheets: [],
  recused: [],
  objections: 0,
  reviews: [],
}

export const steps: Steps<SelectionCommand> = {
  record: { from: ['none'], to: 'recorded' },
  nominate: { from: ['none'], to: 'nominated' },
  vet: { from: ['nominated'], to: 'vetted' },
  reply: { from: ['nominated', 'vetted', 'shown'], to: 'replied' },
  score: { from: ['vetted'], to: 'scored' },
  recuse: { from: ['nominated', 'vetted'], to: 'recused' },
  notice: { from: ['vetted'], to: 'shown' },
  object: { from: ['shown'], to: 'objected' },
  settle: { from: ['shown'], to: 'settled' },
  grant: { from: ['shown'], to: 'granted' },
  decline: { from: ['nominated', 'vetted', 'shown'], to: 'declined' },
  review: { from: ['granted'], to: 'reviewed' },
  revoke: { from: ['granted'], to: 'revoked' },
  correct: { from: ['nominated', 'vetted', 'shown', 'granted'], to: 'corrected' },
  withdraw: { from: ['granted', 'declined', 'revoked'], to: 'withdrawn' },
}

export function faultOf(
  state: State,
  command: SelectionCommand,
  input: Input,
  today: string,
  limits: Readonly<Record<string, number>>,
): Problem | undefined {
  const next = withChanges(state.fields, command === 'notice' ? {} : input)
  const { since, until } = next
  const fault = notYet(input, ['since', 'on', 'from'], today)
  if (fault) return fault
  if (since !== undefined && until !== undefined && until < since) return wrong('until', 'before-since', { since })
  switch (command) {
    case 'vet':
      return input.eligible || input.excluded || input.why ? undefined : wrong('why', 'missing')
    case 'score':
      if ((state.fields.people ?? []).includes(input.reviewer) || state.recused.includes(input.reviewer))
        return wrong('reviewer', 'recused')
      return state.sheets.some(({ reviewer }) => reviewer === input.reviewer)
        ? new Problem('already-stored', { fields: ['reviewer'] })
        : undefined
    case 'recuse':
      return state.recused.includes(input.reviewer)
        ? new Problem('already-stored', { fields: ['reviewer'] })
        : undefined
    case 'notice':
      return input.from < state.fields.nominatedOn
        ? wrong('from', 'before-since', { since: state.fields.nominatedOn })
        : undefined
    case 'settle':
      return state.objections === 0 ? new Problem('not-in-this-state', { phase: state.phase, command }) : undefined
    case 'grant':
      return grantFault(state, input, today, limits.replyDays)
    case 'review':
    case 'revoke':
      return input.on < since ? wrong('on', 'before-since', { since }) : undefined
    case 'correct': {
      if (state.phase !== 'granted')
        return ['since', 'until', 'rank', 'document'].some(name => input[name] !== undefined)
          ? wrong(input.since === undefined ? 'rank' : 'since', 'not-yet')
          : undefined
      const shown = state.fields.noticeUntil
      if (shown !== undefined && since <= shown) return wrong('since', 'before-since', { since: shown })
      const stood = [...state.reviews].sort()[0]
      return stood !== undefined && since > stood ? wrong('since', 'after-result', { day: stood }) : undefined
    }
    default:
      return undefined
  }
}

/** What keeps an honour from being given: an objection nobody settled, a department against it or whose word is too old, the notice. */
function grantFault(state: State, input: Input, today: string, replyDays?: number): Problem | undefined {
  const { noticeUntil } = state.fields
  if (state.objections > 0) return wrong('since', 'objection-open')
  const refused = state.replies.find(({ agrees }) => !agrees)
  if (refused) return wrong('since', 'department-against', { department: refused.department })
  const oldest = replyDays === undefined ? '' : addDays(today, -replyDays)
  const old = state.replies.find(({ on }) => on !== undefined && on < oldest)
  if (old) return wrong('since', 'reply-too-old', { department: old.department })
  return input.since <= noticeUntil
    ? new Problem('too-early', { path: 'since', day: input.since, today, after: noticeUntil })
    : undefined
}

export function evolve(state: State, { kind, data }: Event): State {
  const { reason, ...answers } = data
  const { fields } = state
  const told = (changes: Input) => withChanges(fields, changes)
  switch (kind) {
    case 'recorded':
      return { ...state, phase: 'granted', standing: true, fields: told(answers) }
    case 'nominated':
      return { ...state, phase: 'nominated', standing: true, fields: told({ ...answers, number: 1 }) }
    case 'vetted':
      if (data.eligible) return { ...state, phase: 'vetted' }
      return {
        ...state,
        ...{ phase: 'declined', standing: false, fields: told({ excluded: data.excluded ?? null }) },
        ...(data.why !== undefined && { reason: data.why }),
      }
    case 'replied': {
      const { department, agrees, on } = data
      const replies = [...state.replies.filter(each => each.department !== department), { department, agrees, on }]
      return { ...state, replies, fields: told({ replies: shownReplies(replies) }) }
    }
    // what others gave is told to nobody before all have been: the score is shown with the notice
    case 'scored':
      return { ...state, sheets: [...state.sheets, { reviewer: data.reviewer, points: data.points }] }
    case 'recused': {
      const sheets = state.sheets.filter(({ reviewer }) => reviewer !== data.reviewer)
      return { ...state, sheets, recused: [...state.recused, data.reviewer] }
    }
    case 'shown':
      return {
        ...state,
        phase: 'shown',
        fields: told({ noticeUntil: data.until, noticeFrom: data.from, score: scoreOf(state.sheets) ?? null }),
      }
    case 'objected':
      return { ...state, objections: state.objections + 1 }
    case 'settled':
      return data.upheld
        ? { ...state, objections: state.objections - 1, phase: 'declined', standing: false, reason: data.found }
        : { ...state, objections: state.objections - 1 }
    case 'granted':
      return { ...state, phase: 'granted', fields: told(answers) }
    case 'reviewed':
      return { ...state, reviews: [...state.reviews, data.on], fields: told({ reviewed: data.on }) }
    case 'revoked':
      return { ...state, phase: 'revoked', standing: false, fields: told({ revoked: data.on, ground: data.ground }) }
    case 'corrected':
      return { ...state, fields: told(answers), reason }
    default:
      return { ...state, phase: kind, standing: false, reason }
  }
}

const shownReplies = (replies: readonly Reply[]): string =>
  replies.map(({ department, agrees }) => `${department} ${agrees ? '✓' : '✗'}`).join('；')

/** An honour stands until it is revoked, or the day it was given for is over. */
export function factsOf({ phase, fields, reviews }: State): Fact<SelectionFact>[] {
  if (phase === 'none' || phase === 'withdrawn') return []
  const data = { ...fields }
  const nominated: Fact<SelectionFact>[] =
    fields.nominatedOn === undefined ? [] : [{ kind: 'nominated', day: String(fields.nominatedOn), data }]
  if (phase !== 'granted' && phase !== 'revoked') return nominated
  const over = [fields.revoked, fields.until].filter(each => each !== undefined).sort()[0]
  return [
    ...nominated,
    { kind: 'granted', day: String(fields.since), data },
    ...reviews.map((day): Fact<SelectionFact> => ({ kind: 'reviewed', day, data })),
    ...(over === undefined ? [] : [{ kind: 'ended' as const, day: String(over), data }]),
    ...(phase === 'revoked' ? [{ kind: 'revoked' as const, day: String(fields.revoked), data }] : []),
  ]
}
