import { ask, type Queryable } from '#store/database'
import type { Opened } from './record-page.ts'

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

/** At most five hundred rows; the counts are of all. */
export async function receiptsOf(tx: Queryable, { record, programme }: Opened): Promise<Receipts> {
  const rows = await ask<Receipts['rows'][number] & { given: number; signed: number }>(
    tx,
    'receipts',
    `select r.unit, r.shard, r.id, r.state->'fields'->>'received' as received, count(*) over ()::int as given,
       count(*) filter (where r.phase = 'received') over ()::int as signed
     from record r join unit u on u.no = r.unit
     where r.state->'fields' ? 'parent' and r.state->'fields'->'parent'->>'id' = $1 and r.programme = $2
     order by u.code, u.no limit 500`,
    [record.id, programme.id],
  )
  return { given: rows[0]?.given ?? 0, signed: rows[0]?.signed ?? 0, rows }
}
