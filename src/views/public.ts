import type { Day } from '#base/day'
import { masked } from '#base/mask'
import { codedRecord } from '#base/public-code'
import type { Common, Programme } from '#language'
import { ask, type Queryable } from '#store/database'
import type { Language } from './house-words.ts'
import { namesOf } from './people.ts'
import { wordsFor } from './programme-words.ts'

/** What anybody learns who holds a certificate: that it was given, to a name whose ends she can compare, and whether it still stands. */
export type Certificate = {
  readonly name: string
  readonly award: string
  readonly rank: string
  readonly number: string
  readonly by: string
  readonly since: Day
  readonly until: Day | null
  readonly standing: 'valid' | 'over' | 'revoked'
  /** The day it ended. */
  readonly ended: Day | null
}

/** A public notice while it lasts: who is put forward for what, by names that neighbours recognise and nobody can search. */
export type PublicNotice = {
  readonly award: string
  readonly edition: string
  readonly by: string
  readonly from: Day
  readonly until: Day
  readonly over: boolean
  readonly rows: readonly { readonly name: string; readonly unit: string }[]
}

type Found = { readonly row: Row; readonly programme: Programme; readonly place: number | undefined }

type Row = { shard: number; id: string; unit: number; programme: string; phase: string; state: Common; name: string }

/**
 * A certificate by the code on it. Undefined when the code stands for no honour, or for one that was entered by mistake: a stranger is
 * not told which.
 */
export async function certificateOf(
  tx: Queryable,
  code: string,
  programmes: ReadonlyMap<string, Programme>,
  today: Day,
  language: Language,
): Promise<Certificate | undefined> {
  const found = await certifying(tx, code, programmes)
  if (found?.programme.pattern.name === 'enrolment') return certifiedOf(tx, found, today)
  if (!found || found.place || !['granted', 'revoked'].includes(found.row.phase)) return undefined
  const { row, programme } = found
  const { fields } = row.state
  // an honour written down as it was given elsewhere has no certificate of ours
  if (fields.certificate === undefined) return undefined
  const words = wordsFor(programme, language)
  const until = fields.until === undefined ? null : String(fields.until)
  const over = until !== null && until < today
  return {
    name: masked(String(fields.name)),
    award: words.field('award').options?.[fields.award] ?? '',
    rank: words.field('rank').options?.[fields.rank] ?? '',
    number: String(fields.certificate),
    by: (await giverOf(tx, row)) ?? row.name,
    ...{ since: String(fields.since), until },
    standing: row.phase === 'revoked' ? 'revoked' : over ? 'over' : 'valid',
    ended: row.phase === 'revoked' ? String(fields.revoked) : over ? until : null,
  }
}

/** The certificate of one who passed a class. A class that was entered by mistake certifies nobody. */
async function certifiedOf(tx: Queryable, { row, place }: Found, today: Day): Promise<Certificate | undefined> {
  const { fields } = row.state
  const person = place && (fields.certified as string[] | undefined)?.[place - 1]
  if (!person || row.phase !== 'held') return undefined
  const name = (await namesOf(tx, [person])).get(person)
  if (!name) return undefined
  const since = String(fields.until ?? fields.since ?? today)
  return {
    name: masked(name),
    award: String(fields.title),
    rank: '',
    number: `${fields.certificate}-${String(place).padStart(2, '0')}`,
    by: row.name,
    ...{ since, until: null, standing: 'valid', ended: null },
  }
}

/**
 * The notice a nomination is shown in: all that the same office shows for the same honour and edition in the same days. After its last
 * day it holds no name any more (PIPL art. 19: no longer than needed). Undefined when the code stands for none.
 */
export async function publicNoticeOf(
  tx: Queryable,
  code: string,
  programmes: ReadonlyMap<string, Programme>,
  today: Day,
  language: Language,
): Promise<PublicNotice | undefined> {
  const found = await certifying(tx, code, programmes)
  if (!found || found.row.state.fields.noticeUntil === undefined) return undefined
  const { row, programme } = found
  const { fields } = row.state
  const [from, until] = [String(fields.noticeFrom ?? ''), String(fields.noticeUntil)]
  const words = wordsFor(programme, language)
  const shower = await showerOf(tx, row)
  const over = until < today
  return {
    award: words.field('award').options?.[fields.award] ?? '',
    edition: String(fields.edition ?? ''),
    by: shower?.name ?? row.name,
    ...{ from, until, over },
    rows: over ? [] : (await shownWith(tx, row, shower)).map(({ title, unit }) => ({ name: masked(title), unit })),
  }
}

/** The record a code stands for, where it is of a way of working that gives people something to show. */
async function certifying(
  tx: Queryable,
  code: string,
  programmes: ReadonlyMap<string, Programme>,
): Promise<Found | undefined> {
  const ref = codedRecord(code)
  if (!ref) return undefined
  const [row] = await ask<Row>(
    tx,
    'public-record',
    `select r.shard, r.id, r.unit, r.programme, r.phase, r.state, u.name from record r join unit u on u.no = r.unit
     where r.shard = $1 and r.id = $2`,
    [ref.shard, ref.id],
  )
  const programme = row && programmes.get(row.programme)
  if (!row || !programme || !['selection', 'enrolment'].includes(programme.pattern.name)) return undefined
  return { row, programme, place: ref.place }
}

/** The unit in whose post something was done to a record: who showed it, who granted it. */
async function doneBy(tx: Queryable, row: Row, kind: string): Promise<{ no: number; name: string } | undefined> {
  const [done] = await ask<{ no: number; name: string }>(
    tx,
    'public-done-by',
    `select u.no, u.name from event e join unit u on u.no = split_part(e.post, '@', 2)::int
     where e.shard = $1 and e.record = $2 and e.kind = $3 order by e.seq desc limit 1`,
    [row.shard, row.id, kind],
  )
  return done
}
const giverOf = async (tx: Queryable, row: Row) => (await doneBy(tx, row, 'granted'))?.name
const showerOf = (tx: Queryable, row: Row) => doneBy(tx, row, 'shown')

/** Everything shown for the same honour, edition and days below the office that shows it. */
const shownWith = (
  tx: Queryable,
  { unit, programme, state: { fields } }: Row,
  shower: { no: number } | undefined,
): Promise<{ title: string; unit: string }[]> =>
  ask(
    tx,
    'public-shown',
    `select r.title, u.name as unit from record r join unit u on u.no = r.unit
     join unit_ancestor a on a.unit = r.unit and a.ancestor = $1 and a.until = 'infinity'
     where r.programme = $2 and r.phase = 'shown' and r.state->'fields'->>'award' = $3
       and r.state->'fields' ? 'nominatedOn' and coalesce(r.state->'fields'->>'edition', '') = coalesce($4, '') and r.state->'fields'->>'noticeUntil' = $5
     order by u.code, u.no, r.title limit 2000`,
    [shower?.no ?? unit, programme, fields.award, fields.edition ?? null, fields.noticeUntil],
  )
