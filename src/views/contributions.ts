import type { Day } from '#base/day'
import { ask, type Queryable } from '#store/database'
import type { Base } from './definitions.ts'
import type { Tree } from './handle.ts'
import type { FigurePlace } from './place.ts'
import { beginning } from './windows.ts'

/**
 * What one record adds to a figure on one day: a flow's value, a stock's standing rest (on the last day it changed), or how many
 * persons it reached.
 */
export type Contribution = {
  readonly shard: number
  readonly record: string
  readonly unit: number
  readonly day: Day
  readonly ind: number
  readonly value: number
}

export type Made = { readonly place: FigurePlace; readonly from: Day; readonly to: Day; readonly tree: Tree }
/** The place after which a page goes on, newest first. */
export type After = { readonly day: Day; readonly record: string }

/** The contributions to one stored number, newest first, at most so many. Run in a snapshot whose sums are open. */
export function contributions(
  tx: Queryable,
  made: Made,
  base: Base,
  limit: number,
  after?: After,
): Promise<Contribution[]> {
  const values = [...valuesOf(made, base), after?.day ?? null, after?.record ?? null, limit]
  return ask<Contribution>(tx, `made-of-${textName(made, base)}`, pageText(made, base), values)
}

/** The SQL of all contributions, with its values: `$1` the unit, `$2` the indicator, `$3`, `$4` the days. */
export const allContributions = (made: Made, base: Base) => ({
  name: textName(made, base),
  text: contributed(base, source(made, base, false)),
  values: valuesOf(made, base),
})

const valuesOf = ({ place, from, to }: Made, { ind, counted }: Base) => [
  place.unit,
  ind,
  counted === 'stock' ? beginning : from,
  to,
]

/** The newest entries of the wide are found by their days, one after the other; the few of the narrow by their units. */
const reachOf = ({ place, tree }: Made): 'top' | 'wide' | 'narrow' =>
  tree === 'alone' || place.level > 2 ? 'narrow' : place.root ? 'top' : 'wide'
const textName = (made: Made, base: Base) => `${base.counted}-${made.tree}-${reachOf(made)}`

function pageText(made: Made, base: Base): string {
  const after = (alias: string) => `($5::date is null or (${alias}.day, ${alias}.record) < ($5::date, $6::uuid))`
  const order = 'order by day desc, record desc limit $7'
  if (base.counted === 'stock' || reachOf(made) === 'narrow')
    return `select * from (${contributed(base, source(made, base, false))} offset 0) c where ${after('c')} ${order}`
  return `${contributed(base, `${source(made, base, true)} and ${after('m')}`)} ${order}`
}

/** The stored rows below the unit, as `m`. `inTurn`: asked about row by row, which keeps the order of an index. */
function source(made: Made, { counted }: Base, inTurn: boolean): string {
  const table = counted === 'distinct' ? 'reached' : 'measure'
  const days = (alias: string) => `${alias}.day between $3::date and $4::date`
  // ind::int goes by the indicator's days, ind by the unit's (see the indexes of measure)
  const wide = `m.ind::int = $2 and ${days('m')}`
  const { tree } = made
  if (reachOf(made) === 'top') return `${table} m where $1::int is not null and ${wide}`
  if (reachOf(made) === 'wide') {
    const then = tree === 'as-was' ? 'm.day >= a.since and m.day < a.until' : `a.until = 'infinity'`
    const below = `select true from unit_ancestor a where a.unit = m.unit and a.ancestor = $1 and ${then}`
    if (inTurn) return `${table} m where ${wide} and (${below} limit 1)`
    return `(select * from ${table} m where ${wide} offset 0) m where exists (${below})`
  }
  const then = tree === 'as-was' ? 'x.day >= a.since and x.day < a.until' : `a.until = 'infinity'`
  return `unit_ancestor a cross join lateral (
      select * from ${table} x where x.unit = a.unit and x.ind = $2 and ${days('x')} ${tree === 'as-was' ? `and ${then}` : ''} offset 0) m
    where a.ancestor = $1 ${tree === 'as-was' ? '' : `and ${then}`} ${tree === 'alone' ? 'and a.unit = $1' : ''}`
}

function contributed({ counted }: Base, rows: string): string {
  if (counted === 'flow') return `select m.shard, m.record, m.unit, m.day, m.ind, m.val as value from ${rows}`
  if (counted === 'stock')
    return `select m.shard, m.record, m.unit, max(m.day) as day, m.ind, sum(m.val)::bigint as value from ${rows}
      group by m.shard, m.record, m.unit, m.ind having sum(m.val) <> 0`
  return `select m.shard, m.record, m.unit, m.day, m.ind, count(*)::int as value from ${rows}
    group by m.day, m.record, m.shard, m.unit, m.ind`
}
