import { randomUUID } from 'node:crypto'
import type { Client } from './house.ts'

type Order = Parameters<typeof order>[1]

/** A lecture as a village records it. */
export const lecture = { title: '巾帼大宣讲', attended: 30, setting: 'village', form: 'talk' } as const

/** An order with fresh ids, ready to be sent; what is given replaces what is usual. */
export const order = (
  input: Record<string, unknown> = lecture,
  given: {
    id?: string
    programme?: string
    command?: string
    record?: { id: string; shard?: number }
    unit?: number
    revision?: number
  } = {},
) => ({
  id: randomUUID() as string,
  programme: 'lectures',
  command: 'record',
  record: { id: randomUUID() as string },
  ...given,
  input,
})

/** Sends it. */
export const send = (client: Client, input?: Record<string, unknown>, given?: Order) =>
  client.call('perform', { body: order(input, given) })
