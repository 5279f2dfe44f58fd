import { hash } from 'node:crypto'
import type { Context, Queryable } from '#store/database'
import { ask } from '#store/database'
import { liesIn, scopeOf, width, type Scope, type Sight } from './scope.ts'

/** A record as lists need it. */
export type ListedRecord = {
  readonly shard: number
  readonly id: string
  readonly unit: number
  readonly programme: string
  readonly version: number
  readonly phase: string
  readonly day: string
  readonly title: string
  readonly state: { readonly fields: Record<string, unknown> }
  readonly revision: number
}

export type RecordQuestion = {
  readonly programme?: string | undefined
  /** Only in this part of the tree. */
  readonly within?: Scope | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly text?: string | undefined
  readonly phase?: string | undefined
  readonly mine?: boolean | undefined
  /** The last row of the page before: `day id`. */
  readonly after?: string | undefined
  readonly limit: number
}

/**
 * The newest records the reader may see, by day and id. Starts from the narrowest index there is — single units, whole shards,
 * or programmes — and takes at most a page from each, so that it never sorts more than it must. `context`: what row security
 * lets her see, which bounds the records that only name her. Run inside that context.
 */
export async function listRecords(
  tx: Queryable,
  sights: readonly Sight[],
  context: Context,
  question: RecordQuestion,
): Promise<{ rows: ListedRecord[]; next: string | null }> {
  const chosen = sights
    .map(sight => ({
      ...sight,
      programmes: sight.programmes.filter(id => !question.programme || id === question.programme),
    }))
    .filter(sight => sight.programmes.length > 0)
  if (chosen.length === 0) return { rows: [], next: null }
  const people = question.text ? await peopleCalled(tx, question.text) : []
  const asked = { chosen, context, question, people, from: drivers(chosen, context, question) }
  const rows = (await rareRows(tx, asked)) ?? (await newestRows(tx, asked))
  const more = rows.length > question.limit
  const shown = more ? rows.slice(0, -1) : rows
  const last = shown.at(-1)
  return { rows: shown, next: more && last ? `${last.day} ${last.id}` : null }
}

type Listing = {
  readonly chosen: readonly Sight[]
  readonly context: Context
  readonly question: RecordQuestion
  readonly people: readonly string[]
  readonly from: readonly Driver[]
}

const columns = 'r.shard, r.id, r.unit, r.programme, r.version, r.phase, r.day, r.title, r.state, r.revision'

/** Goes through the records from the newest on until there are enough. */
function newestRows(tx: Queryable, { chosen, context, question, people, from }: Listing): Promise<ListedRecord[]> {
  const values: unknown[] = []
  const filter = filterOf(chosen, context, question, values)
  const said = question.text ? ` and ${saying(question.text, people, values)}` : ''
  const limit = `$${values.push(question.limit + 1)}`
  const parts = from.map(driver => {
    const page = `select ${columns} from record r where ${filter}${said} and ${keyOf(driver, values)}`
    return `select p.* from ${keysOf(driver, values)} cross join lateral (${page} order by r.day desc, r.id desc limit ${limit}) p`
  })
  const text = `select * from (${parts.join(' union all ')}) t order by day desc, id desc limit ${limit}`
  return ask<ListedRecord>(tx, `records-${hash('md5', text)}`, text, values)
}

/** More than these are not looked up but met soon enough by going through. */
const mostFound = 5000

/**
 * What is said by few records is looked up where it is said. Undefined where going through from the newest is quicker: nothing is
 * searched, few units are asked about, or many records say it.
 */
async function rareRows(tx: Queryable, asked: Listing): Promise<ListedRecord[] | undefined> {
  const { chosen, context, question, people } = asked
  const narrow = asked.from.every(({ key, list }) => key === 'unit' && list.length <= 100)
  if (!question.text || narrow || (await isCommon(tx, asked))) return undefined
  const values: unknown[] = [question.text, people, mostFound + 1]
  const filter = filterOf(chosen, context, question, values)
  const page = `select ${columns} from found join record r using (shard, id) where ${filter}
    order by r.day desc, r.id desc limit $${values.push(question.limit + 1)}`
  const text = `with found as materialized (select shard, id from records_saying($1, $2, $3))
    select (select count(*)::int from found) as found, p.* from (select true) one left join (${page}) p on true order by day desc, id desc`
  const rows = await ask<ListedRecord & { found: number }>(tx, `records-${hash('md5', text)}`, text, values)
  if ((rows[0]?.found ?? 0) > mostFound) return undefined
  return rows.filter(row => row.id !== null)
}

