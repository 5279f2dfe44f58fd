import type { Day } from '#base/day'
import { Problem } from '#base/problem'
import { reaches, type Reach } from '#federation/reach'
import type { Programme } from '#language'
import { ask, inSnapshot, type Queryable } from '#store/database'
import type { FigureDesk } from './figures.ts'
import { encodeHandle } from './handle.ts'
import { figurePlaces, openSums } from './place.ts'
import { sums } from './sums.ts'

/** How far one unit has come with a task. `handle` opens the number; `parts` are the tasks it handed further down. */
export type HandedTask = {
  readonly unit: number
  readonly shard: number
  readonly id: string
  readonly phase: string
  readonly due: Day
  readonly late: boolean
  readonly target: number | null
  readonly reached: number | null
  readonly handle: string | null
  readonly parts: { readonly done: number; readonly half: number; readonly begun: number; readonly none: number }
}

/** What became of a task: its own figure, and how the units it was handed to stand, in the order of the tree, never by rank. */
export type Handed = {
  readonly own: { readonly target: number | null; readonly reached: number | null; readonly handle: string | null }
  /** The indicator all of it is seen from. */
  readonly counts: string | null
  readonly from: Day
  readonly due: Day
  readonly today: Day
  readonly rows: readonly HandedTask[]
  /** Units beyond those shown. */
  readonly more: number
  readonly given: number
  readonly done: number
}

type Row = { unit: number; shard: number; id: string; phase: string; parent: string; due: Day; target: number | null }

const mostRows = 500

/**
 * The tasks a task was handed down as. Progress is read from the figures at this moment: a unit that made its records has come as
 * far, whether or not it ever opened the task. Throws `not-found` for a record that is not there or not hers to see.
 */
export async function handedDown(
  { db, book, now }: Pick<FigureDesk, 'db' | 'book' | 'now'>,
  see: Reach,
  programme: Programme,
  at: { shard: number; id: string },
  today: Day,
): Promise<Handed> {
  return inSnapshot(db, see.context, async tx => {
    const [task] = await ask<{
      unit: number
      shard: number
      people: string[]
      counts: string | null
      since: Day
      due: Day
      target: number | null
    }>(
      tx,
      'handed-task',
      `select unit, shard, people, state->'fields'->>'counts' as counts, state->'fields'->>'since' as since,
         state->'fields'->>'due' as due, (state->'fields'->>'target')::bigint as target
       from record where shard = $1 and id = $2 and programme = $3`,
      [at.shard, at.id, programme.id],
    )
    if (!task || !reaches(see, task)) throw new Problem('not-found', { what: 'record' })
    const children = await tasksOf(tx, programme.id, [at.id])
    const grown = await tasksOf(
      tx,
      programme.id,
      children.map(child => child.id),
    )
    const span = { from: task.since, to: task.due < today ? task.due : today }
    const { counts } = task
    const values = counts
      ? await reachedBy(
          tx,
          book.no(counts),
          task.unit,
          [task.unit, ...children.map(each => each.unit), ...grown.map(each => each.unit)],
          span,
        )
      : undefined
    const handleOf = (unit: number) =>
      counts &&
      encodeHandle({
        indicator: counts,
        slice: '',
        version: book.definition(counts)?.version ?? 1,
        unit,
        tree: 'restated',
        ...span,
        asOf: now,
      })
    const byParent = Map.groupBy(grown, each => each.parent)
    const rows = children.slice(0, mostRows).map(
      (child): HandedTask => ({
        ...{
          unit: child.unit,
          shard: child.shard,
          id: child.id,
          phase: child.phase,
          due: child.due,
          target: child.target,
        },
        late: child.phase !== 'done' && child.due < today,
        reached: values?.get(child.unit) ?? null,
        handle: handleOf(child.unit),
        parts: partsOf(byParent.get(child.id) ?? [], values),
      }),
    )
    return {
      own: { target: task.target, reached: values?.get(task.unit) ?? null, handle: handleOf(task.unit) },
      ...{ counts, from: task.since, due: task.due, today, rows },
      more: Math.max(0, children.length - mostRows),
      given: children.length,
      done: children.filter(child => isDone(child, values)).length,
    }
  })
}

const tasksOf = (tx: Queryable, programme: string, parents: readonly string[]): Promise<Row[]> =>
  ask<Row>(
    tx,
    'handed-tasks',
    `select r.unit, r.shard, r.id, r.phase, r.state->'fields'->'parent'->>'id' as parent, r.state->'fields'->>'due' as due,
       (r.state->'fields'->>'target')::bigint as target
     from record r join unit u on u.no = r.unit
     where r.state->'fields' ? 'parent' and r.state->'fields'->'parent'->>'id' = any($2) and r.programme = $1 and r.phase <> 'cancelled'
     order by u.code, u.no`,
    [programme, parents],
  )

/** What the records of each unit and all below it come to. */
async function reachedBy(
  tx: Queryable,
  ind: number,
  top: number,
  units: readonly number[],
  span: { from: Day; to: Day },
): Promise<Map<number, number>> {
  if (span.to < span.from) return new Map(units.map(unit => [unit, 0]))
  await openSums(tx, top)
  const places = await figurePlaces(tx, [...new Set(units)])
  const cells = await sums(tx, { places, inds: [ind], ...span, grain: 'none', tree: 'restated' })
  return new Map(places.map(({ unit }) => [unit, cells.get(unit, ind, 0) ?? 0]))
}

const isDone = ({ phase, unit, target }: Row, values: Map<number, number> | undefined): boolean =>
  phase === 'done' || (values !== undefined && target !== null && (values.get(unit) ?? 0) >= target)

function partsOf(rows: readonly Row[], values: Map<number, number> | undefined): HandedTask['parts'] {
  const parts = { done: 0, half: 0, begun: 0, none: 0 }
  for (const row of rows) {
    const value = values?.get(row.unit) ?? 0
    if (isDone(row, values)) parts.done++
    else if (row.target && value * 2 >= row.target) parts.half++
    else if (value > 0 || ['received', 'reported'].includes(row.phase)) parts.begun++
    else parts.none++
  }
  return parts
}
