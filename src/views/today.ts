import type { Day } from '#base/day'
import type { Actor } from '#federation/actor'
import { reach } from '#federation/reach'
import type { Programme } from '#language'
import type { Queryable } from '#store/database'
import type { Language } from './house-words.ts'
import { recordLines, type RecordLine } from './record-lines.ts'
import { listRecords } from './records.ts'
import { sights, type Scope } from './scope.ts'
import { waitingFor, type Waiting } from './waiting.ts'

/** What a unit's day begins with: what waits for this reader, and what was recorded last. Run inside her context. */
export async function todayOf(
  tx: Queryable,
  actor: Actor,
  unit: number,
  below: Scope,
  programmes: ReadonlyMap<string, Programme>,
  today: Day,
  language: Language,
): Promise<{ waiting: Waiting[]; recent: RecordLine[] }> {
  const waiting = await waitingFor({ tx, actor, unit, below, programmes, today, language })
  const seen = sights(programmes.values(), programme => reach(actor, programme.access.see ?? []))
  const { rows } = await listRecords(tx, seen, actor.context, { within: below, limit: 8 })
  return { waiting, recent: await recordLines(tx, rows, programmes, language) }
}
