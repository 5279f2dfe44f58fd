import type { Aside, Asides } from './asides.ts'
import type { Counted } from './count.ts'
import { definitionOf, isSensitive, type Definitions, type FigureName, type Value } from './definitions.ts'
import { encodeHandle, type Handle, type Tree } from './handle.ts'
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
      const value = counted.value(unit, name, col)
      const beside = asides?.(unit, name.indicator, name.slice, col) ?? nothingBeside
      const window = columns.get(col) as Window // asked for by the windows above
      return new MadeCell(name, { countUnit, sensitive }, value, beside, { version, unit, tree, window, asOf })
    },
  }
}

type Where = Pick<Handle, 'version' | 'unit' | 'tree' | 'asOf'> & { readonly window: Window }

/** A cell whose handle is written when it is asked for: a table of thousands sends few of them. */
class MadeCell implements FigureCell {
  readonly indicator: string
  readonly slice: string
  readonly countUnit: string
  readonly sensitive: boolean
  readonly recorded: number | null
  readonly top: number | null
  readonly bottom: number | null
  readonly hidden: Hidden = null
  readonly opening: readonly Aside[]
  readonly reported: readonly Aside[]
  readonly #where: Where

  constructor(
    { indicator, slice }: FigureName,
    { countUnit, sensitive }: { countUnit: string; sensitive: boolean },
    { recorded, top, bottom }: Value,
    { opening, reported }: Asides,
    where: Where,
  ) {
    this.indicator = indicator
    this.slice = slice
    this.countUnit = countUnit
    this.sensitive = sensitive
    this.recorded = recorded
    this.top = top
    this.bottom = bottom
    this.opening = opening
    this.reported = reported
    this.#where = where
  }

  get handle(): string {
    const { window, ...where } = this.#where
    return encodeHandle({ indicator: this.indicator, slice: this.slice, ...where, from: window.from, to: window.to })
  }
}

/** The same cell without what it must not tell. */
export const concealed = (cell: FigureCell, hidden: Hidden): FigureCell =>
  hidden ? { ...cell, handle: cell.handle, hidden, recorded: null, top: null, bottom: null } : cell
