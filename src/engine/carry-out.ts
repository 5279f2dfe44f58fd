import { Problem } from '#base/problem'
import type { Actor } from '#federation/actor'
import type { Programme } from '#language'
import { ask, type Queryable } from '#store/database'
import type { Decided, Opened } from './decide.ts'
import type { House } from './house.ts'
import type { Order, Receipt } from './order.ts'
import type { Parsed } from './parse.ts'

/**
 * Writes what was decided, in one statement. `alone`: the context to enter, when the statement is its own transaction. Answers
 * nothing when the order had been done before, or the record moved on under it.
 */
export async function carryOut(
  house: House,
  db: Queryable,
  programme: Programme,
  order: Order,
  before: Opened,
  { post, events, state, change, day, title, audit }: Decided,
  alone?: Actor['context'],
): Promise<Receipt | undefined> {
  // the line is kept with the moment its MAC was made over: a clock asked twice may have moved on
  const { at } = audit
  const values = [
    order.id,
    before.shard,
    before.unit,
    order.record.id,
    before.revision,
    programme.id,
    programme.version,
    state.phase,
    day,
    title,
    JSON.stringify(state),
    programme.pattern.names(state),
    JSON.stringify(events),
    audit.actor,
    `${post.kind}@${post.unit}`,
    at,
    change.outDays,
    change.enter.ind,
    change.enter.day,
    change.enter.val,
    change.personsOut.ind,
    change.personsOut.person,
    change.personsOut.day,
    change.personsIn.ind,
    change.personsIn.person,
    change.personsIn.day,
    audit.id,
    audit.act,
    JSON.stringify(audit.data),
    audit.mac,
  ]
  const params = values.map((_, i) => `$${i + 1}${casts[i] ?? ''}`).join(', ')
  const context = alone ? [alone.all, alone.shards, alone.units, alone.actor] : []
  const entered = context.map((_, i) => `$${values.length + i + 1}`).join(', ')
  const [row] = await ask<{ rev: number }>(
    db,
    alone ? 'carry-out-alone' : 'carry-out',
    `select carry_out(${params}) as rev${alone ? ` from enter(${entered})` : ''}`,
    [...values, ...context],
  ).catch(error => {
    throw asProblem(error)
  })
  if (!row || row.rev <= 0) return undefined
  return {
    order: order.id,
    record: { shard: before.shard, id: order.record.id },
    unit: before.unit,
    revision: row.rev,
    repeated: false,
  }
}

const casts: Record<number, string> = {
  16: '::date[]',
  17: '::smallint[]',
  18: '::date[]',
  19: '::bigint[]',
  20: '::smallint[]',
  21: '::uuid[]',
  22: '::date[]',
  23: '::smallint[]',
  24: '::uuid[]',
  25: '::date[]',
}

/** A new record under an id that exists already belongs to another order. */
const asProblem = (error: { code?: string; constraint?: string; message?: string }) =>
  error.code === '23505' && /record_pk/.test(`${error.constraint} ${error.message}`)
    ? new Problem('already-stored', { what: 'record' })
    : error

/** The guarded answers of an order go beside the record as ciphertext, with a blind index to find them by. */
export async function keepGuarded(
  db: Queryable,
  house: House,
  { shard, unit }: Opened,
  order: Order,
  { guarded }: Parsed,
): Promise<void> {
  for (const [name, plain] of guarded) {
    const sealed = house.secrets.seal(plain, `${order.record.id}.${name}`)
    await ask(
      db,
      'keep-guarded',
      `insert into guarded (shard, owner, unit, field, sealed, blind) values ($1, $2, $3, $4, $5, $6)
       on conflict (shard, owner, field) do update set sealed = excluded.sealed, blind = excluded.blind`,
      [shard, order.record.id, unit, name, sealed, house.secrets.blind(name, plain)],
    )
  }
}