/** Do the newest records say it often, wherever one starts from? */
async function isCommon(tx: Queryable, { chosen, context, question, people, from }: Listing): Promise<boolean> {
  const values: unknown[] = []
  const filter = filterOf(chosen, context, question, values)
  const said = saying(question.text ?? '', people, values)
  const sample = Math.max(30, Math.floor(600 / from.reduce((sum, { list }) => sum + list.length, 1)))
  const limit = `$${values.push(sample)}`
  const parts = from.map(driver => {
    const page = `select r.title, r.people from record r where ${filter} and ${keyOf(driver, values)}`
    return `select s.* from ${keysOf(driver, values)} cross join lateral (select count(*) as n, count(*) filter (where ${said}) as hits
      from (${page} order by r.day desc, r.id desc limit ${limit}) r) s`
  })
  const text = `select coalesce(bool_and(n < ${limit} or hits * 15 > n), true) as common from (${parts.join(' union all ')}) t`
  return (await ask<{ common: boolean }>(tx, `common-${hash('md5', text)}`, text, values))[0]?.common ?? true
}

type Driver = { list: readonly (string | number)[]; type: string; key: string; besides: readonly number[] }

/** Where to start from: the narrowest of what is asked, what is seen, and what row security leaves. */
function drivers(chosen: readonly Sight[], context: Context, question: RecordQuestion): Driver[] {
  const seen = chosen.map(sight => (sight.seen.own ? context : scopeOf(sight.seen)))
  const union: Scope = {
    all: seen.some(each => each.all),
    shards: [...new Set(seen.flatMap(each => each.shards))],
    units: [...new Set(seen.flatMap(each => each.units))],
  }
  const { within = union } = question
  const narrow = width(within) <= width(union) ? within : union
  const programmes = chosen.flatMap(sight => sight.programmes)
  // few programmes in many shards: the programme's own index reaches the newest sooner
  const byProgramme = narrow.all || (question.programme !== undefined && narrow.shards.length > 3)
  if (byProgramme) return [{ list: programmes, type: 'text', key: 'programme', besides: [] }]
  const shards: Driver = { list: narrow.shards, type: 'int', key: 'shard', besides: [] }
  const units: Driver = { list: narrow.units, type: 'int', key: 'unit', besides: narrow.shards }
  const wide = narrow.shards.length > 0 ? [shards] : []
  return narrow.units.length > 0 || wide.length === 0 ? [...wide, units] : wide
}

const keysOf = ({ list, type }: Driver, values: unknown[]) => `unnest($${values.push(list)}::${type}[]) d(k)`
const keyOf = ({ key, besides }: Driver, values: unknown[]) =>
  `r.${key} = d.k${besides.length > 0 ? ` and r.shard <> all($${values.push(besides)}::int[])` : ''}`

function filterOf(chosen: readonly Sight[], context: Context, question: RecordQuestion, values: unknown[]): string {
  const seen = chosen.map(({ programmes, seen }) => {
    const own = seen.own ? ` or r.people @> array[$${values.push(context.actor)}::uuid]` : ''
    return `(r.programme = any($${values.push(programmes)}::text[]) and (${liesIn('r', scopeOf(seen), values)}${own}))`
  })
  const { within, from, to, phase, mine, after } = question
  const [day, id] = after?.split(' ') ?? []
  return [
    `(${seen.join(' or ')})`,
    ...(within ? [liesIn('r', within, values)] : []),
    ...(from ? [`r.day >= $${values.push(from)}::date`] : []),
    ...(to ? [`r.day <= $${values.push(to)}::date`] : []),
    ...(phase ? [`r.phase = $${values.push(phase)}`] : [`r.phase <> 'withdrawn'`]),
    ...(mine ? [`r.by_person = $${values.push(context.actor)}::uuid`] : []),
    ...(day && id ? [`(r.day, r.id) < ($${values.push(day)}::date, $${values.push(id)}::uuid)`] : []),
  ].join(' and ')
}

/** In its line, or naming somebody of that name. Letters are found whatever their case; Chinese has none, and is looked through faster. */
function saying(text: string, people: readonly string[], values: unknown[]): string {
  const inTitle = /[a-z]/i.test(text)
    ? `r.title ilike $${values.push(`%${plain(text)}%`)}`
    : `strpos(r.title, $${values.push(text)}) > 0`
  return people.length ? `(${inTitle} or r.people && $${values.push(people)}::uuid[])` : inTitle
}

/** People within the context whose name begins with what was typed, at most two hundred. */
async function peopleCalled(tx: Queryable, text: string): Promise<string[]> {
  const rows = await ask<{ id: string }>(tx, 'people-called', 'select id from person where name like $1 limit 200', [
    `${plain(text)}%`,
  ])
  return rows.map(row => row.id)
}

/** The text itself, with what would stand for others in a pattern. */
const plain = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
