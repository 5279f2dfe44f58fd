import type { Common, Programme } from '#language'
import { ask, type Tx } from '#store/database'
import type { Order } from './order.ts'

/** The channel on which a change of somebody's posts is told, so that every server forgets what it knew of her the same second. */
export const actorChannel = 'niangjia_actor'

/** Keeps `appointment` in step with a record that is a post held: rights follow the record's own days. Answers whose posts it changed. */
export async function keepAppointment(
  tx: Tx,
  programme: Programme,
  at: { shard: number; unit: number },
  order: Order,
  state: Common,
  now: Date,
): Promise<string[]> {
  const { appoints } = programme
  if (!appoints) return []
  const { person, since, until } = state.fields as { person: string; since: string; until?: string }
  const kind = typeof appoints.as === 'string' ? appoints.as : appoints.as[String(state.fields[appoints.field ?? ''])]
  const dropped = await ask<{ person: string }>(
    tx,
    'appointment-drop',
    'delete from appointment where shard = $1 and record = $2 returning person',
    [at.shard, order.record.id],
  )
  if (kind && state.phase !== 'withdrawn') {
    await ask(
      tx,
      'appointment-add',
      `insert into appointment (shard, id, unit, kind, person, term, since, until, record, at) values ($1, $2, $3, $4, $5, $6, $7, coalesce($8::date, 'infinity'), $9, $10)`,
      [
        at.shard,
        order.record.id,
        at.unit,
        kind,
        person,
        String(state.fields.term ?? ''),
        since,
        until ?? null,
        order.record.id,
        now,
      ],
    )
  }
  // a correction may have put another person into the post: both hear of it
  const concerned = [...new Set([person, ...dropped.map(row => row.person)])]
  await ask(tx, 'appointment-tell', `select pg_notify('${actorChannel}', p) from unnest($1::text[]) p`, [concerned])
  return concerned
}
