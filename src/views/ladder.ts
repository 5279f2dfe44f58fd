import { Problem } from '#base/problem'
import { reaches, type Reach } from '#federation/reach'
import { ask, inSnapshot } from '#store/database'
import type { Programme } from '#language'
import type { Definitions } from './definitions.ts'
import { encodeHandle } from './handle.ts'
import { figurePlaces, openSums } from './place.ts'
import { sums } from './sums.ts'
import type { FigureDesk } from './figures.ts'

/** A number of one unit in the year of the record: without it, and with it. */
export type Rung = {
  readonly unit: number
  readonly indicator: string
  readonly countUnit: string
  readonly before: number
  readonly after: number
  readonly handle: string
}

/** How many numbers of a record climb the ladder. */
const most = 3

/**
 * What a record has changed at every level, from its own unit up to the top: flows of its programme in the year of its day. This is
 * the one view that looks above the reader's own place; it shows sums, and neither person nor record. `see`: what she may see of
 * the record's programme.
 */
export async function ladder(
  { db, book, now }: Pick<FigureDesk, 'db' | 'book' | 'now'>,
  see: Reach,
  programme: Programme,
  at: { shard: number; id: string },
): Promise<Rung[]> {
  return inSnapshot(db, see.context, async tx => {
    const [record] = await ask<{ unit: number; shard: number; day: string; people: string[] }>(
      tx,
      'ladder-record',
      'select unit, shard, day, people from record where shard = $1 and id = $2 and programme = $3',
      [at.shard, at.id, programme.id],
    )
    if (!record || !reaches(see, record)) throw new Problem('not-found', { what: 'record' })
    const year = record.day.slice(0, 4)
    const [from, to] = [`${year}-01-01`, `${year}-12-31`]
    const path = await ask<{ ancestor: number }>(
      tx,
      'ladder-path',
      `select ancestor from unit_ancestor where unit = $1 and until = 'infinity' order by level desc, ancestor desc`,
      [record.unit],
    )
    const units = path.map(row => row.ancestor)
    for (const unit of units) await openSums(tx, unit)
    const added = await ask<{ ind: number; value: number }>(
      tx,
      'ladder-added',
      `select ind, sum(val)::bigint as value from measure where record = $1 and unit = $2 and day between $3::date and $4::date group by ind`,
      [at.id, record.unit, from, to],
    )
    const byInd = new Map(added.map(row => [row.ind, row.value]))
    const mine = flowsOf(book, programme)
      .filter(flow => byInd.get(flow.ind))
      .slice(0, most)
    const places = await figurePlaces(tx, units)
    const inds = mine.map(flow => flow.ind)
    const cells = await sums(tx, { places, inds, from, to, grain: 'none', tree: 'restated' })
    return units.flatMap(unit =>
      mine.map(({ ind, indicator, countUnit, version }): Rung => {
        const after = cells.get(unit, ind, 0) ?? 0
        const handle = encodeHandle({ indicator, slice: '', version, unit, tree: 'restated', from, to, asOf: now })
        return { unit, indicator, countUnit, before: after - (byInd.get(ind) ?? 0), after, handle }
      }),
    )
  })
}

/** The programme's own flows in the order it declares them; a sensitive one climbs no ladder. */
function flowsOf(book: Definitions, programme: Programme) {
  return Object.entries(programme.indicators).flatMap(([name, { kind, unit: countUnit, version, sensitive }]) => {
    const indicator = `${programme.id}.${name}`
    return kind === 'flow' && !sensitive ? [{ ind: book.no(indicator), indicator, countUnit, version }] : []
  })
}
