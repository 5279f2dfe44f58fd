import type { Queryable } from '#store/database'
import { truePersons, trueSums } from './cells.ts'

export type Rebuilt = { sums: number; persons: number }

/**
 * Makes all roll-ups and chains anew from measures, beside running work: measures and waiting changes are taken from the same
 * snapshot, so what is written meanwhile waits for the next fold. As the owner, on a connection of its own.
 */
export async function rebuild(owner: Queryable): Promise<Rebuilt> {
  await owner.query('begin')
  try {
    await owner.query(`set local work_mem = '512MB'`)
    await owner.query('select pg_advisory_xact_lock(4711)')
    await owner.query('delete from rollup')
    const sums = await owner.query(remadeSums)
    await owner.query('delete from chain')
    const persons = await owner.query(remadePersons)
    await owner.query('commit')
    return { sums: sums.rowCount ?? 0, persons: persons.rowCount ?? 0 }
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

const columns = Array.from({ length: 12 }, (_, i) => `m${i + 1}`).join(', ')
const months = Array.from({ length: 12 }, (_, i) => `sum(t.v) filter (where t.mo = ${i + 1})`).join(', ')

const remadeSums = `with gone as (delete from delta), ${trueSums}
  insert into rollup (shard, unit, yr, ind, ${columns})
  select u.shard, t.unit, t.yr, t.ind, ${months}
  from true_sums t join unit u on u.no = t.unit group by 1, 2, 3, 4 order by 2, 3, 4`

const remadePersons = `with gone as (delete from chain_delta), ${truePersons}
  insert into chain (shard, unit, ind, ym, prev, n)
  select u.shard, t.unit, t.ind, t.ym, t.prev, t.n from true_persons t join unit u on u.no = t.unit order by 2, 3, 4, 5`
