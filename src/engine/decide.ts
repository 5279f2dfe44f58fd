import { Problem } from '#base/problem'
import { authorise } from '#federation/reach'
import type { Actor, Post } from '#federation/actor'
import type { Common, Event, Field, Input, Level, Programme, Rules, Surroundings } from '#language'
import { audited, type AuditRow } from './audit.ts'
import { changeBetween, numbersOf, type Change } from './change.ts'
import type { House } from './house.ts'
import type { Order } from './order.ts'
import type { Parsed } from './parse.ts'

/** A record as an order finds it. */
export type Opened = {
  readonly shard: number
  readonly unit: number
  readonly level: Level
  readonly revision: number
  readonly state: Common
  readonly people: readonly string[]
}

/** What follows from an order that may be carried out: nothing of it is written yet. */
export type Decided = {
  readonly post: Post
  readonly events: readonly Event[]
  readonly state: Common
  readonly change: Change
  readonly day: string
  readonly title: string
  readonly audit: AuditRow
}

/** May she, and what follows? Touches no database. Throws Problems. */
export function decide(
  house: House,
  actor: Actor,
  programme: Programme,
  order: Order,
  before: Opened,
  parsed: Parsed,
  around: Surroundings,
  today: string,
  rules: Rules,
): Decided {
  const { unit, shard, people, level } = before
  const post = authorise(actor, programme.access[order.command] ?? [], { unit, shard, people })
  refuseUnknown(house, programme, parsed)
  // what the house hands down was held against the records when it was asked
  if (post.kind !== 'house') refuseStored(house, programme, parsed)
  const events =
    programme.guard?.(before.state, order.command, parsed.input) ??
    programme.pattern.decide(before.state, order.command, parsed.input, around, today, {
      ...rules,
      level: post.level,
      by: actor.person,
    })
  if (events instanceof Problem) throw events
  const state = events.reduce<Common>((now, event) => programme.pattern.evolve(now, event), before.state)
  const numbers = (of: Common) => numbersOf(house.book, house.programmes, programme, of, level)
  const { day, title } = programme.pattern.head(state)
  const audit = audited(house, actor.person, unit, 'order', order.record.id, {
    order: order.id,
    programme: programme.id,
    command: order.command,
    events: events.map(event => event.kind),
    post: `${post.kind}@${post.unit}`,
  })
  return {
    post,
    events,
    state,
    change: changeBetween(numbers(before.state), numbers(state)),
    day: day || today,
    title,
    audit,
  }
}

/**
 * An answer that names an indicator must name one there is; where what is counted decides, one that records count or add up: the
 * sum over units is then its figure.
 */
function refuseUnknown({ book }: House, programme: Programme, { input }: Parsed): void {
  for (const [path, value, field] of answersOf(programme, input)) {
    if (field.kind !== 'indicator') continue
    const known = book.definition(String(value))
    if (!known) throw new Problem('invalid-input', { issues: [{ path, rule: 'not-offered' }] })
    if (field.of === 'counted' && known.kind !== 'flow')
      throw new Problem('invalid-input', { issues: [{ path, rule: 'not-countable' }] })
  }
}

/** Nobody is asked what a record already says: the refusal names the figure that answers. */
function refuseStored({ answeredBy }: House, programme: Programme, { input }: Parsed): void {
  for (const [path, value, field] of answersOf(programme, input)) {
    if (field.kind !== 'questions') continue
    for (const question of value as string[]) {
      const indicator = answeredBy?.(question)
      if (indicator) throw new Problem('already-stored', { issues: [{ path, rule: 'stored', question, indicator }] })
    }
  }
}

const answersOf = (programme: Programme, input: Input): [string, unknown, Field][] =>
  Object.entries(input).flatMap(([path, value]): [string, unknown, Field][] => {
    const field = programme.fields[path] ?? programme.pattern.fields[path]
    return field && value !== null && value !== undefined ? [[path, value, field]] : []
  })
