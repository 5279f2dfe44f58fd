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
  let last: Common | undefined
  /** What the cells of a row have in common; a table is made row by row. */
  const commonOf = (unit: number, name: FigureName): Common => {
    if (last?.unit === unit && last.name === name) return last
    const { unit: countUnit, version } = definitionOf(book, name)
    last = { name, countUnit, sensitive: isSensitive(book, name), version, unit, tree, asOf }
    return last
  }
  return {
    windows: counted.windows,
    cell(unit, name, col) {
      const beside = asides?.(unit, name.indicator, name.slice, col) ?? nothingBeside
      const window = columns.get(col) as Window // asked for by the windows above
      return new MadeCell(commonOf(unit, name), window, counted.value(unit, name, col), beside)
    },
  }
}

type Common = Pick<Handle, 'version' | 'unit' | 'tree' | 'asOf'> & {
  readonly name: FigureName
  readonly countUnit: string
  readonly sensitive: boolean
}

/** A cell that holds what it alone says, and is told the rest when it is asked: a table of thousands sends few handles. */
class MadeCell implements FigureCell {
  readonly recorded: number | null
  readonly top: number | null
  readonly bottom: number | null
  readonly hidden: Hidden = null
  readonly opening: readonly Aside[]
  readonly reported: readonly Aside[]
  private readonly common: Common
  private readonly window: Window

  constructor(common: Common, window: Window, { recorded, top, bottom }: Value, { opening, reported }: Asides) {
    this.recorded = recorded
    this.top = top
    this.bottom = bottom
    this.opening = opening
    this.reported = reported
    this.common = common
    this.window = window
  }

  get indicator(): string {
    return this.common.name.indicator
  }
  get slice(): string {
    return this.common.name.slice
  }
  get countUnit(): string {
    return this.common.countUnit
  }
  get sensitive(): boolean {
    return this.common.sensitive
  }
  get handle(): string {
    const { name, version, unit, tree, asOf } = this.common
    const { from, to } = this.window
    return encodeHandle({ ...name, version, unit, tree, from, to, asOf })
  }
}

/** The same cell without what it must not tell. */
export function concealed(cell: FigureCell, hidden: Hidden): FigureCell {
  if (!hidden) return cell
  const { indicator, slice, countUnit, sensitive, handle, opening, reported } = cell
  return {
    indicator,
    slice,
    countUnit,
    sensitive,
    handle,
    opening,
    reported,
    hidden,
    recorded: null,
    top: null,
    bottom: null,
  }
}
