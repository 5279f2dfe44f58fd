import type { Queryable } from '#store/database'
import { truePersons, trueSums } from './cells.ts'

/** A roll-up or chain cell (`period` is `2025-3` or `24303<24301`: a month and the month before it) that is not what its measures say. */
export type WrongCell = { unit: number; ind: number; period: string; kept: number; counted: number }
export type Verdict = {
  sums: number
  persons: number
  waiting: number
  /** How many differ, and the first hundred of them. */
  wrong: number
  cells: WrongCell[]
}

/**
 * Counts every roll-up and chain cell anew from measures and compares, in one snapshot beside running work: cells and the
 * waiting changes together must say what the measures say. As the owner, on a connection of its own.
 */
export async function verifyFigures(owner: Queryable): Promise<Verdict> {
  await owner.query('begin isolation level repeatable read read only')
  try {
    await owner.query(`set local work_mem = '256MB'`)
    const sums = await compare(owner, comparedSums)
    const persons = await compare(owner, comparedPersons)
    const { rows } = await owner.query<{ n: number }>(
      'select (select count(*) from delta) + (select count(*) from chain_delta) as n',
    )
    return {
      sums: sums.compared,
      persons: persons.compared,
      waiting: rows[0]?.n ?? 0,
      wrong: sums.wrong + persons.wrong,
      cells: [...sums.cells, ...persons.cells].slice(0, 100),
    }
  } finally {
    await owner.query('rollback')
  }
}

type Compared = { compared: number; wrong: number; cells: WrongCell[] }

async function compare(owner: Queryable, text: string): Promise<Compared> {
  const { rows } = await owner.query<Compared>(text)
  return rows[0] as Compared // an aggregate has one row
}

/** Compares kept with counted cells: how many there are, how many differ, and the first hundred of those. */
const compared = (kept: string, counted: string, key: string, period: string) => `
  pair as materialized (
    select ${key}, coalesce(k.v, 0) kept, coalesce(t.v, 0) counted from (${kept}) k full join (${counted}) t using (${key})),
  few as (select * from pair where kept <> counted limit 100)
  select (select count(*) from pair) as compared, (select count(*) from pair where kept <> counted) as wrong,
    (select coalesce(jsonb_agg(jsonb_build_object('unit', unit, 'ind', ind, 'period', ${period}, 'kept', kept, 'counted', counted)), '[]')
     from few) as cells`

const months = Array.from({ length: 12 }, (_, i) => `(${i + 1}, m${i + 1})`).join(', ')

const keptSums = `select unit, ind, yr, mo, sum(v) v from (
    select r.unit, r.ind, r.yr, m.mo, m.v from rollup r cross join lateral (values ${months}) m(mo, v) where m.v is not null
    union all
    select a.ancestor, d.ind, d.yr, d.mo, d.dv from delta d
    join unit_ancestor a on a.unit = d.unit and a.until = 'infinity' and a.level <= 3) x group by 1, 2, 3, 4`

const keptPersons = `select unit, ind, ym, prev, sum(n) v from (
    select unit, ind, ym, prev, n from chain union all select unit, ind, ym, prev, dn from chain_delta) x group by 1, 2, 3, 4`

const comparedSums = `with ${trueSums}, ${compared(keptSums, 'select * from true_sums', 'unit, ind, yr, mo', `yr || '-' || mo`)}`

const comparedPersons = `with ${truePersons},
  ${compared(keptPersons, 'select unit, ind, ym, prev, n v from true_persons', 'unit, ind, ym, prev', `ym || '<' || prev`)}`
