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
  const values: unknown[] = []
  const people = question.text ? await peopleCalled(tx, question.text) : []
  const filter = filterOf(chosen, context, question, people, values)
  const limit = `$${values.push(question.limit + 1)}`
  const columns = 'shard, id, unit, programme, version, phase, day, title, state, revision'
  const page = (key: string) =>
    `(select ${columns} from record r where ${filter} and ${key} order by r.day desc, r.id desc limit ${limit})`
  const parts = drivers(chosen, context, question).map(({ list, type, key, besides }) => {
    const elsewhere = besides.length > 0 ? ` and r.shard <> all($${values.push(besides)}::int[])` : ''
    const from = `unnest($${values.push(list)}::${type}[]) d(k)`
    return `select p.* from ${from} cross join lateral ${page(`r.${key} = d.k${elsewhere}`)} p`
  })
  const text = `select * from (${parts.join(' union all ')}) t order by day desc, id desc limit ${limit}`
  const rows = await ask<ListedRecord>(tx, `records-${hash('md5', text)}`, text, values)
  const more = rows.length > question.limit
  const shown = more ? rows.slice(0, -1) : rows
  const last = shown.at(-1)
  return { rows: shown, next: more && last ? `${last.day} ${last.id}` : null }
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

function filterOf(
  chosen: readonly Sight[],
  context: Context,
  question: RecordQuestion,
  people: readonly string[],
  values: unknown[],
): string {
  const seen = chosen.map(({ programmes, seen }) => {
    const own = seen.own ? ` or r.people @> array[$${values.push(context.actor)}::uuid]` : ''
    return `(r.programme = any($${values.push(programmes)}::text[]) and (${liesIn('r', scopeOf(seen), values)}${own}))`
  })
  const { within, from, to, text, phase, mine, after } = question
  const [day, id] = after?.split(' ') ?? []
  return [
    `(${seen.join(' or ')})`,
    ...(within ? [liesIn('r', within, values)] : []),
    ...(from ? [`r.day >= $${values.push(from)}::date`] : []),
    ...(to ? [`r.day <= $${values.push(to)}::date`] : []),
    ...(phase ? [`r.phase = $${values.push(phase)}`] : [`r.phase <> 'withdrawn'`]),
    ...(mine ? [`r.by_person = $${values.push(context.actor)}::uuid`] : []),
    ...(day && id ? [`(r.day, r.id) < ($${values.push(day)}::date, $${values.push(id)}::uuid)`] : []),
    ...(text ? [saying(text, people, values)] : []),
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
