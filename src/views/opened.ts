import { monthNo, type Day } from '#base/day'
import { Problem } from '#base/problem'
import { demandUnit } from '#federation/reach'
import { ask, inSnapshot, type Queryable } from '#store/database'
import { concealed, type FigureCell } from './cells.ts'
import { basesOf, definitionOf } from './definitions.ts'
import { atUnit, maker, type FigureDesk } from './figures.ts'
import { countEntries } from './entries.ts'
import { decodeHandle, type Handle, type Tree } from './handle.ts'
import { hideSmall } from './hide-small.ts'
import { isHiddenFrom } from './hidden-from.ts'
import { figurePlaces, type FigurePlace } from './place.ts'
import type { Grain } from './windows.ts'

/** What a figure opens to. */
export type OpenedFigure = {
  readonly cell: FigureCell
  readonly unit: number
  /** From the top of the tree down to the unit. */
  readonly path: readonly number[]
  readonly from: Day
  readonly to: Day
  readonly tree: Tree
  /** Counted now; the handle was written at `printed`, by definition version `version` (`current` is today's). */
  readonly asOf: number
  readonly printed: number
  readonly version: number
  readonly current: number
  /** The units directly below, and what the unit did itself (`tree: alone`), which add up to it unless persons are counted. */
  readonly split: readonly { readonly unit: number; readonly cell: FigureCell }[]
  readonly columns: readonly { readonly key: string; readonly value: number | null }[]
  /** Entries of records it is made of; null when it is hidden. */
  readonly entries: number | null
}

/** Counts a figure again from its handle, with what it is made of. Throws `not-allowed`, `not-found`. */
export async function openHandle(desk: FigureDesk, text: string): Promise<OpenedFigure> {
  const handle = decodeHandle(text)
  const { from, to, tree, version } = handle
  const { version: current } = definitionOf(desk.book, handle)
  return atUnit(desk, handle.unit, async (tx, place) => {
    const whole = await maker(tx, desk, [place], [handle], { from, to, tree, grain: 'none' })
    const hidden = await isHiddenFrom(tx, desk, place, handle)
    const cell = concealed(whole.cell(place.unit, handle, 0), hidden)
    return {
      cell,
      unit: place.unit,
      path: await pathTo(tx, place.unit),
      from,
      to,
      tree,
      asOf: desk.now,
      printed: handle.asOf,
      version,
      current,
      split: hidden || tree === 'alone' ? [] : await splitOf(tx, desk, place, handle, cell),
      columns: hidden ? [] : await columnsOf(tx, desk, place, handle),
      entries: hidden
        ? null
        : await countEntries(
            tx,
            {
              ...handle,
              place,
            },
            basesOf(desk.book, handle),
          ),
    }
  })
}

async function splitOf(tx: Queryable, desk: FigureDesk, place: FigurePlace, handle: Handle, cell: FigureCell) {
  const { from, to, tree } = handle
  const rows = await ask<{ unit: number }>(
    tx,
    `figure-split-${tree}`,
    `select l.unit from unit_link l join unit u on u.no = l.unit where l.parent = $1 and
     ${tree === 'as-was' ? 'l.since <= $3::date and l.until > $2::date' : `l.until = 'infinity' and $2::date <= $3::date`}
     group by l.unit, u.level, u.sort order by u.level, u.sort, l.unit`,
    [place.unit, from, to],
  )
  if (rows.length === 0) return []
  const order = rows.map(row => row.unit)
  const places = await figurePlaces(tx, order)
  const below = await maker(tx, desk, places, [handle], { from, to, tree, grain: 'none' })
  const alone = await maker(tx, desk, [place], [handle], { from, to, tree: 'alone', grain: 'none' })
  const own = alone.cell(place.unit, handle, 0)
  const table = await hideSmall(tx, desk, place, {
    asOf: desk.now,
    unit: place.unit,
    columns: ['all'],
    total: [cell],
    rows: [
      ...order.map(unit => ({
        unit,
        name: null,
        cells: [below.cell(unit, handle, 0)],
      })),
      ...(own.recorded
        ? [
            {
              unit: place.unit,
              name: null,
              cells: [own],
            },
          ]
        : []),
    ],
  })
  return table.rows.flatMap(({ unit, cells }) => {
    const [first] = cells
    return unit !== null && first && (first.recorded !== null || first.hidden) ? [{ unit, cell: first }] : []
  })
}

/** Month by month, or by years when there are more than five of them. */
async function columnsOf(tx: Queryable, desk: FigureDesk, place: FigurePlace, handle: Handle) {
  const { from, to, tree } = handle
  const grain: Grain = monthNo(to) - monthNo(from) < 60 ? 'months' : 'years'
  const make = await maker(tx, desk, [place], [handle], { from, to, tree, grain })
  const cells = make.windows.map(window => make.cell(place.unit, handle, window.col))
  const table = {
    asOf: desk.now,
    unit: place.unit,
    columns: [],
    rows: [{ unit: null, name: handle, cells }],
    total: null,
  }
  const [row] = (await hideSmall(tx, desk, place, table)).rows
  return make.windows.map(({ col }, i) => ({
    key: grain === 'years' ? String(col) : `${Math.floor(col / 12)}-${(col % 12) + 1}`,
    value: row?.cells[i]?.recorded ?? null,
  }))
}

async function pathTo(tx: Queryable, unit: number): Promise<number[]> {
  const rows = await ask<{ ancestor: number }>(
    tx,
    'figure-path',
    `select ancestor from unit_ancestor where unit = $1 and until = 'infinity'
     order by (select count(*) from unit_ancestor up where up.unit = ancestor and up.until = 'infinity')`,
    [unit],
  )
  return rows.map(row => row.ancestor)
}

/** A declared value as its handle opens it: the record that says it. */
export type OpenedStatement = {
  readonly shard: number
  readonly id: string
  readonly programme: string
  readonly unit: number
  readonly fields: Record<string, unknown>
  readonly at: Date
}

/** Throws `not-found` when there is no such statement any more, `not-allowed` when its unit is out of reach. */
export async function openStatement(desk: FigureDesk, at: { shard: number; id: string }): Promise<OpenedStatement> {
  return inSnapshot(desk.db, desk.reach.context, async tx => {
    const [found] = await ask<OpenedStatement>(
      tx,
      'open-statement',
      `select shard, id, programme, unit, state -> 'fields' as fields, changed as at from record
       where shard = $1 and id = $2 and phase = 'declared'`,
      [at.shard, at.id],
    )
    if (!found) throw new Problem('not-found', { what: 'figure' })
    demandUnit(desk.reach, found)
    return found
  })
}
