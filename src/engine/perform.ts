import { dayAt } from '#base/day'
import { uuid7 } from '#base/id'
import { Problem } from '#base/problem'
import type { Actor } from '#federation/actor'
import { authorise } from '#federation/reach'
import { placeOf } from '#federation/unit'
import {
  levelName,
  levelNo,
  usualRules,
  type Level,
  type Common,
  type Event,
  type Programme,
  type Rules,
  type Surroundings,
} from '#language'
import { ask, inContext, type Queryable, type Tx } from '#store/database'
import { audited } from './audit.ts'
import { changeBetween, numbersOf } from './change.ts'
import { keepAppointment } from './appointment.ts'
import type { House } from './house.ts'
import type { Order, Receipt } from './order.ts'
import { parse, type Parsed } from './parse.ts'
import { hasRules, rulesAt } from './rules.ts'
import { nextNumbers } from './series.ts'
import { heldToStandard, ticksStandard } from './standard.ts'

type Opened = {
  shard: number
  unit: number
  level: Level
  revision: number
  phase: string
  state: Common
  people: string[]
}

/** The only way anything changes: one order, one transaction, all or nothing. Throws Problems; see ProblemCode. */
export async function perform(house: House, actor: Actor, order: Order): Promise<Receipt> {
  const programme = house.programmes.get(order.programme)
  if (!programme) throw new Problem('not-found', { what: 'programme' })
  const today = dayAt(house.now())
  const said = parse(programme, order.command, order.input, today)
  const isNew = order.record.shard === undefined
  if (isNew && !programme.pattern.commands[order.command]?.begins) throw new Problem('not-found', { what: 'record' })

  if (isNew && isPlain(programme, order, said)) {
    const before = await newRecord(house, programme, actor, order)
    return (
      (await write(house, house.db, actor, order, programme, before, said, {}, today, usualRules(), true)) ??
      repeated(house, actor, order, before.shard)
    )
  }
  return inContext(house.db, actor.context, async tx => {
    const before = isNew ? await newRecord(house, programme, actor, order) : await openRecord(tx, programme, order)
    const done = await doneBefore(tx, before.shard, order)
    if (done) return done
    authorise(actor, programme.access[order.command] ?? [], before) // before anything of the record is told
    if (order.revision !== undefined && order.revision !== before.revision) await refuseStale(tx, before.shard, order)
    const parsed = await heldToStandard(tx, programme, order.command, said, before.unit)
    await addPeople(tx, house, before, parsed)
    const around = await lookAround(tx, programme, order, before, parsed)
    const series = programme.pattern.series?.(order.command, parsed.input, before.state) ?? {}
    const given = { ...around, ...(await nextNumbers(tx, before, programme.id, series)) }
    const rules = await rulesAt(tx, programme, before.unit)
    const receipt = await write(house, tx, actor, order, programme, before, parsed, given, today, rules, false)
    if (!receipt) throw new Problem('changed-meanwhile', { record: order.record.id })
    return receipt
  })
}

/** Nothing to look up or lock first: the whole order fits one statement. */
const isPlain = (programme: Programme, order: Order, parsed: Parsed) =>
  parsed.people.length === 0 &&
  parsed.guarded.size === 0 &&
  programme.appoints === undefined &&
  !ticksStandard(programme, order.command) &&
  !hasRules(programme) &&
  programme.pattern.series === undefined &&
  Object.keys(programme.pattern.around(order.command, parsed.input, programme.pattern.start)).length === 0

/** A record about to begin: at one of the actor's own units, or wherever the order names (authorise decides whether she may). */
async function newRecord(house: House, programme: Programme, actor: Actor, order: Order): Promise<Opened> {
  const unit = order.unit ?? actor.posts[0]?.unit
  const where =
    actor.posts.find(post => post.unit === unit) ?? (unit === undefined ? undefined : await placeOf(house.db, unit))
  if (!where || unit === undefined) throw new Problem('not-allowed')
  if (programme.runsAt && !programme.runsAt.some(level => levelNo[level] === where.level)) {
    throw new Problem('invalid-input', { issues: [{ path: 'unit', rule: 'wrong-level', levels: programme.runsAt }] })
  }
  const level = levelName(where.level)
  return { shard: where.shard, unit, level, revision: 0, phase: 'none', state: programme.pattern.start, people: [] }
}

