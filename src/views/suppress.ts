export type Hidden = 'small' | 'complement' | null

/**
 * Which cells of a table of sensitive numbers must not be shown. Small ones (1 … below − 1) are hidden; then so many more that
 * none can be told from what is left: rows and columns may be added up elsewhere, so a row (of several columns) and a column
 * must hide none or several, and a hidden cell must lie on a circle of hidden cells. Rows of `open` are shown whatever they hold.
 * The total of the rows is a row like any other. Nothing recorded (null) and 0 are shown unless they are needed as cover.
 */
export function suppress(
  values: readonly (readonly (number | null)[])[],
  open: readonly boolean[],
  below: number,
): Hidden[][] {
  const hidden: Hidden[][] = values.map((row, i) =>
    row.map(value => (!open[i] && value !== null && value > 0 && value < below ? 'small' : null)),
  )
  const columns = Math.max(0, ...values.map(row => row.length))
  for (;;) {
    const bare = columns > 1 ? bareCell(hidden) : bareColumn(hidden)
    const cover =
      bare && (columns > 1 ? coverCircle(values, hidden, open, bare) : coverColumn(values, hidden, open, bare))
    if (!cover?.length) return hidden
    for (const [i, j] of cover) (hidden[i] as Hidden[])[j] = 'complement' // a cell of this table
  }
}

type Cell = readonly [row: number, column: number]
type Values = readonly (readonly (number | null)[])[]

/** The one hidden cell of a single column. */
function bareColumn(hidden: Hidden[][]): Cell | undefined {
  const found = hidden.flatMap((row, i): Cell[] => (row[0] ? [[i, 0]] : []))
  return found.length === 1 ? found[0] : undefined
}

function coverColumn(values: Values, hidden: Hidden[][], open: readonly boolean[], [at]: Cell): Cell[] {
  const free = values.flatMap((_, i): Cell[] => (i !== at && !open[i] && !hidden[i]?.[0] ? [[i, 0]] : []))
  return free.sort((a, b) => cost(values, a) - cost(values, b)).slice(0, 1)
}

/** A hidden cell whose row and column are connected by no other hidden cells: it could be worked out. */
function bareCell(hidden: Hidden[][]): Cell | undefined {
  for (const [i, row] of hidden.entries())
    for (const [j, cell] of row.entries()) if (cell && !connected(hidden, i, j)) return [i, j]
  return undefined
}

/** From row i to column j over hidden cells other than (i, j). */
function connected(hidden: Hidden[][], i: number, j: number): boolean {
  const seen = new Set([`r${i}`])
  const waiting = [`r${i}`]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const at = Number(node.slice(1))
    const next = node.startsWith('r')
      ? (hidden[at] ?? []).flatMap((cell, c) => (cell && !(at === i && c === j) ? [`c${c}`] : []))
      : hidden.flatMap((row, r) => (row[at] && !(r === i && at === j) ? [`r${r}`] : []))
    if (next.includes(`c${j}`)) return true
    for (const each of next)
      if (!seen.has(each)) {
        seen.add(each)
        waiting.push(each)
      }
  }
  return false
}

/** The cheapest three cells that make a circle with this one. */
function coverCircle(values: Values, hidden: Hidden[][], open: readonly boolean[], [i, j]: Cell): Cell[] {
  let best: { cells: Cell[]; price: number } | undefined
  for (const [k, row] of values.entries()) {
    if (k === i || open[k]) continue
    for (const l of row.keys()) {
      if (l === j) continue
      const cells = (
        [
          [i, l],
          [k, j],
          [k, l],
        ] as Cell[]
      ).filter(([r, c]) => !hidden[r]?.[c])
      const price = cells.reduce((sum, cell) => sum + cost(values, cell), 0)
      if (cells.length && (!best || price < best.price)) best = { cells, price }
    }
  }
  return best?.cells ?? []
}

/** What hiding takes from the reader; an empty cell is poor cover and comes last. */
const cost = (values: Values, [i, j]: Cell): number => values[i]?.[j] || 1e15
