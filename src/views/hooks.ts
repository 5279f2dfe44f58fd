import { reaches, type Reach } from '#federation/reach'
import { ask, type Queryable } from '#store/database'

/** A system that is told of changes: where, of what, and how the last telling went. */
export type Hook = {
  readonly id: string
  readonly unit: number
  readonly url: string
  readonly programmes: readonly string[]
  readonly active: boolean
  readonly delivered: Date | null
  readonly fault: string | null
  readonly tries: number
}

/** Those within reach, the oldest first. */
export async function hooksSeen(tx: Queryable, seen: Reach): Promise<Hook[]> {
  const rows = await ask<Hook & { shard: number }>(
    tx,
    'hooks',
    `select id, shard, unit, url, programmes, active, delivered_at as delivered, fault, tries from hook order by made_at, id`,
  )
  return rows.filter(row => reaches(seen, { ...row, people: [] }))
}