async function openRecord(tx: Tx, programme: Programme, order: Order): Promise<Opened> {
  const [found] = await ask<Omit<Opened, 'level'> & { level: number }>(
    tx,
    'open-record',
    `select r.shard, r.unit, u.level, r.revision, r.phase, r.state, r.people from record r join unit u on u.no = r.unit
     where r.shard = $1 and r.id = $2 and r.programme = $3 for update of r`,
    [order.record.shard, order.record.id, programme.id],
  )
  if (!found) throw new Problem('not-found', { what: 'record' })
  return { ...found, level: levelName(found.level) }
}

async function doneBefore(db: Queryable, shard: number, order: Order): Promise<Receipt | undefined> {
  const [done] = await ask<{ record: string; revision: number; unit: number }>(
    db,
    'order-done',
    'select d.record, d.revision, r.unit from order_done d join record r on r.shard = d.shard and r.id = d.record where d.shard = $1 and d.id = $2',
    [shard, order.id],
  )
  return (
    done && {
      order: order.id,
      record: { shard, id: done.record },
      unit: done.unit,
      revision: done.revision,
      repeated: true,
    }
  )
}

const repeated = (house: House, actor: Actor, order: Order, shard: number): Promise<Receipt> =>
  inContext(house.db, actor.context, async tx => {
    const done = await doneBefore(tx, shard, order)
    if (!done) throw new Problem('not-found', { what: 'record' })
    return done
  })

/** Somebody else was quicker: says what happened since the revision the client saw. */
async function refuseStale(tx: Tx, shard: number, order: Order): Promise<never> {
  const changes = await ask<{ kind: string; at: Date; data: unknown }>(
    tx,
    'events-since',
    'select kind, at, data from event where shard = $1 and record = $2 and seq > $3 order by seq',
    [shard, order.record.id, order.revision],
  )
  throw new Problem('changed-meanwhile', { record: order.record.id, changes })
}

/** Persons and households written down by name join the unit's people, in the same transaction. */
async function addPeople(tx: Tx, house: House, { shard, unit }: Opened, { people }: Parsed): Promise<void> {
  for (const kind of ['person', 'household'] as const) {
    const those = people.filter(each => each.kind === kind)
    if (those.length === 0) continue
    const text =
      kind === 'person'
        ? 'insert into person (shard, id, unit, name, at) select $1, i, $2, n, $5 from unnest($3::uuid[], $4::text[]) t(i, n) on conflict do nothing'
        : 'insert into household (shard, id, unit, label, at) select $1, i, $2, n, $5 from unnest($3::uuid[], $4::text[]) t(i, n) on conflict do nothing'
    await ask(tx, `add-${kind}`, text, [
      shard,
      unit,
      those.map(each => each.id),
      those.map(each => each.name),
      new Date(house.now()),
    ])
  }
}

/** Questions of one programme at one unit are asked one after the other, so that two orders cannot both be the last seat. */
async function lookAround(
  tx: Tx,
  programme: Programme,
  order: Order,
  before: Opened,
  parsed: Parsed,
): Promise<Surroundings> {
  const questions = Object.entries(programme.pattern.around(order.command, parsed.input, before.state))
  if (questions.length === 0) return {}
  await ask(tx, 'around-lock', 'select pg_advisory_xact_lock(24, hashtext($1))', [`${programme.id} ${before.unit}`])
  const answers: Surroundings = {}
  for (const [name, state] of questions) {
    const [row] = await ask<{ n: number }>(
      tx,
      'around',
      'select count(*)::int as n from record where shard = $1 and unit = $2 and programme = $3 and state @> $4 and id <> $5',
      [before.shard, before.unit, programme.id, JSON.stringify(state), order.record.id],
    )
    answers[name] = row?.n ?? 0
  }
  return answers
}

