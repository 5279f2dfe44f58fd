import { dayAt, type Day } from '#base/day'
import { ask, type Queryable } from '#store/database'
import type { FigureDesk } from './figures.ts'
import { encodeHandle } from './handle.ts'
import { figurePlaces, openSums } from './place.ts'
import type { Opened } from './record-page.ts'
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
  /** The how manieth time it was handed down. */
  readonly wave: number
  /** What the unit wrote back, in the order of the questions. */
  readonly replies: readonly string[]
  readonly parts: { readonly done: number; readonly half: number; readonly begun: number; readonly none: number }
}

/** What became of a task: its own figure, and how the units it was handed to stand, in the order of the tree, never by rank. */
export type Handed = {
  readonly own: { readonly target: number | null; readonly reached: number | null; readonly handle: string | null }
  /** The indicator all of it is seen from. */
  readonly counts: string | null
  /** What the units are asked in words. */
  readonly asks: readonly string[]
  readonly from: Day
  readonly due: Day
  readonly today: Day
  readonly rows: readonly HandedTask[]
  /** Units beyond those shown. */
  readonly more: number
  readonly given: number
  readonly done: number
}

type Row = {
  unit: number
  shard: number
  id: string
  phase: string
  parent: string
  since: Day
  due: Day
  target: number | null
  wave: number | null
  replies: string[] | null
}
/** What a task says of itself. */
type Asking = {
  readonly counts?: string
  readonly asks?: readonly string[]
  readonly since: Day
  readonly due: Day
  readonly target?: number
}
type Reached = (row: Pick<Row, 'unit' | 'since' | 'due'>) => number | undefined

const mostRows = 500

/**
 * The tasks a task was handed down as, in the snapshot it was opened in. Progress is read from the figures at this moment: a unit that
 * made its records has come as far, whether or not it ever opened the task.
 */
export async function handedDown(
  tx: Queryable,
  { record: { id, unit: top, state }, programme }: Opened,
  { book, now }: Pick<FigureDesk, 'book' | 'now'>,
): Promise<Handed> {
  const today = dayAt(now)
  const { counts = null, asks = [], since, due, target = null } = state.fields as Asking
  const task = { unit: top, since, due }
  const children = await tasksOf(tx, programme.id, [id])
  const grown = await tasksOf(
    tx,
    programme.id,
    children.map(child => child.id),
  )
  const reached = counts
    ? await reachedBy(tx, book.no(counts), top, [task, ...children, ...grown], today)
    : () => undefined
  const handleOf = ({ unit, ...days }: Pick<Row, 'unit' | 'since' | 'due'>) =>
    counts &&
    encodeHandle({
      ...{ indicator: counts, slice: '', unit, tree: 'restated' as const, asOf: now },
      ...spanOf(days, today),
      version: book.definition(counts)?.version ?? 1,
    })
  const byParent = Map.groupBy(grown, each => each.parent)
  const rows = children.slice(0, mostRows).map(
    (child): HandedTask => ({
      ...{ unit: child.unit, shard: child.shard, id: child.id, phase: child.phase, due: child.due },
      ...{ target: child.target, wave: child.wave ?? 1, replies: child.replies ?? [] },
      late: child.phase !== 'done' && child.due < today,
      reached: reached(child) ?? null,
      handle: handleOf(child),
      parts: partsOf(byParent.get(child.id) ?? [], reached),
    }),
  )
  return {
    own: { target, reached: reached(task) ?? null, handle: handleOf(task) },
    ...{ counts, asks, from: since, due, today, rows },
    more: Math.max(0, children.length - mostRows),
    given: children.length,
    done: children.filter(child => isDone(child, reached)).length,
  }
}

/** What every unit wrote back, all of them, for a workbook. */
export const repliesOf = async (
  tx: Queryable,
  { record: { id, title, state }, programme }: Opened,
): Promise<{ asks: readonly string[]; title: string; rows: readonly Row[] }> => ({
  ...{ title, asks: (state.fields as Asking).asks ?? [] },
  rows: await tasksOf(tx, programme.id, [id]),
})

const tasksOf = (tx: Queryable, programme: string, parents: readonly string[]): Promise<Row[]> =>
  ask<Row>(
    tx,
    'handed-tasks',
    `select r.unit, r.shard, r.id, r.phase, r.state->'fields'->'parent'->>'id' as parent, r.state->'fields'->>'due' as due,
       r.state->'fields'->>'since' as since, (r.state->'fields'->>'target')::bigint as target,
       (r.state->'fields'->>'wave')::int as wave, r.state->'fields'->'replies' as replies
     from record r join unit u on u.no = r.unit
     where r.state->'fields' ? 'parent' and r.state->'fields'->'parent'->>'id' = any($2) and r.programme = $1 and r.phase <> 'cancelled'
     order by wave nulls first, u.code, u.no`,
    [programme, parents],
  )

/** The days of a task that have come. */
const spanOf = ({ since, due }: Pick<Row, 'since' | 'due'>, today: Day) => ({
  from: since,
  to: due < today ? due : today,
})

/** What the records of each unit and all below it come to in the days of its task; those with the same days are asked for at once. */
async function reachedBy(
  tx: Queryable,
  ind: number,
  top: number,
  rows: readonly Pick<Row, 'unit' | 'since' | 'due'>[],
  today: Day,
): Promise<Reached> {
  await openSums(tx, top)
  const keyOf = ({ unit, since, due }: Pick<Row, 'unit' | 'since' | 'due'>) => `${unit} ${since} ${due}`
  const found = new Map<string, number>()
  for (const alike of Map.groupBy(rows, ({ since, due }) => `${since} ${due}`).values()) {
    const [first] = alike
    const span = first && spanOf(first, today)
    if (!span || span.to < span.from) continue
    const places = await figurePlaces(tx, [...new Set(alike.map(({ unit }) => unit))])
    const cells = await sums(tx, { places, inds: [ind], ...span, grain: 'none', tree: 'restated' })
    for (const row of alike) found.set(keyOf(row), cells.get(row.unit, ind, 0) ?? 0)
  }
  return row => found.get(keyOf(row)) ?? 0
}

const isDone = (row: Row, reached: Reached): boolean =>
  row.phase === 'done' || (row.target !== null && (reached(row) ?? 0) >= row.target)

function partsOf(rows: readonly Row[], reached: Reached): HandedTask['parts'] {
  const parts = { done: 0, half: 0, begun: 0, none: 0 }
  for (const row of rows) {
    const value = reached(row) ?? 0
    if (isDone(row, reached)) parts.done++
    else if (row.target && value * 2 >= row.target) parts.half++
    else if (value > 0 || ['received', 'reported'].includes(row.phase)) parts.begun++
    else parts.none++
  }
  return parts
}
