import { dayAt } from '#base/day'
import { uuid7 } from '#base/id'
import { Problem } from '#base/problem'
import type { Actor } from '#federation/actor'
import { authorise } from '#federation/reach'
import { placeOf } from '#federation/unit'
import { levelName, levelNo, usualRules, type Programme, type Surroundings } from '#language'
import { ask, inContext, type Queryable, type Tx } from '#store/database'
import { keepAppointment } from './appointment.ts'
import { carryOut, keepGuarded } from './carry-out.ts'
import { decide, type Opened } from './decide.ts'
import type { House } from './house.ts'
import type { Order, Receipt } from './order.ts'
import { parse, type Parsed } from './parse.ts'
import { hasRules, rulesAt } from './rules.ts'
import { sendDown } from './sending.ts'
import { nextNumbers } from './series.ts'
import { heldToStandard, ticksStandard } from './standard.ts'

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
    const decided = decide(house, actor, programme, order, before, said, {}, today, usualRules())
    return (
      (await carryOut(house, house.db, programme, order, before, decided, actor.context)) ??
      repeated(house, actor, order, before.shard)
    )
  }
  let concerned: string[] = []
  const receipt = await inContext(house.db, actor.context, async tx => {
    const before = isNew ? await newRecord(house, programme, actor, order) : await openRecord(tx, programme, order)
    const done = await doneBefore(tx, before.shard, order)
    if (done) return done
    const post = authorise(actor, programme.access[order.command] ?? [], before) // before anything of the record is told
    if (order.revision !== undefined && order.revision !== before.revision) await refuseStale(tx, before.shard, order)
    const parsed = await heldToStandard(tx, programme, order.command, said, before.unit)
    await addPeople(tx, house, before, parsed)
    const around = await lookAround(tx, programme, order, before, parsed)
    const series = programme.pattern.series?.(order.command, parsed.input, before.state) ?? {}
    const given = { ...around, ...(await nextNumbers(tx, post, programme.id, series)) }
    const rules = await rulesAt(tx, programme, before.unit)
    const decided = decide(house, actor, programme, order, before, parsed, given, today, rules)
    const receipt = await carryOut(house, tx, programme, order, before, decided)
    if (!receipt) throw new Problem('changed-meanwhile', { record: order.record.id })
    await keepGuarded(tx, house, before, order, parsed)
    const at = { ...order.record, shard: before.shard, unit: before.unit }
    const sends = programme.pattern.sends?.(order.command, parsed.input, before.state, at)
    if (sends) await sendDown(tx, house, actor, programme, order, before, sends, today)
    concerned = await keepAppointment(tx, programme, before, order, decided.state, decided.audit.at)
    return receipt
  })
  // the database tells every server, but perhaps after the answer: this one may not serve her next question from memory
  for (const person of concerned) house.changed?.(person)
  return receipt
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
  const lies = house.placeOf ?? ((no: number) => placeOf(house.db, no))
  const where = actor.posts.find(post => post.unit === unit) ?? (unit === undefined ? undefined : await lies(unit))
  if (!where || unit === undefined) throw new Problem('not-allowed')
  if (programme.runsAt && !programme.runsAt.some(level => levelNo[level] === where.level)) {
    throw new Problem('invalid-input', { issues: [{ path: 'unit', rule: 'wrong-level', levels: programme.runsAt }] })
  }
  const level = levelName(where.level)
  return { shard: where.shard, unit, level, revision: 0, state: programme.pattern.start, people: [] }
}

async function openRecord(tx: Tx, programme: Programme, order: Order): Promise<Opened> {
  const [found] = await ask<Omit<Opened, 'level'> & { level: number }>(
    tx,
    'open-record',
    `select r.shard, r.unit, u.level, r.revision, r.state, r.people from record r join unit u on u.no = r.unit
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

/** An id of ours: sorted by time, from the house's own clock and dice. */
export const newId = (house: House): string => uuid7(house.now(), house.random(10))
