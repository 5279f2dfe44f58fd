import type { PostKind } from '#language'
import { ask, houseContext, inContext, type Context, type Database } from '#store/database'

/** A unit's whole reach downwards, as row security knows it: everything, whole shards, or single units. */
export type Below = { readonly all: boolean; readonly shards: ReadonlySet<number>; readonly units: ReadonlySet<number> }
export type Post = {
  readonly kind: PostKind
  readonly unit: number
  readonly shard: number
  readonly level: number
  readonly term: string
  readonly below: Below
}
/** Who is asking: a person with the posts she holds today, and the context her transactions run in. */
export type Actor = {
  readonly person: string
  readonly name: string
  readonly posts: readonly Post[]
  readonly context: Context
}

type Row = { name: string; kind: PostKind; unit: number; shard: number; level: number; term: string }

/** The posts a person holds on a day. Nobody's rights outlive her post: the appointment's own days decide. */
export async function actorFor(db: Database, person: string, today: string): Promise<Actor> {
  return inContext(db, houseContext, async tx => {
    const rows = await ask<Row>(
      tx,
      'actor-posts',
      `select p.name, a.kind, a.unit, u.shard, u.level, a.term from appointment a join unit u on u.no = a.unit
       left join person p on p.id = a.person where a.person = $1 and a.since <= $2 and a.until > $2 order by u.level, a.kind`,
      [person, today],
    )
    const below = new Map<number, Below>()
    for (const { unit } of rows) if (!below.has(unit)) below.set(unit, await belowOf(tx, unit))
    const posts = rows.map(({ kind, unit, shard, level, term }) => ({
      kind,
      unit,
      shard,
      level,
      term,
      below: below.get(unit) as Below,
    }))
    return { person, name: rows[0]?.name ?? '', posts, context: contextOf(person, posts) }
  })
}

/** Whole shards where all of a shard lies below the unit, single units where only part does (after a move between counties). */
export async function belowOf(tx: Parameters<typeof ask>[0], unit: number): Promise<Below> {
  const rows = await ask<{ shard: number; whole: boolean; units: number[] | null }>(
    tx,
    'below-of',
    `select u.shard, count(*) = t.n as whole, case when count(*) = t.n then null else array_agg(u.no) end as units
     from unit_ancestor a join unit u on u.no = a.unit join (select shard, count(*) n from unit group by shard) t on t.shard = u.shard
     where a.ancestor = $1 and a.until = 'infinity' group by u.shard, t.n`,
    [unit],
  )
  const [{ total } = { total: 0 }] = await ask<{ total: number }>(
    tx,
    'shard-count',
    'select count(distinct shard)::int as total from unit',
  )
  const shards = new Set(rows.filter(row => row.whole).map(row => row.shard))
  return { all: shards.size === total && total > 0, shards, units: new Set(rows.flatMap(row => row.units ?? [])) }
}

function contextOf(person: string, posts: readonly Post[]): Context {
  return {
    all: posts.some(post => post.below.all),
    shards: [...new Set(posts.flatMap(post => [...post.below.shards]))],
    units: [...new Set(posts.flatMap(post => [post.unit, ...post.below.units]))],
    actor: person,
  }
}

/** Does this reach hold the unit? */
export const holds = ({ all, shards, units }: Below, target: { unit: number; shard: number }): boolean =>
  all || shards.has(target.shard) || units.has(target.unit)
