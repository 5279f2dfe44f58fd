import { ask, type Queryable } from '#store/database'
import { searchNeedle } from './spelling.ts'

/** What is looked for; `near` are shards and units of the person who looks: what lies there comes first. */
export type Wanted = {
  readonly typed: string
  readonly under?: number | undefined
  readonly level?: number | undefined
  readonly closed: boolean
  readonly limit: number
  readonly near: { readonly shards: readonly number[]; readonly units: readonly number[] }
}
export type FoundUnit = {
  readonly no: number
  readonly name: string
  readonly short: string
  readonly level: number
  readonly closed: boolean
  /** The short names above it, from the top: 松原市 · 前郭县 · 查干花镇. */
  readonly path: string
}

/**
 * Units by what somebody typed: Chinese, pinyin, initials or a code; several words narrow from above (前郭 chgh). Whole words
 * come before beginnings before middles, the reader's own part of the tree before the rest, higher before lower.
 */
export async function findUnits(db: Queryable, wanted: Wanted): Promise<FoundUnit[]> {
  const words = wanted.typed
    .split(/[\s/·]+/)
    .map(searchNeedle)
    .filter(Boolean)
  const found = await findByWords(db, wanted, words)
  const [only] = words
  if (found.length > 0 || words.length !== 1 || !only || !/^\p{Script=Han}{3,}$/u.test(only)) return found
  // 前郭查干花 without a blank: try every place where the upper name may end
  for (let at = only.length - 1; at > 1; at--) {
    const split = await findByWords(db, wanted, [only.slice(0, at), only.slice(at)])
    if (split.length > 0) return split
  }
  return []
}

async function findByWords(db: Queryable, { under, level, closed, limit, near }: Wanted, words: string[]) {
  const above = words.slice(0, -1)
  const last = escaped(words.at(-1) ?? '')
  return ask<FoundUnit>(
    db,
    `find-units-${last ? 'typed' : 'all'}-${above.length > 0}-${under !== undefined}`,
    `with hit as (
       select u.no, u.name, u.short_name as short, u.level, u.sort, u.ends is not null as closed,
         (u.shard = any($1::int[]) or u.no = any($2::int[])) as own,
         ${last ? `case when u.search like '% ' || $7 || ' %' or u.search like '% ' || $7 then 0 when u.search like '% ' || $7 || '%' then 1 else 2 end` : '$7::text is null'} as rank
       from unit u
       where ($3 or u.ends is null) and ($4::int is null or u.level = $4)
       ${last ? `and u.search like '%' || $7 || '%'` : ''}
       ${under === undefined ? 'and $5::int is null' : `and exists (select from unit_ancestor a where a.unit = u.no and a.ancestor = $5 and a.until = 'infinity')`}
       ${
         above.length === 0
           ? 'and $8::text[] is not null'
           : `and not exists (
         select from unnest($8::text[]) w where not exists (
           select from unit_ancestor a join unit p on p.no = a.ancestor
           where a.unit = u.no and a.ancestor <> u.no and a.until = 'infinity' and p.search like '% ' || w || '%'))`
       }
       order by own desc, rank, level, sort, no limit $6)
     select h.no, h.name, h.short, h.level, h.closed, coalesce((
       select string_agg(p.short_name, ' · ' order by p.level, p.no)
       from unit_ancestor a join unit p on p.no = a.ancestor
       where a.unit = h.no and a.ancestor <> h.no and a.until = 'infinity'), '') as path
     from hit h order by own desc, rank, level, sort, no`,
    [near.shards, near.units, closed, level ?? null, under ?? null, limit, last, above.map(escaped)],
  )
}

/** LIKE's own signs as plain letters. */
const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** A unit by what a command line may say: its number, its statistics code, or its name when only one is called so. */
export async function unitCalled(db: Queryable, said: string): Promise<{ no: number; name: string } | undefined> {
  const rows = await ask<{ no: number; name: string }>(
    db,
    'unit-called',
    `select no, name from unit where ends is null and (code = $1 or name = $1 or short_name = $1 or ('#' || no) = $1) limit 2`,
    [said],
  )
  return rows.length === 1 ? rows[0] : undefined
}
