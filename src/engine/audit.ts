import { createHash } from 'node:crypto'
import { uuid7 } from '#base/id'
import { ask, type Queryable } from '#store/database'
import type { House } from './house.ts'

export type AuditRow = {
  id: string
  at: Date
  actor: string | null
  unit: number | null
  act: string
  subject: string
  data: unknown
  mac: string
}

/** A line for the audit with its MAC. `data` holds ids, kinds and reasons; never names or guarded content. */
export function audited(
  house: House,
  actor: string | null,
  unit: number | null,
  act: string,
  subject: string,
  data: unknown,
): AuditRow {
  const at = new Date(house.now())
  const row = { id: uuid7(house.now(), house.random(10)), at, actor, unit, act, subject, data }
  return { ...row, mac: house.secrets.mac(plain(row)) }
}

/** Writes a line that is not part of an order: a look at guarded content, a sign-in, an export. */
export async function note(db: Queryable, row: AuditRow): Promise<void> {
  await ask(
    db,
    'audit-note',
    'insert into audit (id, at, actor, unit, act, subject, data, mac) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [row.id, row.at, row.actor, row.unit, row.act, row.subject, JSON.stringify(row.data), row.mac],
  )
}

/** Links waiting lines into the chain, oldest first; one sealer at a time. Returns how many. Run in a transaction of the house. */
export async function sealAudit(db: Queryable, most = 10_000): Promise<number> {
  await ask(db, 'seal-lock', 'select pg_advisory_xact_lock(4713)')
  const [last] = await ask<{ seq: number; hash: string }>(
    db,
    'seal-last',
    'select seq, hash from audit where seq is not null order by seq desc limit 1',
  )
  const waiting = await ask<{ id: string; mac: string }>(
    db,
    'seal-waiting',
    'select id, mac from audit where seq is null order by at, id limit $1',
    [most],
  )
  let [seq, hash] = [last?.seq ?? 0, last?.hash ?? '']
  const sealed = waiting.map(row => ({ id: row.id, seq: ++seq, hash: (hash = link(hash, row.mac)) }))
  await ask(
    db,
    'seal',
    'update audit a set seq = t.seq, hash = t.hash from unnest($1::uuid[], $2::bigint[], $3::text[]) t(id, seq, hash) where a.id = t.id',
    [sealed.map(row => row.id), sealed.map(row => row.seq), sealed.map(row => row.hash)],
  )
  return sealed.length
}

export type AuditFinding = { seq: number | null; id: string; fault: 'changed' | 'missing' | 'out-of-order' }

/** Reads the whole chain; names the first bad line, or nothing. Lines not yet sealed are checked by their MAC. */
export async function verifyAudit(
  db: Queryable,
  mac: (text: string) => string,
): Promise<{ lines: number; open: number; bad?: AuditFinding }> {
  let [lines, hash, after] = [0, '', 0]
  for (;;) {
    const rows = await ask<AuditRow & { seq: number; hash: string }>(
      db,
      'audit-page',
      'select * from audit where seq > $1 order by seq limit 5000',
      [after],
    )
    if (rows.length === 0) break
    for (const row of rows) {
      if (row.seq !== after + 1) return { lines, open: 0, bad: { seq: after + 1, id: row.id, fault: 'missing' } }
      if (mac(plain(row)) !== row.mac) return { lines, open: 0, bad: { seq: row.seq, id: row.id, fault: 'changed' } }
      hash = link(hash, row.mac)
      if (hash !== row.hash) return { lines, open: 0, bad: { seq: row.seq, id: row.id, fault: 'out-of-order' } }
      after = row.seq
      lines++
    }
  }
  const open = await ask<AuditRow>(db, 'audit-open', 'select * from audit where seq is null order by at, id')
  const bad = open.find(row => mac(plain(row)) !== row.mac)
  return { lines, open: open.length, ...(bad ? { bad: { seq: null, id: bad.id, fault: 'changed' as const } } : {}) }
}

const link = (hash: string, mac: string) => createHash('sha256').update(`${hash}\n${mac}`).digest('base64url')

/** The line as its MAC is made over: keys sorted, so that jsonb's own order does not matter. */
const plain = (row: Omit<AuditRow, 'mac'>) =>
  JSON.stringify([row.id, row.at.toISOString(), row.actor, row.unit, row.act, row.subject, sorted(row.data)])

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}
