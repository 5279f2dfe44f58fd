import { call } from '#contract/call'
import { useState } from 'react'
import { answersFrom, askedOf, fieldsOf, startAnswers, toInput, wrongs, type Answers, type Wrong } from './answers.ts'
import { forgetAnswers } from './door.ts'
import { freshId } from './fresh-id.ts'
import { screensOf } from './patterns.ts'
import type { Declaration, Me, Receipt, RecordPage } from './shapes.ts'
import { issuesOf } from './use-order.ts'

/** Fields that say why, and are asked last. */
const isReason = (name: string) => name === 'reason'

/**
 * A command on a standing record: correct, withdraw, verify … A correction starts from what stands and sends only what
 * changed, with the revision it was seen in, so that nobody overwrites what somebody else has just put right.
 */
export function useChange(record: RecordPage, of: Declaration, command: string, me: Me) {
  const held = (name: string) => record.fields.find(each => each.name === name)?.value
  const fields = (of.commands[command]?.begins ? askedOf(of, command) : fieldsOf(of, command))
    .flatMap(field => screensOf(of.pattern).fit(field, held) ?? [])
    .sort((a, b) => Number(isReason(a.name)) - Number(isReason(b.name)))
  const changes = command === 'correct'
  const finishes = Boolean(of.commands[command]?.begins)
  const [before] = useState<Answers>(() => (changes || finishes ? answersFrom(record, fields) : {}))
  const [answers, setAnswers] = useState<Answers>(() => (changes ? before : startAnswers(fields, me, before)))
  const [order] = useState(freshId)
  const [state, setState] = useState<{ sending: boolean; error?: unknown; wrong: Record<string, Wrong | string> }>({
    sending: false,
    wrong: {},
  })

  const send = async (): Promise<Receipt | undefined> => {
    const wrong = wrongs(fields, answers, me.today)
    if (Object.keys(wrong).length) {
      setState({ sending: false, wrong })
      return undefined
    }
    setState({ sending: true, wrong: {} })
    try {
      const receipt = await call('perform', {
        body: {
          id: order,
          programme: of.id,
          command,
          record: { id: record.id, shard: record.shard },
          revision: record.revision,
          input: toInput(fields, answers, changes ? before : undefined),
        },
      })
      await forgetAnswers()
      return receipt
    } catch (error) {
      setState({ sending: false, error, wrong: issuesOf(error) })
      return undefined
    }
  }
  const set = (name: string, value: unknown) => setAnswers(now => ({ ...now, [name]: value }))
  const same =
    changes &&
    Object.keys(
      toInput(
        fields.filter(each => !isReason(each.name)),
        answers,
        before,
      ),
    ).length === 0
  return { fields, answers, set, send, same, ...state }
}
