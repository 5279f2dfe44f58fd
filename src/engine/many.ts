import type { Actor } from '#federation/actor'
import type { Programme } from '#language'
import { ask, type Tx } from '#store/database'
import type { Decided, Opened } from './decide.ts'
import type { House } from './house.ts'
import type { Order } from './order.ts'
import type { Parsed } from './parse.ts'

/** An order that begins a record, decided and ready to be written; `at` is its place among all that were sent. */
export type Row = {
  readonly at: number
  readonly order: Order
  readonly programme: Programme
  readonly before: Opened
  readonly parsed: Parsed
  readonly decided: Decided
}

/** `repeated`: the order had been carried out before, as said. Undefined in its place: its record's id belongs to another order. */
export type Written = { readonly repeated?: { record: string; revision: number; unit: number } }

/** Writes all rows by one statement, with everything that belongs to them. */
export async function writeMany(
  tx: Tx,
  house: House,
  actor: Actor,
  rows: readonly Row[],
): Promise<(Written | undefined)[]> {
  const values = [...ofOrders(rows), actor.person, new Date(house.now()), ...ofEvents(rows), ...ofNumbers(rows)]
  const audits = rows.map(row => row.decided.audit)
  values.push(
    audits.map(audit => audit.id),
    'order',
    audits.map(audit => JSON.stringify(audit.data)),
    audits.map(audit => audit.mac),
  )
  const params = values.map((_, i) => `$${i + 1}`).join(', ')
  const [answer] = await ask<{ outcome: number[] }>(
    tx,
    'carry-out-many',
    `select carry_out_many(${params}) as outcome`,
    values,
  )
  const outcome = answer?.outcome ?? []
  const before = await doneBefore(
    tx,
    rows.filter((_, i) => outcome[i] === 0),
  )
  await keepGuarded(
    tx,
    house,
    rows.filter((_, i) => outcome[i] === 1),
  )
  return rows.map(({ order }, i) => {
    if (outcome[i] === 1) return {}
    const repeated = before.get(order.id)
    return repeated && { repeated }
  })
}

/** Persons and households written down by name join their unit's people first. */
export async function keepNewPeople(tx: Tx, rows: readonly Row[], at: Date): Promise<void> {
  const all = rows.flatMap(({ before, parsed }) => parsed.people.map(someone => ({ ...before, ...someone })))
  for (const kind of ['person', 'household'] as const) {
    const those = all.filter(someone => someone.kind === kind)
    if (those.length === 0) continue
    await ask(
      tx,
      `keep-new-${kind}`,
      `insert into ${kind} (shard, id, unit, ${kind === 'person' ? 'name' : 'label'}, at)
       select s, i, u, n, $5 from unnest($1::int[], $2::uuid[], $3::int[], $4::text[]) t(s, i, u, n) on conflict do nothing`,
      [
        those.map(each => each.shard),
        those.map(each => each.id),
        those.map(each => each.unit),
        those.map(each => each.name),
        at,
      ],
    )
  }
}

const ofOrders = (rows: readonly Row[]): unknown[] => [
  rows.map(row => row.order.id),
  rows.map(row => row.before.shard),
  rows.map(row => row.before.unit),
  rows.map(row => row.order.record.id),
  rows.map(row => row.decided.events.length),
  rows.map(row => row.programme.id),
  rows.map(row => row.programme.version),
  rows.map(row => row.decided.state.phase),
  rows.map(row => row.decided.day),
  rows.map(row => row.decided.title),
  rows.map(row => JSON.stringify(row.decided.state)),
  rows.map(row => `{${row.programme.pattern.names(row.decided.state).join(',')}}`),
  rows.map(row => `${row.decided.post.kind}@${row.decided.post.unit}`),
]

function ofEvents(rows: readonly Row[]): unknown[] {
  const all = rows.flatMap((row, i) => row.decided.events.map((event, seq) => ({ ...event, row: i + 1, seq: seq + 1 })))
  return [
    all.map(each => each.row),
    all.map(each => each.seq),
    all.map(each => each.kind),
    all.map(each => each.day),
    all.map(each => JSON.stringify(each.data)),
  ]
}

function ofNumbers(rows: readonly Row[]): unknown[] {
  const changes = rows.map((row, i) => ({ row: i + 1, ...row.decided.change }))
  return [
    changes.flatMap(each => each.enter.ind.map(() => each.row)),
    changes.flatMap(each => each.enter.ind),
    changes.flatMap(each => each.enter.day),
    changes.flatMap(each => each.enter.val),
    changes.flatMap(each => each.personsIn.ind.map(() => each.row)),
    changes.flatMap(each => each.personsIn.ind),
    changes.flatMap(each => each.personsIn.person),
    changes.flatMap(each => each.personsIn.day),
  ]
}

async function doneBefore(tx: Tx, rows: readonly Row[]) {
  const found = new Map<string, { record: string; revision: number; unit: number }>()
  if (rows.length === 0) return found
  const done = await ask<{ id: string; record: string; revision: number; unit: number }>(
    tx,
    'many-done',
    `select d.id, d.record, d.revision, r.unit from unnest($1::int[], $2::uuid[]) t(shard, id)
     join order_done d using (shard, id) join record r on r.shard = d.shard and r.id = d.record`,
    [rows.map(row => row.before.shard), rows.map(row => row.order.id)],
  )
  for (const { id, ...rest } of done) found.set(id, rest)
  return found
}

async function keepGuarded(tx: Tx, house: House, rows: readonly Row[]): Promise<void> {
  const all = rows.flatMap(({ order, before, parsed }) =>
    [...parsed.guarded].map(([field, plain]) => ({ owner: order.record.id, ...before, field, plain })),
  )
  if (all.length === 0) return
  await ask(
    tx,
    'many-guarded',
    `insert into guarded (shard, owner, unit, field, sealed, blind)
     select * from unnest($1::int[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[])`,
    [
      all.map(each => each.shard),
      all.map(each => each.owner),
      all.map(each => each.unit),
      all.map(each => each.field),
      all.map(each => house.secrets.seal(each.plain, `${each.owner}.${each.field}`)),
      all.map(each => house.secrets.blind(each.field, each.plain)),
    ],
  )
}
