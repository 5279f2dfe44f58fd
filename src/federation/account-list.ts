import type { PostKind } from '#language'
import { ask, type Queryable } from '#store/database'

export type ListedAccount = {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly username: string
  readonly unit: number
  readonly shard: number
  readonly locked: boolean
  readonly disabled: boolean
  readonly twoFactor: boolean
  /** The day of her latest session, for closing accounts nobody uses. */
  readonly lastSeen: string | null
  readonly posts: readonly { kind: PostKind; unit: number; shard: number; level: number; term: string }[]
}

/**
 * Accounts of these persons or this id, with all the posts held on a day, wherever they are. Run in the house's own context:
 * who may keep an account depends on all its posts, those the keeper does not see included.
 */
export async function accountsWhere(
  tx: Queryable,
  today: string,
  {
    q,
    unit,
    id,
    near,
  }: { q?: string; unit?: number; id?: string; near?: { all: boolean; shards: number[]; units: number[] } },
): Promise<ListedAccount[]> {
  return ask<ListedAccount>(
    tx,
    'accounts-where',
    `select a.id, a.person, a.name, a.username, a.unit, a.shard, coalesce(a.locked_until > now(), false) as locked, a.disabled,
       coalesce(a.two_factor, false) as "twoFactor",
       (select (max(s.updated_at) at time zone 'Asia/Shanghai')::date::text from session s where s.user_id = a.id) as "lastSeen", coalesce(p.posts, '[]') as posts
     from account a left join lateral (
       select jsonb_agg(jsonb_build_object('kind', t.kind, 'unit', t.unit, 'shard', u.shard, 'level', u.level, 'term', t.term)
           order by u.level, t.kind) as posts,
         bool_or(t.unit = $3) as here, bool_or(u.shard = any($6::int[]) or t.unit = any($7::int[])) as near
       from appointment t join unit u on u.no = t.unit where t.person = a.person and t.since <= $1 and t.until > $1) p on true
     where ($2::text is null or a.name like '%' || $2 || '%' or a.username like '%' || $2 || '%')
       and ($3::int is null or a.unit = $3 or p.here) and ($4::uuid is null or a.id = $4)
       and ($5 or a.shard = any($6::int[]) or a.unit = any($7::int[]) or p.near)
     order by a.name, a.id limit 500`,
    [
      today,
      q?.replace(/[\\%_]/g, '\\$&') || null,
      unit ?? null,
      id ?? null,
      near?.all ?? true,
      near?.shards ?? [],
      near?.units ?? [],
    ],
  )
}
