import { dayAt } from '#base/day'
import { Problem } from '#base/problem'
import type { Actor } from '#federation/actor'
import { levelName, levelNo } from '#language'
import { ask, inContext } from '#store/database'
import { decide, type Opened } from './decide.ts'
import type { House } from './house.ts'
import type { Order } from './order.ts'
import { parse } from './parse.ts'
import { rulesAt } from './rules.ts'

/** What an order that begins a record would do: nothing any more, be refused, or count (by the book's numbers). */
export type Rehearsed = {
  readonly order: string
  readonly repeated: boolean
  readonly problem?: Problem
  readonly sums: readonly { readonly ind: number; readonly value: number }[]
  readonly reached: readonly { readonly ind: number; readonly person: string }[]
}

const nothing = { sums: [], reached: [] }

/**
 * Goes through orders as `performMany` would, and writes nothing: each is checked, authorised and decided. Seats and names already
 * taken (what a pattern asks around it) are looked up for each order by itself.
 */
export async function rehearseMany(house: House, actor: Actor, orders: readonly Order[]): Promise<Rehearsed[]> {
  const today = dayAt(house.now())
  return inContext(house.db, actor.context, async tx => {
    const units = [...new Set(orders.flatMap(order => order.unit ?? []))]
    const places = new Map(
      (
        await ask<{ unit: number; shard: number; level: number }>(
          tx,
          'rehearse-places',
          'select no as unit, shard, level from unit where no = any($1) and ends is null',
          [units],
        )
      ).map(row => [row.unit, row]),
    )
    const known = orders.flatMap(order => {
      const place = places.get(order.unit ?? 0)
      return place ? [{ id: order.id, shard: place.shard }] : []
    })
    const done = await ask<{ id: string }>(
      tx,
      'rehearse-done',
      'select d.id from unnest($1::int[], $2::uuid[]) t(shard, id) join order_done d using (shard, id)',
      [known.map(each => each.shard), known.map(each => each.id)],
    )
    const before = new Set(done.map(row => row.id))
    const told: Rehearsed[] = []
    for (const order of orders) {
      if (before.has(order.id)) {
        told.push({ order: order.id, repeated: true, ...nothing })
        continue
      }
      try {
        told.push({ order: order.id, repeated: false, ...(await one(order)) })
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem
        told.push({ order: order.id, repeated: false, problem, ...nothing })
      }
    }
    return told

    async function one(order: Order): Promise<Pick<Rehearsed, 'sums' | 'reached'>> {
      const programme = house.programmes.get(order.programme)
      if (!programme) throw new Problem('not-found', { what: 'programme' })
      const place = places.get(order.unit ?? 0)
      if (!place) throw new Problem('not-allowed')
      if (programme.runsAt && !programme.runsAt.some(level => levelNo[level] === place.level))
        throw new Problem('invalid-input', { issues: [{ path: 'unit', rule: 'wrong-level' }] })
      const parsed = parse(programme, order.command, order.input, today)
      const { pattern } = programme
      const opened: Opened = { ...place, level: levelName(place.level), revision: 0, state: pattern.start, people: [] }
      const around: Record<string, number> = {}
      for (const [name, state] of Object.entries(pattern.around(order.command, parsed.input, pattern.start))) {
        const [row] = await ask<{ n: number }>(
          tx,
          'rehearse-around',
          'select count(*)::int as n from record where shard = $1 and unit = $2 and programme = $3 and state @> $4',
          [place.shard, place.unit, programme.id, JSON.stringify(state)],
        )
        around[name] = row?.n ?? 0
      }
      const rules = await rulesAt(tx, programme, place.unit)
      const { change } = decide(house, actor, programme, order, opened, parsed, around, today, rules)
      const { enter, personsIn } = change
      return {
        sums: enter.ind.map((ind, i) => ({ ind, value: enter.val[i] ?? 0 })),
        reached: personsIn.ind.map((ind, i) => ({ ind, person: personsIn.person[i] ?? '' })),
      }
    }
  })
}
