import { createHash } from 'node:crypto'
import { Problem } from '#base/problem'
import type { Actor } from '#federation/actor'
import { levelName, levelNo, usualRules, type Programme, type Sends } from '#language'
import { ask, type Tx } from '#store/database'
import { decide, type Opened } from './decide.ts'
import { asHouse } from './as-house.ts'
import type { House } from './house.ts'
import { writeMany, type Row } from './many.ts'
import type { Order } from './order.ts'
import { parse } from './parse.ts'

/** Rows of one statement, as for imports. */
const portion = 2000

/**
 * Begins what an order sends down: one record at every standing unit of the level below or those named, in the order's own transaction. Their ids
 * follow from the order's, so that nothing is begun twice. Throws `invalid-input` when no unit of that level lies below.
 */
export async function sendDown(
  tx: Tx,
  house: House,
  actor: Actor,
  programme: Programme,
  order: Order,
  from: Opened,
  sends: Sends,
  today: string,
): Promise<number> {
  const places = await ask<{ unit: number; shard: number; level: number }>(
    tx,
    'send-down',
    `select u.no as unit, u.shard, u.level from unit_ancestor a join unit u on u.no = a.unit
     where a.ancestor = $1 and a.unit <> $1 and a.until = 'infinity' and u.level = $2 and u.ends is null order by u.no`,
    [from.unit, levelNo[sends.level]],
  )
  if (places.length === 0)
    throw new Problem('invalid-input', { issues: [{ path: 'to', rule: 'no-units-there', level: sends.level }] })
  const { differing } = sends
  const elsewhere = [...(differing?.keys() ?? [])].filter(unit => !places.some(place => place.unit === unit))
  if (elsewhere.length > 0)
    throw new Problem('invalid-input', { issues: [{ path: 'targets', rule: 'not-below', count: elsewhere.length }] })
  const sender = asHouse(actor)
  const alike = parse(programme, sends.command, sends.input, today)
  const receiving = sends.only ? places.filter(({ unit }) => differing?.has(unit)) : places
  const rows = receiving.map(({ unit, shard, level }, at): Row => {
    const own = differing?.get(unit)
    const input = own ? { ...sends.input, ...own } : sends.input
    const parsed = own ? parse(programme, sends.command, input, today) : alike
    const before = { unit, shard, level: levelName(level), revision: 0, state: programme.pattern.start, people: [] }
    const ids = { id: derivedId(order.id, unit), record: { id: derivedId(order.record.id, order.id, unit) } }
    const each: Order = { ...ids, programme: programme.id, command: sends.command, unit, input }
    return {
      at,
      order: each,
      programme,
      before,
      parsed,
      decided: decide(house, sender, programme, each, before, parsed, {}, today, usualRules(programme.pattern.limits)),
    }
  })
  for (let at = 0; at < rows.length; at += portion) await writeMany(tx, house, actor, rows.slice(at, at + portion))
  return rows.length
}

/** A UUID (version 8) that follows from others. */
function derivedId(...from: (string | number)[]): string {
  const hex = createHash('sha256').update(from.join('/')).digest('hex')
  const variant = (8 + (Number.parseInt(hex[16] ?? '0', 16) & 3)).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
