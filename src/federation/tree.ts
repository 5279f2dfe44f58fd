import { randomBytes } from 'node:crypto'
import { uuid7 } from '#base/id'
import { levelNo } from '#language/programme'
import { ask, type Queryable } from '#store/database'
import type { TreeDivision } from './divisions.ts'
import { nameFederation } from './naming.ts'
import { spell, unitSearchText } from './spelling.ts'

/** The day the All-China Women's Federation was founded: since when a planted federation stands, if nothing better is known. */
export const foundingDay = '1949-04-03'

type Seed = {
  no: number
  parent: number | null
  level: number
  shard: number
  code: string | null
  name: string
  shortName: string
  kind: string
  begins: string
  sort: string
}

/**
 * Makes the federation tree of these divisions (each after its parent, as readDivisions gives them), with numbers in that order.
 * Returns how many units there are now below the new root, itself included.
 */
export async function plantTree(tx: Queryable, divisions: readonly TreeDivision[]): Promise<number> {
  await lockTree(tx)
  const first = await nextNo(tx)
  const byCode = new Map<string, Seed>()
  for (const [at, division] of divisions.entries()) {
    const above = division.parent === null ? undefined : byCode.get(division.parent)
    const no = first + at
    const level = levelNo[division.level]
    const shard = above && above.level >= levelNo.county ? above.shard : no
    const names = nameFederation(division)
    const sort = division.code
    byCode.set(division.code, {
      no,
      parent: above?.no ?? null,
      level,
      shard,
      code: division.code,
      ...names,
      kind: 'federation',
      begins: foundingDay,
      sort,
    })
  }
  const seeds = [...byCode.values()]
  await insertUnits(tx, seeds)
  const linked = seeds.filter(seed => seed.parent !== null)
  await addLinks(
    tx,
    linked.map(({ no, parent, begins }) => ({ unit: no, parent: parent ?? 0, since: begins, reason: 'founded' })),
  )
  await ask(tx, 'plant-closure', 'select close_over($1)', [seeds.map(seed => seed.no)])
  return seeds.length
}

/** One change of the tree at a time. */
export const lockTree = (tx: Queryable) => ask(tx, 'tree-lock', 'select pg_advisory_xact_lock(4714)')

/** Numbers are given out once and never again. */
export async function nextNo(tx: Queryable): Promise<number> {
  const [row] = await ask<{ no: number }>(tx, 'next-no', 'select coalesce(max(no), 0) + 1 as no from unit')
  return row?.no ?? 1
}

/** Writes units with their names and what they are found by; `shard_last` ends the run of numbers that is all one shard. */
export async function insertUnits(tx: Queryable, seeds: readonly Seed[]): Promise<void> {
  const lastOf = new Map<number, number>()
  for (const { shard, no } of seeds) lastOf.set(shard, no)
  const column = <Value>(of: (seed: Seed) => Value) => seeds.map(of)
  const spelled = seeds.map(seed => spell(seed.shortName))
  const now = Date.now()
  await ask(
    tx,
    'insert-units',
    `insert into unit (no, id, shard, level, kind, code, name, short_name, begins, sort, pinyin, initials, search, shard_last)
     select * from unnest($1::int[], $2::uuid[], $3::int[], $4::smallint[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::date[], $10::text[], $11::text[], $12::text[], $13::text[], $14::int[])`,
    [
      column(seed => seed.no),
      column(() => uuid7(now, randomBytes(10))),
      column(seed => seed.shard),
      column(seed => seed.level),
      column(seed => seed.kind),
      column(seed => seed.code),
      column(seed => seed.name),
      column(seed => seed.shortName),
      column(seed => seed.begins),
      column(seed => seed.sort),
      spelled.map(spelling => spelling.pinyin),
      spelled.map(spelling => spelling.initials),
      column(unitSearchText),
      column(seed => (seed.shard === seed.no ? (lastOf.get(seed.no) ?? null) : null)),
    ],
  )
  await ask(
    tx,
    'insert-unit-names',
    `insert into unit_name (unit, since, name, short_name) select * from unnest($1::int[], $2::date[], $3::text[], $4::text[])`,
    [column(seed => seed.no), column(seed => seed.begins), column(seed => seed.name), column(seed => seed.shortName)],
  )
}

export type Link = { unit: number; parent: number; since: string; reason: string }

/** Hangs units below others from a day on. The closure does not follow by itself: see `close_over` and `regrow`. */
export async function addLinks(tx: Queryable, links: readonly Link[]): Promise<void> {
  await ask(
    tx,
    'add-links',
    `insert into unit_link (unit, parent, since, reason) select * from unnest($1::int[], $2::int[], $3::date[], $4::text[])`,
    [
      links.map(link => link.unit),
      links.map(link => link.parent),
      links.map(link => link.since),
      links.map(link => link.reason),
    ],
  )
}
