import type { Programme } from '#language'
import type { Reach } from '#federation/reach'
import type { Queryable } from '#store/database'
import { filled, houseWords, type Language } from './house-words.ts'
import { namesOf } from './people.ts'
import { wordsFor } from './programme-words.ts'
import { liesIn, scopeOf } from './scope.ts'
import { unitBriefs } from './units.ts'

type Row = {
  id: string
  at: Date
  actor: string | null
  unit: number | null
  act: string
  subject: string
  data: Record<string, unknown>
  sealed: boolean
}

export type AuditLine = { at: string; by: string; act: string; what: string; sealed: boolean }

/** Who did what, newest first (their ids sort by time), within reach; `after` is the id of the last line of the page before. */
export async function auditLines(
  tx: Queryable,
  seen: Reach,
  { subject, after }: { subject?: string | undefined; after?: string | undefined },
  programmes: ReadonlyMap<string, Programme>,
  language: Language,
): Promise<{ rows: AuditLine[]; next: string | null }> {
  const values: unknown[] = []
  const scope = scopeOf(seen)
  const conditions = [
    // sign-ins belong to no unit: only whoever keeps the whole house sees them
    scope.all ? 'true' : `exists (select from unit u where u.no = a.unit and ${inUnits(scope, values)})`,
    ...(subject ? [`a.subject = $${values.push(subject)}`] : []),
    ...(after ? [`a.id < $${values.push(after)}::uuid`] : []),
  ]
  const { rows } = await tx.query<Row>(
    `select id, at, actor, unit, act, subject, data, seq is not null as sealed from audit a
     where ${conditions.join(' and ')} order by a.id desc limit 51`,
    values,
  )
  const shown = rows.slice(0, 50)
  const people = await namesOf(
    tx,
    shown.flatMap(row => row.actor ?? []),
  )
  const units = await unitBriefs(
    tx,
    shown.flatMap(row => row.unit ?? []),
  )
  const house = houseWords(language)
  const lines = shown.map(row => ({
    at: row.at.toISOString(),
    by: row.actor ? (people.get(row.actor) ?? house.someone) : house.product,
    act: actInWords(row, programmes, language),
    what: units.get(row.unit ?? 0)?.short ?? '',
    sealed: row.sealed,
  }))
  const last = shown.at(-1)
  return { rows: lines, next: rows.length > 50 && last ? last.id : null }
}

const inUnits = (scope: { all: boolean; shards: readonly number[]; units: readonly number[] }, values: unknown[]) =>
  liesIn('u', scope, values).replaceAll('u.unit', 'u.no')

function actInWords(row: Row, programmes: ReadonlyMap<string, Programme>, language: Language): string {
  const { acts } = houseWords(language)
  const programme = programmes.get(String(row.data.programme))
  if (row.act !== 'order' || !programme)
    return filled(acts[row.act] ?? acts[row.act.split('.')[0] ?? ''] ?? row.act, {
      command: row.act.split('.')[1],
      ...row.data,
    })
  const words = wordsFor(programme, language)
  return filled(acts.order ?? '', { programme: words.short, command: words.command(String(row.data.command)) })
}
