import type { FigureCell } from './cells.ts'
import { definitionOf, type FigureName } from './definitions.ts'
import { atUnit, maker, type FigureDesk } from './figures.ts'
import { hideSmall } from './hide-small.ts'

/** A unit's year: every indicator asked for, and the months of those that are counted by month, this year and the year before. */
export type UnitYear = {
  readonly asOf: number
  readonly unit: number
  readonly year: number
  readonly cells: readonly FigureCell[]
  readonly months: readonly {
    readonly name: FigureName
    readonly values: readonly (number | null)[]
    readonly lastYear: readonly (number | null)[]
  }[]
}

/** All indicators of a unit in a year, as today's tree has it. `charted`: those wanted month by month. Throws `not-allowed`. */
export async function unitYear(
  desk: FigureDesk,
  unit: number,
  year: number,
  indicators: readonly string[],
  charted: readonly string[],
): Promise<UnitYear> {
  return atUnit(desk, unit, async (tx, place) => {
    const all = indicators.map(indicator => ({ indicator, slice: '' }))
    const of = (first: number) => ({ from: `${first}-01-01`, to: `${year}-12-31`, tree: 'restated' as const })
    const make = await maker(tx, desk, [place], all, { ...of(year), grain: 'none' })
    const rows = all.map(name => ({ unit: null, name, cells: [make.cell(place.unit, name, 0)] }))
    const table = { asOf: desk.now, unit: place.unit, columns: ['all'], rows, total: null }
    const shown = await hideSmall(tx, desk, place, table)
    const drawn = charted
      .map(indicator => ({ indicator, slice: '' }))
      .filter(name => !definitionOf(desk.book, name).sensitive)
    const monthly = drawn.length
      ? await maker(tx, desk, [place], drawn, { ...of(year - 1), grain: 'months' })
      : undefined
    const values = (name: FigureName, first: number) =>
      Array.from({ length: 12 }, (_, i) => monthly?.cell(place.unit, name, first * 12 + i).recorded ?? null)
    return {
      asOf: desk.now,
      unit: place.unit,
      year,
      cells: shown.rows.flatMap(row => row.cells),
      months: drawn.map(name => ({
        name,
        values: values(name, year),
        lastYear: values(name, year - 1),
      })),
    }
  })
}
