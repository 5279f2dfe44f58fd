import type { Reach } from '#federation/reach'
import { ask, type Queryable } from '#store/database'
import { liesIn, scopeOf, type Scope } from './scope.ts'

export type FoundPerson = {
  readonly shard: number
  readonly id: string
  readonly name: string
  readonly unit: number
  readonly birthYear: number | null
}

/**
 * People within reach by their names, those of the unit asked about first, then beginnings before middles.
 * Run inside the reader's context.
 */
export function findPeople(tx: Queryable, seen: Reach, wanted: Wanted): Promise<FoundPerson[]> {
  return findNamed(tx, seen, wanted, { table: 'person', name: 'name', birth: 'birth_year' })
}

/** Households within reach by their labels, found like people. */
export function findHouseholds(tx: Queryable, seen: Reach, wanted: Wanted): Promise<FoundPerson[]> {
  return findNamed(tx, seen, wanted, { table: 'household', name: 'label', birth: 'null::smallint' })
}

type Wanted = { typed: string; unit?: number | undefined; within?: Scope | undefined; limit: number }
type Kept = { table: 'person' | 'household'; name: string; birth: string }

/** Names that begin so come from an index; those that hold it in the middle are read one by one, only when few begin so. */
async function findNamed(tx: Queryable, seen: Reach, wanted: Wanted, kept: Kept): Promise<FoundPerson[]> {
  const begun = await matching(tx, seen, wanted, kept, 'begins')
  if (begun.length >= wanted.limit || (scopeOf(seen).all && begun.length > 0)) return begun
  const held = await matching(tx, seen, wanted, kept, 'holds')
  const known = new Set(begun.map(each => each.id))
  return [...begun, ...held.filter(each => !known.has(each.id))].slice(0, wanted.limit)
}

async function matching(
  tx: Queryable,
  seen: Reach,
  { typed, unit, within, limit }: Wanted,
  { table, name, birth }: Kept,
  how: 'begins' | 'holds',
): Promise<FoundPerson[]> {
  const values: unknown[] = [
    how === 'begins' ? typed : `%${typed.replace(/[\\%_]/g, '\\$&')}%`,
    unit ?? 0,
    limit,
    typed,
  ]
  const reached = liesIn('p', scopeOf(seen), values)
  const asked = within ? liesIn('p', within, values) : 'true'
  const { rows } = await tx.query<FoundPerson>(
    `select p.shard, p.id, p.${name} as name, p.unit, ${birth} as "birthYear" from ${table} p
     where p.${name} ${how === 'begins' ? '^@' : 'like'} $1 and ${reached} and ${asked}
     order by p.unit = $2 desc, p.${name} = $4 desc, p.${name}, p.id limit $3`,
    values,
  )
  return rows
}

/** Names by id, of persons and households in the reader's context, and of whoever has an account. */
export async function namesOf(tx: Queryable, ids: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await ask<{ id: string; name: string }>(
    tx,
    'names-of',
    `select id, name from person where id = any($1) union all select id, label from household where id = any($1)
     union all select person, name from account where person = any($1)`,
    [wanted],
  )
  return new Map(rows.toReversed().map(row => [row.id, row.name]))
}
