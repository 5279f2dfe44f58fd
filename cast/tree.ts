import { readDivisions } from '#federation/divisions'
import { plantTree } from '#federation/tree'
import { ask, type Queryable } from '#store/database'

/** A small part of a real tree: one county with two townships and three villages, what lies above it, and a county beside it. */
const codes = {
  province: '22',
  city: '2207',
  county: '220721',
  township: '220721100',
  village: '220721100204',
  nextVillage: '220721100205',
  otherTownship: '220721101',
  otherVillage: '220721101201',
  farCounty: '220722',
  farTownship: '220722100',
  farVillage: '220722100203',
} as const

export type PlaceName = keyof typeof codes
export type CastPlace = { no: number; shard: number; level: number; name: string }

/** Plants it and tells where everything is. */
export async function plantCast(tx: Queryable): Promise<Record<PlaceName, CastPlace>> {
  const wanted = new Set<string>(Object.values(codes))
  const divisions = readDivisions('22').filter(division => wanted.has(division.code))
  await plantTree(tx, divisions)
  const rows = await ask<CastPlace & { code: string }>(tx, 'cast', 'select no, shard, level, name, code from unit')
  const found = Object.entries(codes).map(([name, code]) => {
    const row = rows.find(each => each.code === code)
    if (!row) throw new Error(`the cast's tree has no ${code}`)
    return [name, row]
  })
  return Object.fromEntries(found) as Record<PlaceName, CastPlace> // one for each code
}
