import type { Actor } from '#federation/actor'
import { houseRules } from '#federation/house-rules'
import { authorise } from '#federation/reach'
import type { Place } from '#federation/unit'
import { ask, inContext } from '#store/database'
import { audited, note } from './audit.ts'
import type { House } from './house.ts'
import { newId } from './perform.ts'

export type NewReport = {
  readonly kind: 'old' | 'review'
  readonly title: string
  readonly from: string | null
  readonly to: string | null
  readonly body: object
}

/** Keeps a report of a unit, audited in the same transaction. Throws `not-allowed`. */
export async function keepReport(
  house: House,
  actor: Actor,
  { unit, shard }: Place,
  { kind, title, from, to, body }: NewReport,
): Promise<{ shard: number; id: string }> {
  authorise(actor, houseRules['papers.keep'], { unit, shard, people: [] })
  const id = newId(house)
  await inContext(house.db, actor.context, async tx => {
    await ask(
      tx,
      'report-keep',
      `insert into report (shard, id, unit, kind, title, first_day, last_day, body, by_person, at, changed)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
      [shard, id, unit, kind, title, from, to, JSON.stringify(body), actor.person, new Date(house.now())],
    )
    await note(tx, audited(house, actor.person, unit, kind === 'old' ? 'read-report' : 'write-review', id, {}))
  })
  return { shard, id }
}
