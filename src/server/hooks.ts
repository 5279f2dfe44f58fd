import { Webhook } from 'standardwebhooks'
import { changeHook, makeHook } from '#engine/hook-order'
import { houseRules } from '#federation/house-rules'
import { reach } from '#federation/reach'
import { ask, houseContext, inContext, type Tx } from '#store/database'
import { hooksSeen } from '#views/hooks'
import { unitBriefs } from '#views/units'
import type { Handlers } from './doors.ts'
import type { Office } from './office.ts'

/** Which systems are told of changes; only whoever keeps the accounts of a unit decides it. */
export const hookDoors = ({ db, house }: Office): Handlers => ({
  async hooks({ visitor }) {
    const seen = reach(visitor.actor, houseRules['hooks.keep'])
    return inContext(db, visitor.actor.context, async tx => {
      const rows = await hooksSeen(tx, seen)
      const units = await unitBriefs(
        tx,
        rows.map(row => row.unit),
      )
      return {
        rows: rows.flatMap(({ unit, delivered, programmes, ...row }) => {
          const brief = units.get(unit)
          const told = { programmes: [...programmes], delivered: delivered?.toISOString() ?? null }
          return brief ? [{ ...row, ...told, unit: brief }] : []
        }),
      }
    })
  },
  makeHook: ({ body, visitor }) => makeHook(house, visitor.actor, body),
  async changeHook({ params, body, visitor }) {
    await changeHook(house, visitor.actor, params.id, body)
    return { ok: true as const }
  },
})

type Due = {
  id: string
  shard: number
  unit: number
  url: string
  secret: string
  programmes: string[]
  after: number
  tries: number
}
type Line = {
  seq: number
  order: string
  programme: string
  command: string
  events: string[]
  unit: number
  shard: number
  record: string
  at: Date
}

/** How much of the audit's chain is gone through at a time, and how many changes one message holds at most. */
const stretch = 5000
const most = 100

/**
 * Tells every system that is due what changed since it was last told: one signed message (Standard Webhooks) with up to a hundred
 * changes, in order, each with the record it concerns and nothing of what it says. A message counts as taken when it is answered with
 * 2xx; otherwise the same is sent again later, ever more seldom, at least every six hours. 410 means it is not wanted any more.
 * Answers how many messages were taken. `stopping`: what is under way then is left, and comes again.
 */
export async function tellHooks({ db, house }: Pick<Office, 'db' | 'house'>, stopping: AbortSignal): Promise<number> {
  let taken = 0
  while (!stopping.aborted) {
    // one message a transaction: its row stays locked while it is under way, so that another server does not send it too
    const told = await inContext(db, houseContext, async tx => {
      const [hook] = await ask<Due>(
        tx,
        'hook-due',
        `select id, shard, unit, url, secret, programmes, after, tries from hook h
         where active and next_at <= $1 and exists (select from audit where seq > h.after)
         order by next_at, id limit 1 for update skip locked`,
        [new Date(house.now())],
      )
      return hook && tellOne(tx, hook, house.secrets.open(hook.secret, `hook.${hook.id}`), house.now(), stopping)
    })
    if (told === undefined) return taken
    if (told === 'taken') taken++
  }
  return taken
}

async function tellOne(
  tx: Tx,
  hook: Due,
  secret: string,
  now: number,
  stopping: AbortSignal,
): Promise<'taken' | 'refused' | 'nothing'> {
  const lines = await ask<Line>(
    tx,
    'hook-lines',
    `select s.seq, s.data->>'order' as order, s.data->>'programme' as programme, s.data->>'command' as command,
       s.data->'events' as events, s.unit, u.shard, s.subject as record, s.at
     from (select * from audit where seq > $1 and seq <= $1 + $2::int) s join unit u on u.no = s.unit
     where s.act = 'order' and (cardinality($3::text[]) = 0 or s.data->>'programme' = any($3))
       and exists (select from unit_ancestor a where a.unit = s.unit and a.ancestor = $4 and a.until = 'infinity')
     order by s.seq limit $5`,
    [hook.after, stretch, hook.programmes, hook.unit, most],
  )
  const [end] = await ask<{ seq: number }>(
    tx,
    'hook-end',
    'select coalesce(max(seq), $1::bigint) as seq from audit where seq > $1 and seq <= $1::bigint + $2::int',
    [hook.after, stretch],
  )
  const reached = lines.length === most ? (lines.at(-1)?.seq ?? hook.after) : (end?.seq ?? hook.after)
  if (lines.length === 0) {
    await ask(tx, 'hook-skip', 'update hook set after = $2 where id = $1', [hook.id, reached])
    return 'nothing'
  }
  const fault = await send(hook, secret, lines, now, stopping)
  if (fault === undefined)
    await ask(
      tx,
      'hook-taken',
      'update hook set after = $2, tries = 0, fault = null, delivered_at = $3, next_at = $3 where id = $1',
      [hook.id, reached, new Date(now)],
    )
  else {
    const wait = Math.min(5_000 * 2 ** Math.min(hook.tries, 20), 6 * 3_600_000)
    await ask(
      tx,
      'hook-refused',
      `update hook set tries = tries + 1, fault = $2, next_at = $3, active = active and $2 <> '410' where id = $1`,
      [hook.id, fault, new Date(now + wait)],
    )
  }
  return fault === undefined ? 'taken' : 'refused'
}

/** What was in the way, in one word; undefined when it was taken. */
async function send(
  { id, url }: Due,
  secret: string,
  lines: readonly Line[],
  now: number,
  stopping: AbortSignal,
): Promise<string | undefined> {
  const message = `${id}.${lines.at(-1)?.seq}`
  const body = JSON.stringify({
    type: 'records.changed',
    timestamp: new Date(now).toISOString(),
    data: lines.map(({ order, programme, command, events, unit, record, shard, at }) => ({
      ...{ order, programme, command, events, unit },
      record: { shard, id: record },
      at: at.toISOString(),
    })),
  })
  const moment = new Date(now)
  const headers = {
    'content-type': 'application/json',
    'webhook-id': message,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': new Webhook(secret).sign(message, moment, body),
  }
  const init = {
    method: 'POST',
    headers,
    body,
    redirect: 'manual' as const,
    signal: AbortSignal.any([stopping, AbortSignal.timeout(15_000)]),
  }
  const answer = await fetch(url, init).catch(() => undefined)
  await answer?.body?.cancel().catch(() => {})
  if (!answer) return 'no-answer'
  return answer.ok ? undefined : String(answer.status)
}
