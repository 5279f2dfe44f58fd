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
  text: text(made, base),
  values: valuesOf(made, base),
})

const valuesOf = ({ place, from, to }: Made, { ind, counted }: Base) => [
  place.unit,
  ind,
  counted === 'stock' ? beginning : from,
  to,
]

const textName = (made: Made, base: Base) => `${base.counted}-${made.tree}-${heightOf(made.place)}`
const heightOf = ({ root, level }: FigurePlace) => (root ? 'top' : level <= 3 ? 'high' : 'low')

/** Under the unit: at the top everything, at county and above found from the indicator's days, below from the units' own measures. */
function under(alias: string, { place, tree }: Made): string {
  if (tree === 'alone') return `${alias}.unit = $1`
  if (place.root) return '$1::int is not null'
  const then = tree === 'as-was' ? `${alias}.day >= a.since and ${alias}.day < a.until` : `a.until = 'infinity'`
  const within = `exists (select from unit_ancestor a where a.unit = ${alias}.unit and a.ancestor = $1 and ${then})`
  if (place.level <= 3) return within
  const dated = tree === 'as-was' ? `and ${within}` : ''
  const ever = tree === 'as-was' ? '' : `and until = 'infinity'`
  return `${alias}.unit = any(array(select unit from unit_ancestor where ancestor = $1 ${ever})) ${dated}`
}

function text(made: Made, { counted }: Base): string {
  const when = (alias: string) =>
    `${alias}.ind = $2 and ${alias}.day between $3::date and $4::date and ${under(alias, made)}`
  if (counted === 'flow')
    return `select m.shard, m.record, m.unit, m.day, m.ind, m.val as value from measure m where ${when('m')}`
  if (counted === 'stock')
    return `select m.shard, m.record, m.unit, max(m.day) as day, m.ind, sum(m.val)::bigint as value from measure m
      where ${when('m')} group by m.shard, m.record, m.unit, m.ind having sum(m.val) <> 0`
  return `select r.shard, r.record, r.unit, r.day, r.ind, count(*)::int as value from reached r
    where ${when('r')} group by r.shard, r.record, r.unit, r.day, r.ind`
}

function pageText(made: Made, base: Base): string {
  const order = 'order by day desc, record desc limit $7'
  const after = '($5::date is null or (day, record) < ($5::date, $6::uuid))'
  // a flow's rows come straight from the index, newest first
  if (base.counted === 'flow') return `${text(made, base)} and ${after} ${order}`
  return `select * from (${text(made, base)}) c where ${after} ${order}`
}
