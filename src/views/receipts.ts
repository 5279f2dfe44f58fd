import { Problem } from '#base/problem'
import { reaches, type Reach } from '#federation/reach'
import type { Programme } from '#language'
import { ask, inSnapshot, type Database } from '#store/database'

/** What became of a document that was sent down: who signed for it and when, who did not, in the order of the tree. */
export type Receipts = {
  readonly given: number
  readonly signed: number
  readonly rows: readonly {
    readonly unit: number
    readonly shard: number
    readonly id: string
    readonly received: string | null
  }[]
}

/** Throws `not-found` for a record that is not there or not hers to see. At most five hundred rows; the counts are of all. */
export const receiptsOf = (
  db: Database,
  see: Reach,
  programme: Programme,
  at: { shard: number; id: string },
): Promise<Receipts> =>
  inSnapshot(db, see.context, async tx => {
    const [record] = await ask<{ unit: number; shard: number; people: string[] }>(
      tx,
      'receipts-of',
      'select unit, shard, people from record where shard = $1 and id = $2 and programme = $3',
      [at.shard, at.id, programme.id],
    )
    if (!record || !reaches(see, record)) throw new Problem('not-found', { what: 'record' })
    const rows = await ask<Receipts['rows'][number] & { given: number; signed: number }>(
      tx,
      'receipts',
      `select r.unit, r.shard, r.id, r.state->'fields'->>'received' as received, count(*) over ()::int as given,
         count(*) filter (where r.phase = 'received') over ()::int as signed
       from record r join unit u on u.no = r.unit
       where r.state->'fields' ? 'parent' and r.state->'fields'->'parent'->>'id' = $1 and r.programme = $2
       order by u.code, u.no limit 500`,
      [at.id, programme.id],
    )
    return { given: rows[0]?.given ?? 0, signed: rows[0]?.signed ?? 0, rows }
  })
