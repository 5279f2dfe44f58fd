import { ask, houseContext, inContext, type Database } from '#store/database'
import type { Reach } from '#federation/reach'
import { tileLayout, type Placed, type Square } from './tile-layout.ts'
import type { UnitBrief } from './units.ts'

export type Tile = { unit: UnitBrief; col: number; row: number }
export type UnitMap = { tiles: Tile[]; boundaries: unknown; approval: string | null }

type Row = UnitBrief & Placed
type Feature = {
  properties: { unit: number; name: string }
  geometry: { type: string; coordinates: number[][][][] | number[][][] }
}

/**
 * The map of a unit: a square for each county below it (for each unit directly below, from the county down), and their true
 * boundaries where an administrator here or above gave them. The tree and its map are open to all who hold a post.
 */
export async function unitMap(db: Database, _seen: Reach, unit: number, level: number): Promise<UnitMap> {
  const rows = await ask<Row>(db, `map-${level <= 2}`, level <= 2 ? countiesBelow : directlyBelow, [unit])
  const found = await boundariesAbove(db, unit)
  const here = new Set(rows.map(row => row.no))
  const features = (found?.features ?? []).filter(feature => here.has(feature.properties.unit))
  const middles = middlesOf(features)
  const squares = tileLayout(rows.map(row => ({ ...row, ...middles.get(row.no) })))
  const byNo = new Map(squares.map(square => [square.no, square]))
  return {
    tiles: rows.flatMap(row => tileOf(row, byNo.get(row.no))),
    boundaries: features.length ? { type: 'FeatureCollection', features } : null,
    approval: features.length ? (found?.approval ?? null) : null,
  }
}

const tileOf = ({ no, name, short, level }: Row, square: Square | undefined): Tile[] =>
  square ? [{ unit: { no, name, short, level }, col: square.col, row: square.row }] : []

const columns = 'u.no, u.name, u.short_name as short, u.level, u.lat, u.lng'
/** In official order, those of one prefecture together. */
const countiesBelow = `select ${columns}, l.parent as "group" from unit_ancestor a join unit u on u.no = a.unit
  join unit_link l on l.unit = u.no and l.until = 'infinity' join unit p on p.no = l.parent
  where a.ancestor = $1 and a.until = 'infinity' and u.level = 3 and u.ends is null
  order by p.sort, p.no, u.sort, u.no`
const directlyBelow = `select ${columns}, l.parent as "group" from unit_link l join unit u on u.no = l.unit
  where l.parent = $1 and l.until = 'infinity' and u.level <= 5 and u.ends is null order by u.sort, u.no`

/** What the nearest unit above gave, itself first. Read as the house: a boundary is nobody's secret. */
function boundariesAbove(db: Database, unit: number): Promise<{ approval: string; features: Feature[] } | undefined> {
  return inContext(db, houseContext, async tx => {
    const [row] = await ask<{ name: string; bytes: Buffer }>(
      tx,
      'map-above',
      `select f.name, f.bytes from unit_ancestor a join file f on f.unit = a.ancestor and f.kind = 'map'
       where a.unit = $1 and a.until = 'infinity'
       order by (select count(*) from unit_ancestor up where up.unit = a.ancestor and up.until = 'infinity') desc, f.at desc limit 1`,
      [unit],
    )
    // checked when it was kept
    return (
      row && { approval: row.name, features: (JSON.parse(row.bytes.toString()) as { features: Feature[] }).features }
    )
  })
}

/** The middle of each unit's boundary: of the box round all its corners. */
function middlesOf(features: readonly Feature[]): Map<number, { lat: number; lng: number }> {
  const boxes = new Map<number, [west: number, east: number, south: number, north: number]>()
  for (const { properties, geometry } of features) {
    const depth = geometry.type === 'Polygon' ? 1 : 2
    for (const [lng = 0, lat = 0] of geometry.coordinates.flat(depth) as number[][]) {
      const [west, east, south, north] = boxes.get(properties.unit) ?? [lng, lng, lat, lat]
      const box: [number, number, number, number] = [
        Math.min(west, lng),
        Math.max(east, lng),
        Math.min(south, lat),
        Math.max(north, lat),
      ]
      boxes.set(properties.unit, box)
    }
  }
  return new Map([...boxes].map(([unit, [w, e, s, n]]) => [unit, { lat: (s + n) / 2, lng: (w + e) / 2 }]))
}
