import type { Input } from '#language'

/**
 * What a client sends. `id` is chosen by the client (UUID), so an order sent twice happens once; so is the id of a new record.
 * `record.shard` is left out for a record that this order begins; `unit` says where it is begun (own unit when left out).
 * `revision` is the revision the client saw: if the record has moved on, the answer says what changed.
 */
export type Order = {
  readonly id: string
  readonly programme: string
  readonly command: string
  readonly record: { readonly id: string; readonly shard?: number }
  readonly unit?: number
  readonly revision?: number
  readonly input: Input
}

/** What became of it. `repeated`: the same order had been carried out before; nothing was counted twice. */
export type Receipt = {
  readonly order: string
  readonly record: { readonly shard: number; readonly id: string }
  readonly unit: number
  readonly revision: number
  readonly repeated: boolean
}
