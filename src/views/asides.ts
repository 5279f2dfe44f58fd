import type { Day } from '#base/day'
import { ask, type Queryable } from '#store/database'
import { statementHandle } from './handle.ts'
import type { Window } from './windows.ts'

/** A value declared from outside, shown beside what is recorded and never added to it: from an old report, or by a department. */
export type Aside = {
  readonly value: number
  readonly hedge: string
  readonly source: string
  readonly handle: string
  readonly from: Day | null
  readonly to: Day
}
export type Asides = { readonly opening: readonly Aside[]; readonly reported: readonly Aside[] }

type Row = {
  shard: number
  id: string
  unit: number
  fields: {
    indicator: string
    slice?: string
    value: number
    from?: Day
    to: Day
    hedge?: string
    source?: string
    department?: string
  }
}

const none: Asides = { opening: [], reported: [] }

/**
 * Statements of these very units (never of those below) whose period lies within a column of the question; one for a day belongs
 * to the column its day lies in. `department` tells a reported value from an opening figure. Oldest first.
 */
export async function asidesOf(
  tx: Queryable,
  units: readonly number[],
  indicators: readonly string[],
  windows: readonly Window[],
): Promise<(unit: number, indicator: string, slice: string, col: number) => Asides> {
  const rows = await ask<Row>(
    tx,
    'asides',
    `select shard, id, unit, state -> 'fields' as fields from record
     where unit = any($1::int[]) and phase = 'declared' and day between $2::date and $3::date
       and state -> 'fields' ->> 'indicator' = any($4::text[]) order by day, id`,
    [units, windows[0]?.from, windows.at(-1)?.to, [...new Set(indicators)]],
  )
  const found = new Map<string, { opening: Aside[]; reported: Aside[] }>()
  for (const { shard, id, unit, fields } of rows) {
    const { indicator, slice = '', value, from = null, to, hedge = 'none', source = '', department } = fields
    const column = windows.find(window => (from ?? to) >= window.from && to <= window.to)
    if (!column) continue
    const key = JSON.stringify([unit, indicator, slice, column.col])
    const group = found.get(key) ?? { opening: [], reported: [] }
    const aside = { value, hedge, source, handle: statementHandle(shard, id), from, to }
    if (department === undefined) group.opening.push(aside)
    else group.reported.push(aside)
    found.set(key, group)
  }
  if (found.size === 0) return () => none
  return (...key) => found.get(JSON.stringify(key)) ?? none
}
