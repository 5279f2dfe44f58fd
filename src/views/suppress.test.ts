import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { suppress } from './suppress.ts'

test('small numbers are hidden, and one neighbour so that the total does not tell', () => {
  const column = [[38], [2], [30], [6]]
  assert.deepEqual(suppress(column, [true, false, false, false], 5), [[null], ['small'], [null], ['complement']])
  assert.deepEqual(suppress([[9], [4], [5]], [false, false, false], 5), [[null], ['small'], ['complement']])
  assert.deepEqual(suppress([[8], [8], [0]], [true, false, false], 5), [[null], [null], [null]])
  assert.deepEqual(suppress([[3], [3], [0]], [true, false, false], 5), [[null], ['small'], ['complement']])
})

test('nothing small, nothing hidden; zero and nothing recorded are shown', () => {
  assert.deepEqual(
    suppress(
      [
        [0, null, 12],
        [5, 5, 5],
      ],
      [false, false],
      5,
    ),
    [
      [null, null, null],
      [null, null, null],
    ],
  )
})

/** Can the hidden cells of the table have other values and all row and column sums stay? (Over whole numbers, from −1 to +1 each.) */
function mayDiffer(hidden: boolean[][], at: [number, number]): boolean {
  const cells = hidden.flatMap((row, i) => row.flatMap((cell, j) => (cell ? [[i, j] as const] : [])))
  const change = new Map<string, number>()
  const sums = (i: number, j: number) => {
    let [row, column] = [0, 0]
    for (const [r, c] of cells) {
      if (r === i) row += change.get(`${r} ${c}`) ?? 0
      if (c === j) column += change.get(`${r} ${c}`) ?? 0
    }
    return [row, column]
  }
  const search = (n: number): boolean => {
    const cell = cells[n]
    if (!cell) return change.get(at.join(' ')) !== 0 && cells.every(([i, j]) => sums(i, j).every(sum => sum === 0))
    for (const d of [0, 1, -1]) {
      change.set(cell.join(' '), d)
      if (search(n + 1)) return true
    }
    return false
  }
  return search(0)
}

test('from the sums of rows and columns no hidden cell can be worked out', () => {
  const table = fc.array(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 3, maxLength: 3 }), {
    minLength: 3,
    maxLength: 3,
  })
  fc.assert(
    fc.property(table, values => {
      const hidden = suppress(values, [false, false, false], 5).map(row => row.map(cell => cell !== null))
      for (const [i, row] of values.entries())
        for (const [j, value] of row.entries()) {
          if (value > 0 && value < 5) assert.ok(hidden[i]?.[j])
          if (hidden[i]?.[j]) assert.ok(mayDiffer(hidden, [i, j]), JSON.stringify({ values, hidden }))
        }
    }),
    { numRuns: 200 },
  )
})
