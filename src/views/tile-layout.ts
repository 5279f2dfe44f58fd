/** A unit to be given a square: with its bearing, if it is known, and the group it belongs to; in official order. */
export type Placed = {
  readonly no: number
  readonly group: number
  readonly lat: number | null
  readonly lng: number | null
}
export type Square = { readonly no: number; readonly col: number; readonly row: number }

/**
 * One square for each unit: no two on one another, those of one group beside each other, always the same for the same units.
 * Where bearings are known each unit lies as near to its own as there is room (north is up); units without one lie at the middle
 * of their group. Where hardly any is known, units follow one another in their official order along a curve that fills the plane,
 * so that every group is one connected patch.
 */
export function tileLayout(units: readonly Placed[]): Square[] {
  const known = units.filter(isKnown).length
  return known >= 3 && known * 2 >= units.length ? byBearing(units) : alongCurve(units)
}

type Known = Placed & { readonly lat: number; readonly lng: number }
const isKnown = (unit: Placed): unit is Known => unit.lat !== null && unit.lng !== null
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Maps stand wider than high; so do screens. */
const shape = 1.2

function alongCurve(units: readonly Placed[]): Square[] {
  // an even long side: otherwise the curve takes one step across a corner
  const width = 2 * Math.max(1, Math.ceil(Math.sqrt(units.length * shape) / 2))
  const height = Math.max(1, Math.ceil(units.length / width))
  const path = curve(0, 0, width, 0, 0, height)
  return units.map(({ no }, i) => {
    const [col, row] = path[i] ?? [i, 0]
    return { no, col, row }
  })
}

/** A generalised Hilbert curve through a rectangle of any sides, given by its corner and two side vectors. */
function curve(x: number, y: number, ax: number, ay: number, bx: number, by: number): [number, number][] {
  const [width, height] = [Math.abs(ax + ay), Math.abs(bx + by)]
  const [dax, day, dbx, dby] = [ax, ay, bx, by].map(Math.sign) as [number, number, number, number]
  if (height === 1) return Array.from({ length: width }, (_, i) => [x + dax * i, y + day * i])
  if (width === 1) return Array.from({ length: height }, (_, i) => [x + dbx * i, y + dby * i])
  const half = (value: number) => Math.trunc(value / 2)
  let [ax2, ay2, bx2, by2] = [half(ax), half(ay), half(bx), half(by)]
  if (2 * width > 3 * height) {
    if (Math.abs(ax2 + ay2) % 2 && width > 2) [ax2, ay2] = [ax2 + dax, ay2 + day]
    return [...curve(x, y, ax2, ay2, bx, by), ...curve(x + ax2, y + ay2, ax - ax2, ay - ay2, bx, by)]
  }
  if (Math.abs(bx2 + by2) % 2 && height > 2) [bx2, by2] = [bx2 + dbx, by2 + dby]
  return [
    ...curve(x, y, bx2, by2, ax2, ay2),
    ...curve(x + bx2, y + by2, ax, ay, bx - bx2, by - by2),
    ...curve(x + (ax - dax) + (bx2 - dbx), y + (ay - day) + (by2 - dby), -bx2, -by2, -(ax - ax2), -(ay - ay2)),
  ]
}

type Point = { readonly no: number; readonly x: number; readonly y: number }

function byBearing(units: readonly Placed[]): Square[] {
  const known = units.filter(isKnown)
  const middle = mean(known.map(unit => unit.lat))
  const narrow = Math.cos((middle * Math.PI) / 180)
  const groups = Map.groupBy(known, unit => unit.group)
  const points = units.map(unit => {
    const at = isKnown(unit) ? [unit] : (groups.get(unit.group) ?? known)
    return { no: unit.no, x: mean(at.map(each => each.lng)) * narrow, y: -mean(at.map(each => each.lat)) }
  })
  const [xs, ys] = [points.map(point => point.x), points.map(point => point.y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [across, down] = [Math.max(...xs) - left || 1, Math.max(...ys) - top || 1]
  // a third more squares than units leaves room for the outline
  const room = units.length * 1.35
  const cols = Math.max(1, Math.min(units.length, Math.round(Math.sqrt((room * across) / down))))
  const rows = Math.max(1, Math.ceil(room / cols))
  const scaled = points.map(({ no, x, y }) => ({
    no,
    x: ((x - left) / across) * (cols - 1),
    y: ((y - top) / down) * (rows - 1),
  }))
  return assigned(scaled, cols, rows)
}

/** The squares whose squared distances from the points add up to least (Hungarian method). */
function assigned(points: readonly Point[], cols: number, rows: number): Square[] {
  const cells = Array.from({ length: cols * rows }, (_, i) => ({ col: i % cols, row: Math.floor(i / cols) }))
  const cost = (i: number, j: number): number => {
    const [point, cell] = [points[i - 1], cells[j - 1]]
    return point && cell ? (point.x - cell.col) ** 2 + (point.y - cell.row) ** 2 : 0
  }
  const [n, m] = [points.length, cells.length]
  const u = new Float64Array(n + 1)
  const v = new Float64Array(m + 1)
  const owner = new Int32Array(m + 1)
  const way = new Int32Array(m + 1)
  const at = (list: { readonly [index: number]: number }, index: number): number => list[index] ?? 0
  for (let i = 1; i <= n; i++) {
    owner[0] = i
    let column = 0
    const least = new Float64Array(m + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(m + 1)
    do {
      used[column] = 1
      const row = at(owner, column)
      let [delta, next] = [Number.POSITIVE_INFINITY, 0]
      for (let j = 1; j <= m; j++) {
        if (used[j]) continue
        const reduced = cost(row, j) - at(u, row) - at(v, j)
        if (reduced < at(least, j)) {
          least[j] = reduced
          way[j] = column
        }
        if (at(least, j) < delta) [delta, next] = [at(least, j), j]
      }
      for (let j = 0; j <= m; j++)
        if (used[j]) {
          u[at(owner, j)] = at(u, at(owner, j)) + delta
          v[j] = at(v, j) - delta
        } else least[j] = at(least, j) - delta
      column = next
    } while (at(owner, column) !== 0)
    while (column) {
      const before = at(way, column)
      owner[column] = at(owner, before)
      column = before
    }
  }
  return cells
    .flatMap((cell, j) => {
      const point = points[at(owner, j + 1) - 1]
      return point ? [{ no: point.no, ...cell }] : []
    })
    .toSorted((a, b) => points.findIndex(p => p.no === a.no) - points.findIndex(p => p.no === b.no))
}
