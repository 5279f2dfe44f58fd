import type { Aside, Asides } from './asides.ts'
import type { Counted } from './count.ts'
import { definitionOf, isSensitive, type Definitions, type FigureName } from './definitions.ts'
import { encodeHandle, type Tree } from './handle.ts'
import type { Hidden } from './suppress.ts'
import type { Window } from './windows.ts'

/**
 * One number with everything that belongs to it. `recorded` follows from records (null: nothing recorded); `opening` and
 * `reported` stand beside it. A rate is in %, `top` and `bottom` are its parts. `hidden`: a small cell of a sensitive indicator,
 * or one that would give it away; its numbers are then null.
 */
export type FigureCell = {
  readonly indicator: string
  readonly slice: string
  readonly countUnit: string
  readonly sensitive: boolean
  readonly handle: string
  readonly recorded: number | null
  readonly top: number | null
  readonly bottom: number | null
  readonly hidden: Hidden
  readonly opening: readonly Aside[]
  readonly reported: readonly Aside[]
}

export type Maker = {
  readonly windows: readonly Window[]
  readonly cell: (unit: number, name: FigureName, col: number) => FigureCell
}

type Beside = (unit: number, indicator: string, slice: string, col: number) => Asides

const nothingBeside: Asides = { opening: [], reported: [] }

/** Puts counted values and what stands beside them together, each with its handle. */
export function cellsWith(
  book: Definitions,
  counted: Counted,
  asides: Beside | undefined,
  tree: Tree,
  asOf: number,
): Maker {
  const columns = new Map(counted.windows.map(window => [window.col, window]))
  const known = new Map<FigureName, { countUnit: string; version: number; sensitive: boolean }>()
  const meaning = (name: FigureName) => {
    const { unit: countUnit, version } = definitionOf(book, name)
    const found = known.get(name) ?? { countUnit, version, sensitive: isSensitive(book, name) }
    known.set(name, found)
    return found
  }
  return {
    windows: counted.windows,
    cell(unit, name, col) {
      const { countUnit, version, sensitive } = known.get(name) ?? meaning(name)
      const { recorded, top, bottom } = counted.value(unit, name, col)
      const { opening, reported } = asides?.(unit, name.indicator, name.slice, col) ?? nothingBeside
      return {
        indicator: name.indicator,
        slice: name.slice,
        countUnit,
        sensitive,
        // written when it is asked for: a table of thousands of cells sends few
        get handle() {
          const { from, to } = columns.get(col) as Window // asked for by the windows above
          return encodeHandle({ ...name, version, unit, tree, from, to, asOf })
        },
        recorded,
        top,
        bottom,
        hidden: null,
        opening,
        reported,
      }
    },
  }
}

/** The same cell without what it must not tell. */
export const concealed = (cell: FigureCell, hidden: Hidden): FigureCell =>
  hidden ? { ...cell, hidden, recorded: null, top: null, bottom: null } : cell
