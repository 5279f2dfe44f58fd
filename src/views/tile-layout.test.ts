import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tileLayout, type Placed, type Square } from './tile-layout.ts'

const groups = (sizes: readonly number[]): Placed[] =>
  sizes.flatMap((size, group) =>
    Array.from({ length: size }, (_, i) => ({ no: group * 1000 + i + 1, group, lat: null, lng: null })),
  )
const overlaps = (squares: readonly Square[]) =>
  squares.length - new Set(squares.map(({ col, row }) => `${col} ${row}`)).size

/** Are these squares one patch, each reached from the others over sides? */
function connected(squares: readonly Square[]): boolean {
  const left = new Set(squares.map(({ col, row }) => `${col} ${row}`))
  const waiting = [...left].slice(0, 1)
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (!left.delete(at)) continue
    const [col = 0, row = 0] = at.split(' ').map(Number)
    waiting.push(`${col + 1} ${row}`, `${col - 1} ${row}`, `${col} ${row + 1}`, `${col} ${row - 1}`)
  }
  return left.size === 0
}

test('without bearings: one square each, no overlap, compact, every prefecture a connected patch; the same each time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 20 }), sizes => {
      const units = groups(sizes)
      const squares = tileLayout(units)
      assert.deepEqual(
        squares.map(each => each.no),
        units.map(each => each.no),
      )
      assert.equal(overlaps(squares), 0)
      const [across, down] = [Math.max(...squares.map(s => s.col)) + 1, Math.max(...squares.map(s => s.row)) + 1]
      assert.ok(across * down <= units.length + 2 * Math.max(across, down), `${across}x${down} for ${units.length}`)
      assert.deepEqual(tileLayout(units), squares)
      for (const [group] of Map.groupBy(units, unit => unit.group)) {
        const own = squares.filter((_, i) => units[i]?.group === group)
        assert.ok(connected(own), JSON.stringify(own))
      }
    }),
  )
})

test('with bearings north is up, east is right, and nobody lies on anybody', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 40, max: 46, noNaN: true }), fc.double({ min: 121, max: 131, noNaN: true })), {
        minLength: 3,
        maxLength: 60,
      }),
      places => {
        const units = places.map(([lat, lng], i) => ({ no: i + 1, group: 1, lat, lng }))
        const squares = tileLayout(units)
        assert.equal(squares.length, units.length)
        assert.equal(overlaps(squares), 0)
      },
    ),
    { numRuns: 40 },
  )
  const corners = [
    { no: 1, group: 1, lat: 46, lng: 122 },
    { no: 2, group: 1, lat: 46, lng: 130 },
    { no: 3, group: 1, lat: 41, lng: 122 },
    { no: 4, group: 1, lat: 41, lng: 130 },
    { no: 5, group: 1, lat: null, lng: null },
  ]
  const [nw, ne, sw, se] = tileLayout(corners) as [Square, Square, Square, Square]
  assert.ok(nw.row < sw.row && ne.row < se.row && nw.col < ne.col && sw.col < se.col)
})
