import { demandUnit, type Reach } from '#federation/reach'
import type { PostKind } from '#language'
import { ask, type Queryable } from '#store/database'
import { houseWords, type Language } from './house-words.ts'

/** Who holds what in a unit on a day, and how many seats of each kind there are. Throws `not-allowed` outside the reach. */
export async function postsOf(
  tx: Queryable,
  seen: Reach,
  at: { unit: number; shard: number },
  day: string,
  language: Language,
) {
  demandUnit(seen, at)
  const words = houseWords(language).posts
  const rows = await ask<{
    id: string
    record: string | null
    person: string
    name: string | null
    kind: PostKind
    term: string
    since: string
    until: string | null
  }>(
    tx,
    'posts-of',
    `select a.id, a.record, a.person, coalesce(p.name, c.name) as name, a.kind, a.term, a.since, nullif(a.until, 'infinity') as until
     from appointment a left join person p on p.shard = a.shard and p.id = a.person left join account c on c.person = a.person
     where a.shard = $1 and a.unit = $2 and a.since <= $3 and a.until > $3 order by a.kind, a.since, a.id`,
    [at.shard, at.unit, day],
  )
  const seats = await seatsOf(tx, at, day)
  const kinds = new Set([...seats.keys(), ...rows.map(each => each.kind)])
  return {
    held: rows.map(({ record, person, name, kind, term, since, until }) => ({
      record: record ? { shard: at.shard, id: record } : null,
      person,
      name: name ?? houseWords(language).someone,
      kind,
      kindName: words[kind],
      term,
      since,
      until,
    })),
    seats: [...kinds].map(kind => ({
      kind,
      kindName: words[kind],
      seats: seats.get(kind) ?? 0,
      filled: rows.filter(each => each.kind === kind).length,
    })),
  }
}

/** The posts of an establishment (1正2副4兼1挂) by the kind of post that fills them. */
const filledBy: Readonly<Record<string, PostKind>> = {
  chair: 'chair',
  'vice-full': 'vice',
  'vice-seconded': 'vice',
  'vice-part': 'vice',
  executive: 'executive',
  'group-leader': 'leader',
}

/** The seats a unit has been given by that day, as the records of its establishment say; where it has none, as the table of posts does. */
async function seatsOf(tx: Queryable, { unit, shard }: { unit: number; shard: number }, day: string) {
  const given = await ask<{ post: string; seats: number }>(
    tx,
    'seats-given',
    `select state->'fields'->>'post' as post, sum((state->'fields'->>'seats')::int)::int as seats from record
     where shard = $1 and unit = $2 and programme = 'establishment' and phase in ('standing', 'ended')
       and state->'fields'->>'since' <= $3 and coalesce(state->'fields'->>'until', 'infinity') > $3
     group by 1 order by 1`,
    [shard, unit, day],
  )
  const seats = new Map<PostKind, number>()
  for (const { post, seats: of } of given) {
    const kind = filledBy[post]
    if (kind) seats.set(kind, (seats.get(kind) ?? 0) + of)
  }
  if (seats.size > 0) return seats
  const kept = await ask<{ kind: PostKind; seats: number }>(
    tx,
    'seats-of',
    'select kind, seats from post where shard = $1 and unit = $2 order by kind',
    [shard, unit],
  )
  return new Map(kept.map(each => [each.kind, each.seats]))
}
