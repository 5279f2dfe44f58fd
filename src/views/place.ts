import type { Day } from '#base/day'
import type { Tree } from './handle.ts'
import { ask, type Queryable } from '#store/database'

/** A unit as figures are counted for it. `root`: everything there is lies below it. */
export type FigurePlace = {
  readonly unit: number
  readonly shard: number
  readonly level: number
  readonly root: boolean
}

/** A unit as a table names it. */
export type NamedPlace = FigurePlace & { readonly name: string; readonly short: string }
/** A unit below another, with the day it was closed. */
export type PlaceBelow = NamedPlace & { readonly ends: Day | null }

/** Where figures ask about the tree as it stands today. It changes seldom: a server may remember it. */
export type Ground = {
  place(unit: number): Promise<NamedPlace | undefined>
  /** The units of a table's rows in their official order. */
  below(unit: number, rows: Rows): Promise<readonly PlaceBelow[]>
}
export type Rows = 'children' | 'counties'

export const groundIn = (db: Queryable): Ground => ({
  async place(unit) {
    const [place] = await ask<NamedPlace>(
      db,
      'figure-place',
      `select no as unit, shard, level, ${isRoot} as root, name, short_name as short from unit where no = $1`,
      [unit],
    )
    return place
  },
  below: (unit, rows) => placesBelow(db, unit, rows, `until = 'infinity'`, []),
})

/** The same over the days of a period: whatever lay below for part of it. */
export const placesThen = (tx: Queryable, unit: number, rows: Rows, from: Day, to: Day): Promise<PlaceBelow[]> =>
  placesBelow(tx, unit, rows, 'since <= $3::date and until > $2::date', [from, to])

/**
 * Each county is asked whether it lies below (offset 0 holds the planner to it): all that lies below a province is two hundred
 * times as much.
 */
function placesBelow(db: Queryable, unit: number, rows: Rows, when: string, days: Day[]): Promise<PlaceBelow[]> {
  const below =
    rows === 'children'
      ? `unit u where u.no in (select unit from unit_link where parent = $1 and ${when})`
      : `unit u cross join lateral (
           select from unit_ancestor where ancestor = $1 and unit = u.no and ${when} limit 1 offset 0) a where u.level = 3 and u.no <> $1`
  return ask<PlaceBelow>(
    db,
    `figure-rows-${rows}${days.length ? '-then' : ''}`,
    `select u.no as unit, u.shard, u.level, false as root, u.ends, u.name, u.short_name as short from ${below}
     order by u.level, u.sort, u.no`,
    [unit, ...days],
  )
}

const isRoot = 'level = 1 and (select count(*) from unit where level = 1) = 1'

/** The places of units; those that do not exist are left out. */
export const figurePlaces = (db: Queryable, units: readonly number[]): Promise<FigurePlace[]> =>
  ask<FigurePlace>(
    db,
    'figure-places',
    `select no as unit, shard, level, ${isRoot} as root
     from unit where no = any($1) order by no`,
    [units],
  )

/** County and above have roll-ups; below it, and for a unit by itself, measures are few enough to be summed. */
export const isKept = (place: FigurePlace, tree: Tree): boolean => place.level <= 3 && tree !== 'alone'

/** Opens the number tables for this transaction, if its context holds the unit or lies below it. */
export const openSums = (tx: Queryable, unit: number) => ask(tx, 'open-sums', 'select open_sums($1)', [unit])