/** Decides and writes. Returns undefined when the order had been done before, or the record moved on under it. */
async function write(
  house: House,
  db: Queryable,
  actor: Actor,
  order: Order,
  programme: Programme,
  before: Opened,
  parsed: Parsed,
  around: Surroundings,
  today: string,
  rules: Rules,
  alone: boolean,
): Promise<Receipt | undefined> {
  const target = { unit: before.unit, shard: before.shard, people: before.people }
  const post = authorise(actor, programme.access[order.command] ?? [], target)
  const events =
    programme.guard?.(before.state, order.command, parsed.input) ??
    programme.pattern.decide(before.state, order.command, parsed.input, around, today, rules)
  if (events instanceof Problem) throw events
  const state = events.reduce<Common>((now, event) => programme.pattern.evolve(now, event), before.state)
  const change = changeBetween(
    numbersOf(house.book, house.programmes, programme, before.state, before.level),
    numbersOf(house.book, house.programmes, programme, state, before.level),
  )
  const head = programme.pattern.head(state)
  const audit = audited(house, actor.person, before.unit, 'order', order.record.id, {
    order: order.id,
    programme: programme.id,
    command: order.command,
    events: events.map((event: Event) => event.kind),
    post: `${post.kind}@${post.unit}`,
  })
  // the line is kept with the moment its MAC was made over: a clock asked twice may have moved on
  const { at } = audit
  const values = [
    order.id,
    before.shard,
    before.unit,
    order.record.id,
    before.revision,
    programme.id,
    programme.version,
    state.phase,
    head.day || today,
    head.title,
    JSON.stringify(state),
    programme.pattern.names(state),
    JSON.stringify(events),
    actor.person,
    `${post.kind}@${post.unit}`,
    at,
    change.outDays,
    change.enter.ind,
    change.enter.day,
    change.enter.val,
    change.personsOut.ind,
    change.personsOut.person,
    change.personsOut.day,
    change.personsIn.ind,
    change.personsIn.person,
    change.personsIn.day,
    audit.id,
    audit.act,
    JSON.stringify(audit.data),
    audit.mac,
  ]
  const params = values.map((_, i) => `$${i + 1}${casts[i] ?? ''}`).join(', ')
  const context = [actor.context.all, actor.context.shards, actor.context.units, actor.context.actor]
  const entered = context.map((_, i) => `$${values.length + i + 1}`).join(', ')
  const [row] = await ask<{ rev: number }>(
    db,
    alone ? 'carry-out-alone' : 'carry-out',
    `select carry_out(${params}) as rev${alone ? ` from enter(${entered})` : ''}`,
    alone ? [...values, ...context] : values,
  ).catch(error => {
    throw asProblem(error)
  })
  if (!row || row.rev <= 0) return undefined
  if (!alone) {
    await keepGuarded(db, house, before, order, parsed)
    await keepAppointment(db as Tx, programme, before, order, state, at)
  }
  return {
    order: order.id,
    record: { shard: before.shard, id: order.record.id },
    unit: before.unit,
    revision: row.rev,
    repeated: false,
  }
}

const casts: Record<number, string> = {
  16: '::date[]',
  17: '::smallint[]',
  18: '::date[]',
  19: '::bigint[]',
  20: '::smallint[]',
  21: '::uuid[]',
  22: '::date[]',
  23: '::smallint[]',
  24: '::uuid[]',
  25: '::date[]',
}

/** A new record under an id that exists already belongs to another order. */
const asProblem = (error: { code?: string; constraint?: string; message?: string }) =>
  error.code === '23505' && /record_pk/.test(`${error.constraint} ${error.message}`)
    ? new Problem('already-stored', { what: 'record' })
    : error

async function keepGuarded(
  db: Queryable,
  house: House,
  { shard, unit }: Opened,
  order: Order,
  { guarded }: Parsed,
): Promise<void> {
  for (const [name, plain] of guarded) {
    const sealed = house.secrets.seal(plain, `${order.record.id}.${name}`)
    await ask(
      db,
      'keep-guarded',
      `insert into guarded (shard, owner, unit, field, sealed, blind) values ($1, $2, $3, $4, $5, $6)
       on conflict (shard, owner, field) do update set sealed = excluded.sealed, blind = excluded.blind`,
      [shard, order.record.id, unit, name, sealed, house.secrets.blind(name, plain)],
    )
  }
}

/** An id of ours: sorted by time, from the house's own clock and dice. */
export const newId = (house: House): string => uuid7(house.now(), house.random(10))
