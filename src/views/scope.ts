import type { Below } from '#federation/actor'
import type { Reach } from '#federation/reach'
import type { Programme } from '#language'

/** A part of the installation: all of it, or whole shards and single units. */
export type Scope = { readonly all: boolean; readonly shards: readonly number[]; readonly units: readonly number[] }

/** Programmes that are seen alike, with what is seen of them. */
export type Sight = { readonly programmes: readonly string[]; readonly seen: Reach }

/** Gathers programmes whose rules give the reader the same reach, so that a list asks one condition for each kind of sight. */
export function sights(programmes: Iterable<Programme>, reachOf: (programme: Programme) => Reach): Sight[] {
  const groups = new Map<string, { programmes: string[]; seen: Reach }>()
  for (const programme of programmes) {
    const seen = reachOf(programme)
    if (!seen.own && seen.here.size === 0 && seen.below.length === 0) continue
    const key = JSON.stringify([seen.own, [...seen.here].sort(), seen.below.map(each => each.unit).sort()])
    const group = groups.get(key) ?? { programmes: [], seen }
    group.programmes.push(programme.id)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** What a reach covers, wherever a record names her besides. */
export function scopeOf({ here, below }: Reach): Scope {
  return {
    all: below.some(each => each.below.all),
    shards: [...new Set(below.flatMap(each => [...each.below.shards]))],
    units: [...new Set([...here, ...below.flatMap(each => [...each.below.units])])],
  }
}

/** A unit and all below it, as a scope. */
export const scopeBelow = ({ all, shards, units }: Below): Scope => ({ all, shards: [...shards], units: [...units] })

/** A unit alone. */
export const scopeHere = (unit: number): Scope => ({ all: false, shards: [], units: [unit] })

/** How wide a scope is, so that a list starts from the narrowest: units, then shards, then everything. */
export const width = ({ all, shards, units }: Scope): number => (all ? 1e6 : shards.length * 1000 + units.length)

/** The SQL condition "alias lies in this scope"; parameters are added to `values`. */
export function liesIn(alias: string, { all, shards, units }: Scope, values: unknown[]): string {
  if (all) return 'true'
  const parts = [
    ...(shards.length ? [`${alias}.shard = any($${values.push(shards)}::int[])`] : []),
    ...(units.length ? [`${alias}.unit = any($${values.push(units)}::int[])`] : []),
  ]
  return parts.length ? `(${parts.join(' or ')})` : 'false'
}
