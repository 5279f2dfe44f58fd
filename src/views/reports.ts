import { Problem } from '#base/problem'
import { reaches, type Reach } from '#federation/reach'
import { ask, type Queryable } from '#store/database'
import { namesOf } from './people.ts'
import { liesIn, scopeOf, type Scope } from './scope.ts'
import { unitBriefs, type UnitBrief } from './units.ts'

/** A report as it is stored: an old one somebody had read, or a review written here. */
export type StoredReport<Body = unknown> = {
  readonly shard: number
  readonly id: string
  readonly unit: number
  readonly kind: 'old' | 'review'
  readonly title: string
  readonly from: string | null
  readonly to: string | null
  readonly body: Body
  readonly by: string
  readonly at: Date
}

export type ReportLine = {
  shard: number
  id: string
  kind: 'old' | 'review'
  title: string
  unit: UnitBrief
  from: string | null
  to: string | null
  at: string
  by: string
  found: number
  accepted: number
  issued: boolean
}

const columns = `r.shard, r.id, r.unit, r.kind, r.title, r.first_day as "from", r.last_day as "to", r.by_person as by, r.at`

/** Reports within reach, newest first, at most two hundred. */
export async function reportLines(tx: Queryable, seen: Reach, within: Scope | undefined): Promise<ReportLine[]> {
  const values: unknown[] = []
  const reached = liesIn('r', scopeOf(seen), values)
  const asked = within ? liesIn('r', within, values) : 'true'
  const { rows } = await tx.query<Omit<StoredReport, 'body'> & Counts>(
    `select ${columns}, ${counts} from report r where ${reached} and ${asked} order by r.at desc, r.id limit 200`,
    values,
  )
  return toldLines(tx, rows)
}

/** One report with its body. Throws `not-found` outside the reach as for one that is not there. */
export async function storedReport<Body>(
  tx: Queryable,
  seen: Reach,
  at: { shard: number; id: string },
  kind: StoredReport['kind'],
  lock = false,
): Promise<StoredReport<Body>> {
  const [found] = await ask<StoredReport<Body>>(
    tx,
    `stored-report-${lock}`,
    `select ${columns}, r.body from report r where r.shard = $1 and r.id = $2 and r.kind = $3${lock ? ' for update' : ''}`,
    [at.shard, at.id, kind],
  )
  if (!found || !reaches(seen, { ...found, people: [] })) throw new Problem('not-found', { what: 'report' })
  return found
}

/** The line of one report. */
export async function reportLine(tx: Queryable, { shard, id }: { shard: number; id: string }): Promise<ReportLine> {
  const rows = await ask<Omit<StoredReport, 'body'> & Counts>(
    tx,
    'report-line',
    `select ${columns}, ${counts} from report r where r.shard = $1 and r.id = $2`,
    [shard, id],
  )
  const [line] = await toldLines(tx, rows)
  if (!line) throw new Problem('not-found', { what: 'report' })
  return line
}

type Counts = { found: number; accepted: number; issued: boolean }
const counts = `jsonb_array_length(coalesce(r.body -> 'figures', '[]')) as found,
  (select count(*)::int from jsonb_array_elements(coalesce(r.body -> 'figures', '[]')) f where f ->> 'verdict' = 'accepted') as accepted,
  coalesce((r.body ->> 'issuedAt') is not null, false) as issued`

async function toldLines(tx: Queryable, rows: readonly (Omit<StoredReport, 'body'> & Counts)[]): Promise<ReportLine[]> {
  const units = await unitBriefs(
    tx,
    rows.map(row => row.unit),
  )
  const people = await namesOf(
    tx,
    rows.map(row => row.by),
  )
  return rows.flatMap(({ unit, by, at, ...row }) => {
    const brief = units.get(unit)
    return brief ? [{ ...row, unit: brief, by: people.get(by) ?? '', at: at.toISOString() }] : []
  })
}
