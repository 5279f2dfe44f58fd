import { ask, type Queryable } from '#store/database'

export type Place = { readonly unit: number; readonly shard: number; readonly level: number }

/** Where a unit lies. Undefined when there is none of that number or it has been closed. */
export async function placeOf(db: Queryable, unit: number): Promise<Place | undefined> {
  const [row] = await ask<Place>(
    db,
    'place-of',
    'select no as unit, shard, level from unit where no = $1 and ends is null',
    [unit],
  )
  return row
}
