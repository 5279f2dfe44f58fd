import { dayAt } from '#base/day'
import { Problem } from '#base/problem'
import type { Actor } from '#federation/actor'
import { ask, houseContext, inContext } from '#store/database'
import { asHouse } from './as-house.ts'
import type { House } from './house.ts'
import { perform, newId } from './perform.ts'

type Waiting = { shard: number; id: string; unit: number; programme: string; key: string }
type Reached = Waiting & { reached: number }

const itself: Actor = asHouse({ person: houseContext.actor, name: '', posts: [], context: houseContext })

/**
 * Closes the tasks whose target the records made at the unit and below have reached since the task's first day. Nobody is asked
 * for a number a record already gives. Answers how many were closed.
 */
export async function fulfilTasks(house: House): Promise<number> {
  const today = dayAt(house.now())
  const reached = await inContext(house.db, houseContext, async tx => {
    const found: Reached[] = []
    for (const { key } of await ask<{ key: string }>(
      tx,
      'tasks-counted',
      `select distinct ${counts} as key from record where ${open}`,
    )) {
      await ask(tx, 'tasks-gate', 'select open_sums(no) from unit where no = (select min(no) from unit)')
      found.push(...(await ask<Reached>(tx, 'tasks-reached', text, [key, house.book.no(key), today])))
    }
    return found
  })
  let closed = 0
  for (const task of reached) if (await fulfil(house, task, today)) closed++
  return closed
}

const open = `phase in ('given', 'received', 'reported') and state->'fields' ? 'counts'`
const counts = `state->'fields'->>'counts'`
const text = `
  select r.shard, r.id, r.unit, r.programme, $1 as key, s.reached
  from record r cross join lateral (
    select coalesce(sum(m.val), 0)::bigint as reached from unit_ancestor a join measure m on m.unit = a.unit
    where a.ancestor = r.unit and a.until = 'infinity' and m.ind = $2
      and m.day between (r.state->'fields'->>'since')::date and $3) s
  where ${open} and ${counts} = $1 and s.reached >= (r.state->'fields'->>'target')::bigint`

async function fulfil(house: House, { shard, id, unit, programme, reached }: Reached, today: string): Promise<boolean> {
  try {
    const input = { reached, day: today }
    await perform(house, itself, { id: newId(house), programme, command: 'fulfil', record: { shard, id }, unit, input })
    return true
  } catch (error) {
    // somebody else closed or cancelled it in between
    if (error instanceof Problem) return false
    throw error
  }
}
