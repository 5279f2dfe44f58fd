import { createHash } from 'node:crypto'
import { Problem } from '#base/problem'
import type { Actor } from '#federation/actor'
import { houseRules } from '#federation/house-rules'
import { authorise } from '#federation/reach'
import { placeOf } from '#federation/unit'
import { ask, inContext, type Tx } from '#store/database'
import { audited, note } from './audit.ts'
import { matchBoundaries, type Bounded } from './boundaries.ts'
import type { House } from './house.ts'
import { newId } from './perform.ts'

/** True boundaries for a unit and those below it, with the number under which the map was approved (审图号). An empty object takes them away. */
export type MapOrder = {
  readonly unit: number
  readonly approval: string
  readonly boundaries: Record<string, unknown>
}

/** Keeps them in place of those kept before, audited in the same transaction. Throws Problems. */
export async function changeMap(
  house: House,
  actor: Actor,
  { unit, approval, boundaries }: MapOrder,
): Promise<{ matched: number; unmatched: string[] }> {
  const number = approval.normalize('NFKC').trim()
  const taken = Object.keys(boundaries).length === 0
  if (!taken) refuseUnapproved(number)
  return inContext(house.db, actor.context, async tx => {
    const place = await placeOf(tx, unit)
    if (!place) throw new Problem('not-found', { what: 'unit' })
    const post = authorise(actor, houseRules['settings.change'], { ...place, people: [] })
    const { features, units, unmatched } = taken
      ? { features: [], units: 0, unmatched: [] }
      : matchBoundaries(boundaries, await boundedBelow(tx, unit))
    await ask(tx, 'map-drop', `delete from file where shard = $1 and unit = $2 and kind = 'map'`, [place.shard, unit])
    const bytes = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (!taken)
      await ask(
        tx,
        'map-keep',
        `insert into file (shard, id, unit, kind, name, type, sha256, bytes, by_person, at)
         values ($1, $2, $3, 'map', $4, 'application/geo+json', $5, $6, $7, $8)`,
        [place.shard, newId(house), unit, number, sha256, bytes, actor.person, new Date(house.now())],
      )
    const data = { approval: number, units, sha256, post: `${post.kind}@${post.unit}` }
    await note(tx, audited(house, actor.person, unit, taken ? 'map.remove' : 'map', String(unit), data))
    return { matched: units, unmatched }
  })
}

/** GS(2024)0650号, 吉S(2021)018号, GS京(2022)0123号 (《地图审核管理规定》: a public map bears its number). */
function refuseUnapproved(number: string): void {
  const rule =
    number === ''
      ? 'not-public'
      : /^[\p{Script=Han}A-Z]{1,8}[([〔]\d{4}[)\]〕]\s*(?:第\s*)?\d{1,6}\s*号$/u.test(number)
        ? ''
        : 'approval'
  if (rule) throw new Problem('invalid-input', { issues: [{ path: 'approval', rule }] })
}

const boundedBelow = (tx: Tx, unit: number): Promise<Bounded[]> =>
  ask<Bounded>(
    tx,
    'bounded-below',
    `select u.no, u.code, u.name, u.short_name as short from unit_ancestor a join unit u on u.no = a.unit
     where a.ancestor = $1 and a.until = 'infinity' and u.level <= 5 and u.ends is null order by u.level, u.sort, u.no`,
    [unit],
  )
