import type { Tree } from './handle.ts'
import { ask, type Queryable } from '#store/database'

/** A unit as figures are counted for it. `root`: everything there is lies below it. */
export type FigurePlace = {
  readonly unit: number
  readonly shard: number
  readonly level: number
  readonly root: boolean
}

/** The places of units; those that do not exist are left out. */
export const figurePlaces = (db: Queryable, units: readonly number[]): Promise<FigurePlace[]> =>
  ask<FigurePlace>(
    db,
    'figure-places',
    `select no as unit, shard, level, level = 1 and (select count(*) from unit where level = 1) = 1 as root
     from unit where no = any($1) order by no`,
    [units],
  )

/** County and above have roll-ups; below it, and for a unit by itself, measures are few enough to be summed. */
export const isKept = (place: FigurePlace, tree: Tree): boolean => place.level <= 3 && tree !== 'alone'

/** Opens the number tables for this transaction, if its context holds the unit or lies below it. */
export const openSums = (tx: Queryable, unit: number) => ask(tx, 'open-sums', 'select open_sums($1)', [unit])
