import { Problem } from '#base/problem'
import type { Reach } from '#federation/reach'
import { findUnits as find, type FoundUnit, type Wanted } from '#federation/find-unit'
import { ask, type Queryable } from '#store/database'

export type UnitBrief = { no: number; name: string; short: string; level: number }

/** Units by what was typed, the reader's own part of the tree first. The tree is open to all who hold a post. */
export const findUnits = (db: Queryable, seen: Reach, wanted: Omit<Wanted, 'near'>): Promise<FoundUnit[]> =>
  find(db, {
    ...wanted,
    near: {
      shards: seen.below.flatMap(({ below }) => [...below.shards]),
      units: seen.below.flatMap(({ below }) => [...below.units]),
    },
  })

/** A unit's page: where it lies, what lies below it, what it was called and where it belonged. Throws `not-found`. */
export async function unitPage(db: Queryable, _seen: Reach, no: number) {
  const [unit] = await ask<
    UnitBrief & {
      id: string
      shard: number
      code: string | null
      kind: string
      begins: string
      ends: string | null
      lat: number | null
      lng: number | null
    }
  >(
    db,
    'unit-page',
    'select no, name, short_name as short, level, id, shard, code, kind, begins, ends, lat, lng from unit where no = $1',
    [no],
  )
  if (!unit) throw new Problem('not-found', { what: 'unit' })
  const [path, children, names, links] = await Promise.all([
    pathOf(db, no),
    childrenOf(db, no),
    ask<{ name: string; since: string; until: string | null }>(
      db,
      'unit-names',
      `select name, since, nullif(until, 'infinity') as until from unit_name where unit = $1 order by since desc`,
      [no],
    ),
    ask<UnitBrief & { since: string; until: string | null; reason: string }>(
      db,
      'unit-links',
      `select u.no, u.name, u.short_name as short, u.level, l.since, nullif(l.until, 'infinity') as until, l.reason
       from unit_link l join unit u on u.no = l.parent where l.unit = $1 order by l.since desc`,
      [no],
    ),
  ])
  const { lat, lng, ...rest } = unit
  return {
    ...rest,
    place: lat === null || lng === null ? null : { lat, lng },
    path,
    children,
    names,
    links: links.map(({ since, until, reason, ...parent }) => ({ parent, since, until, reason })),
  }
}

/** The units above one, from the top, itself last. */
export const pathOf = (db: Queryable, no: number): Promise<UnitBrief[]> =>
  ask(
    db,
    'unit-path',
    `select u.no, u.name, u.short_name as short, u.level from unit_ancestor a join unit u on u.no = a.ancestor
     where a.unit = $1 and a.until = 'infinity' order by u.level, u.no`,
    [no],
  )

/** The units directly below one, with how many lie below each. */
export const childrenOf = (db: Queryable, no: number): Promise<(UnitBrief & { below: number })[]> =>
  ask(
    db,
    'unit-children',
    `select u.no, u.name, u.short_name as short, u.level,
       (select count(*)::int - 1 from unit_ancestor a where a.ancestor = u.no and a.until = 'infinity') as below
     from unit_link l join unit u on u.no = l.unit
     where l.parent = $1 and l.until = 'infinity' and u.ends is null order by u.level, u.sort, u.no`,
    [no],
  )

/** The standing units of one level below a unit, in the order of the tree, each with what it hangs under; and how many there are. */
export async function unitsBelow(
  db: Queryable,
  _seen: Reach,
  no: number,
  level: number,
): Promise<{ total: number; rows: (UnitBrief & { parent: string })[] }> {
  const rows = await ask<UnitBrief & { parent: string; total: number }>(
    db,
    'units-below',
    `select u.no, u.name, u.short_name as short, u.level, coalesce(p.short_name, '') as parent, count(*) over ()::int as total
     from unit_ancestor a join unit u on u.no = a.unit
     left join unit_link l on l.unit = u.no and l.until = 'infinity' left join unit p on p.no = l.parent
     where a.ancestor = $1 and a.unit <> $1 and a.until = 'infinity' and u.level = $2 and u.ends is null
     order by u.code, u.sort, u.no limit 500`,
    [no, level],
  )
  return { total: rows[0]?.total ?? 0, rows }
}

/** Names of many units at once. */
export async function unitBriefs(db: Queryable, numbers: Iterable<number>): Promise<Map<number, UnitBrief>> {
  const rows = await ask<UnitBrief>(
    db,
    'unit-briefs',
    'select no, name, short_name as short, level from unit where no = any($1)',
    [[...new Set(numbers)]],
  )
  return new Map(rows.map(row => [row.no, row]))
}
