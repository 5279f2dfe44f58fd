import type { Cell, Merge, Row } from './sheet.ts'

/** A row with the merges that run down through it filled in: `continued` are the columns whose value stands in a row above,
 * `begun` those whose value holds for rows below too. */
export type FilledRow = {
  readonly row: Row
  readonly continued: ReadonlySet<number>
  readonly begun: ReadonlySet<number>
}

const NONE: ReadonlySet<number> = new Set()

/** Fills merges row by row; the rows must come in order. A merge that also runs across fills its first column only. */
export function mergeFiller(merges: readonly Merge[]): (row: Row) => FilledRow {
  const coming = merges.filter(({ top, bottom }) => bottom > top).sort((one, other) => one.top - other.top)
  let open: { merge: Merge; value: Cell }[] = []
  let next = 0
  return row => {
    const at = row.no - 1
    open = open.filter(({ merge }) => merge.bottom >= at)
    const begun = new Set<number>()
    for (let merge = coming[next]; merge && merge.top <= at; merge = coming[++next]) {
      if (merge.bottom < at) continue
      // A merge that began in a row without a value has nothing to fill.
      const value = merge.top === at ? (row.cells[merge.left] ?? null) : null
      open.push({ merge, value })
      if (merge.top === at && value !== null) begun.add(merge.left)
    }
    const running = open.filter(({ merge, value }) => merge.top < at && value !== null)
    if (running.length === 0) return { row, continued: NONE, begun }
    const cells = [...row.cells]
    for (const { merge, value } of running) {
      while (cells.length <= merge.left) cells.push(null)
      cells[merge.left] = value
    }
    return { row: { no: row.no, cells }, continued: new Set(running.map(({ merge }) => merge.left)), begun }
  }
}
