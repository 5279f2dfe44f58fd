import { call, Refused } from '#contract/call'
import { useRef, useState } from 'react'
import { fieldsOf, startAnswers, toInput, wrongs, type Answers, type Wrong } from './answers.ts'
import { forgetAnswers } from './door.ts'
import { dropDraft, keepDraft, lastAnswers, newDraft, readDraft, rememberHabit, type Draft } from './draft.ts'
import { screensOf } from './patterns.ts'
import type { Asked, Declaration, Me, Receipt } from './shapes.ts'

/** Kinds whose answer is mostly the same the next time. */
const steady = new Set(['choice', 'place'])

type State = { sending: boolean; error?: unknown; wrong: Record<string, Wrong | string> }

/**
 * A record being written: answers kept as they are typed, checked before they go, sent under an order id that stays the
 * same however often it is sent. `fields`: those asked on this page. `known`: what is known already; it begins a sheet of its own, and
 * a draft that lies there waits.
 */
export function useOrder(
  of: Declaration,
  command: string,
  me: Me,
  fields: Asked[],
  unit: number | undefined,
  known: Answers = {},
) {
  const kept = useRef<Draft | undefined>(undefined)
  const [draft, setDraft] = useState<Draft>(() => {
    const fresh = Object.keys(known).length > 0
    kept.current = fresh ? undefined : readDraft(me.person, of.id, command)
    const remembered = lastAnswers(me.person, of.id)
    return kept.current ?? newDraft({ ...startAnswers(fieldsOf(of, command), me, remembered), ...known })
  })
  const touched = useRef(new Set(Object.keys(kept.current?.answers ?? {})))
  const [state, setState] = useState<State>({ sending: false, wrong: {} })

  const put = (next: Draft) => {
    setDraft(next)
    keepDraft(me.person, of.id, command, next)
  }

  const set = (name: string, value: unknown) => {
    touched.current.add(name)
    const answers = follow(of, { ...draft.answers, [name]: value }, touched.current)
    put({ ...draft, answers, at: Date.now() })
    if (state.wrong[name]) {
      const { [name]: _righted, ...wrong } = state.wrong
      setState({ ...state, wrong })
    }
  }

  /** Sends it. The receipt, or undefined when something must be put right first. */
  const send = async (): Promise<Receipt | undefined> => {
    const wrong = wrongs(fields, draft.answers, me.today)
    if (Object.keys(wrong).length) {
      setState({ sending: false, wrong })
      return undefined
    }
    setState({ sending: true, wrong: {} })
    try {
      const receipt = await call('perform', {
        body: {
          id: draft.order,
          programme: of.id,
          command,
          record: { id: draft.record },
          ...(unit === undefined ? {} : { unit }),
          input: toInput(fieldsOf(of, command), draft.answers),
        },
      })
      dropDraft(me.person, of.id, command)
      rememberHabit(me.person, of.id, steadyAnswers(fields, draft.answers))
      setState({ sending: false, wrong: {} })
      void forgetAnswers()
      return receipt
    } catch (error) {
      if (error instanceof Refused && error.status === 0) put({ ...draft, waiting: true })
      setState({ sending: false, error, wrong: issuesOf(error) })
      return undefined
    }
  }

  /** Begins again with an empty page. */
  const restart = () => {
    dropDraft(me.person, of.id, command)
    touched.current.clear()
    setDraft(newDraft(startAnswers(fieldsOf(of, command), me, lastAnswers(me.person, of.id))))
    setState({ sending: false, wrong: {} })
  }

  return { answers: draft.answers, kept: Boolean(kept.current), set, send, restart, ...state }
}

/** A count is never below the names beside it, and follows them until it is typed. */
function follow(of: Declaration, answers: Answers, touched: Set<string>): Answers {
  const next = { ...answers }
  for (const [count, names] of Object.entries(screensOf(of.pattern).follow)) {
    const named = Array.isArray(next[names]) ? (next[names] as unknown[]).length : 0
    const now = typeof next[count] === 'number' ? (next[count] as number) : 0
    if (named > 0 && (!touched.has(count) || now < named) && fieldsHave(of, count))
      next[count] = Math.max(named, touched.has(count) ? now : 0)
  }
  return next
}

const fieldsHave = (of: Declaration, name: string) => of.fields.some(field => field.name === name)

const steadyAnswers = (fields: Asked[], answers: Answers): Answers =>
  Object.fromEntries(
    fields
      .filter(field => steady.has(field.kind))
      .flatMap(({ name }) => (answers[name] === undefined ? [] : [[name, answers[name]]])),
  )

/** What the server found wrong, by field. */
export function issuesOf(error: unknown): Record<string, string> {
  if (!(error instanceof Refused)) return {}
  return Object.fromEntries(
    (error.body.issues ?? []).map(issue => [issue.path.split('.')[0] ?? issue.path, issue.message]),
  )
}
