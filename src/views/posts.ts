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
  const seats = await ask<{ kind: PostKind; seats: number }>(
    tx,
    'seats-of',
    'select kind, seats from post where shard = $1 and unit = $2 order by kind',
    [at.shard, at.unit],
  )
  const kinds = new Set([...seats.map(each => each.kind), ...rows.map(each => each.kind)])
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
      seats: seats.find(each => each.kind === kind)?.seats ?? 0,
      filled: rows.filter(each => each.kind === kind).length,
    })),
  }
}
