import { Problem } from '#base/problem'

/** A unit a boundary may belong to. */
export type Bounded = {
  readonly no: number
  readonly code: string | null
  readonly name: string
  readonly short: string
}
export type Feature = {
  readonly type: 'Feature'
  readonly properties: { readonly unit: number; readonly name: string }
  readonly geometry: { readonly type: 'Polygon' | 'MultiPolygon'; readonly coordinates: unknown }
}
export type Matched = { readonly features: readonly Feature[]; readonly units: number; readonly unmatched: string[] }

/** A whole file as text. */
const mostBytes = 8_000_000
const mostFeatures = 1000

/**
 * Reads a GeoJSON FeatureCollection of polygons in degrees and finds whose boundary each is, by the division's code or its name.
 * What belongs to no unit here is named, not kept. Throws `too-large`, `invalid-input`.
 */
export function matchBoundaries(given: Record<string, unknown>, units: readonly Bounded[]): Matched {
  if (Buffer.byteLength(JSON.stringify(given)) > mostBytes) throw new Problem('too-large', { most: mostBytes })
  const all = given.features
  if (given.type !== 'FeatureCollection' || !Array.isArray(all) || all.length === 0) throw wrong('not-a-map')
  if (all.length > mostFeatures) throw wrong('not-a-map')
  const find = finder(units)
  const features: Feature[] = []
  const unmatched: string[] = []
  for (const [i, each] of all.entries()) {
    const properties = objectIn(each, 'properties') ?? {}
    const said = nameOf(properties) ?? `${i + 1}`
    const geometry = objectIn(each, 'geometry')
    const { type, coordinates } = geometry ?? {}
    if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates))
      throw wrong('not-polygons', said)
    checkRings(type === 'Polygon' ? [coordinates] : coordinates, said)
    const unit = find(properties)
    if (unit)
      features.push({
        type: 'Feature',
        properties: { unit: unit.no, name: unit.short },
        geometry: { type, coordinates },
      })
    else unmatched.push(said)
  }
  if (features.length === 0)
    throw new Problem('invalid-input', {
      issues: [{ path: 'boundaries', rule: 'no-unit-matched', names: unmatched.slice(0, 10).join('、') }],
    })
  return { features, units: new Set(features.map(each => each.properties.unit)).size, unmatched }
}

const wrong = (rule: 'not-a-map' | 'not-polygons' | 'outside-china', name = '') =>
  new Problem('invalid-input', { issues: [{ path: 'boundaries', rule, name }] })

function objectIn(value: unknown, key: string): Record<string, unknown> | undefined {
  const found = (value as Record<string, unknown> | null)?.[key]
  return found !== null && typeof found === 'object' && !Array.isArray(found)
    ? (found as Record<string, unknown>)
    : undefined
}

/** Rings of at least four positions that end where they begin, in degrees, within China and its seas. */
function checkRings(polygons: readonly unknown[], name: string): void {
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) throw wrong('not-polygons', name)
    for (const ring of polygon) {
      if (!Array.isArray(ring) || ring.length < 4) throw wrong('not-polygons', name)
      for (const position of ring) {
        const [lng, lat] = Array.isArray(position) ? position : []
        if (typeof lng !== 'number' || typeof lat !== 'number') throw wrong('not-polygons', name)
        if (!(lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54)) throw wrong('outside-china', name)
      }
      const [first, last] = [ring[0], ring.at(-1)]
      if (first[0] !== last[0] || first[1] !== last[1]) throw wrong('not-polygons', name)
    }
  }
}

const nameKeys = ['name', 'NAME', 'Name', '名称', 'fullname', 'XZQMC', 'pname']
const nameOf = (properties: Record<string, unknown>): string | undefined =>
  nameKeys
    .map(key => properties[key])
    .find((value): value is string => typeof value === 'string' && value.trim() !== '')
    ?.trim()

/** By code first: national surveys write 156 before it and noughts behind. A name that several bear finds nobody. */
function finder(units: readonly Bounded[]): (properties: Record<string, unknown>) => Bounded | undefined {
  const byCode = new Map(units.flatMap(unit => (unit.code ? [[unit.code, unit] as const] : [])))
  const byName = new Map<string, Bounded | undefined>()
  for (const unit of units)
    for (const name of new Set([plainName(unit.name), plainName(unit.short)]))
      byName.set(name, byName.has(name) ? undefined : unit)
  return properties => {
    const values = Object.values(properties).flatMap(value =>
      typeof value === 'string' || typeof value === 'number' ? [String(value).trim()] : [],
    )
    const codes = values.flatMap(value => (/^\d{2,12}$/.test(value) ? spellings(value) : []))
    const coded = codes.map(code => byCode.get(code)).find(unit => unit !== undefined)
    return coded ?? byName.get(plainName(nameOf(properties) ?? ''))
  }
}

/** 156220721, 220721000 and 220721000000 are 220721; 220700 is 2207. */
function spellings(code: string): string[] {
  const plain = /^156\d{6}$/.test(code) ? code.slice(3) : code
  return [12, 9, 6, 4, 2].flatMap(length => {
    const [head, tail] = [plain.slice(0, length), plain.slice(length)]
    return head.length === length && /^0*$/.test(tail) ? [head] : []
  })
}

const plainName = (name: string): string => name.trim().replace(/(?:妇女联合会|妇联)$/, '')
