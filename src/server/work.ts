import { Problem } from '#base/problem'
import { perform } from '#engine/perform'
import { outliving } from '#store/connection-loss'
import type { Handlers } from './doors.ts'
import type { Office } from './office.ts'

/** What is done and recorded: orders, lists, pages. */
export function workDoors({ house, ensureRunning, metrics }: Office): Handlers {
  return {
    async perform({ body, visitor }) {
      const known = house.programmes.get(body.programme)?.pattern.commands[body.command] !== undefined
      const what = known ? { programme: body.programme, command: body.command } : { programme: '?', command: '?' }
      const count = (outcome: string) => metrics.orders.inc({ ...what, outcome })
      try {
        const receipt = await outliving(ensureRunning, () => perform(house, visitor.actor, body))
        count(receipt.repeated ? 'repeated' : 'done')
        return { ...receipt, number: receiptNumber(receipt.record.id) }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        count(error.code)
        throw error
      }
    },
  }
}

/** What can be read out over the telephone: the last eight signs of the record's id. */
const receiptNumber = (id: string): string => id.slice(-8).toUpperCase()
