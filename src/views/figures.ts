import type { Day } from '#base/day'
import { Problem } from '#base/problem'
import { demandUnit, type Reach } from '#federation/reach'
import { inSnapshot, type Database, type Queryable } from '#store/database'
import { asidesOf } from './asides.ts'
import { cellsWith, type FigureCell, type Maker } from './cells.ts'
import { countFigures } from './count.ts'
import { definitionOf, type Definitions, type FigureName } from './definitions.ts'
import { readName, type Tree } from './handle.ts'
import { hideSmall } from './hide-small.ts'
import { openSums, placesThen, type FigurePlace, type Ground, type NamedPlace } from './place.ts'
import type { UnitBrief } from './units.ts'
import { windowsOf, type Grain } from './windows.ts'

/** What a table asks for; `rows: children` and `counties` below the unit, with `months`/`years` for one indicator only. */
export type FigureQuestion = {
  readonly indicators: readonly string[]
  readonly unit: number
  readonly rows: 'indicators' | 'children' | 'counties'
  readonly columns: 'none' | 'months' | 'years' | 'indicators'
  readonly from: Day
  readonly to: Day
  readonly tree: 'restated' | 'as-was'
}

export type FigureRow = { readonly unit: number | null; readonly name: FigureName | null; readonly cells: FigureCell[] }
export type FigureTable = {
  readonly asOf: number
  readonly unit: UnitBrief
  /** `2025-3`, `2025`, an indicator's name, or `all`. */
  readonly columns: readonly string[]
  /** Of each column. */
  readonly spans: readonly { readonly from: Day; readonly to: Day }[]
  readonly rows: readonly FigureRow[]
  readonly total: FigureCell[] | null
  /** The units of the rows. */
  readonly units: ReadonlyMap<number, UnitBrief>
}

/** What every figure view needs: where to ask, as whom, with which definitions, at which moment (milliseconds). */
export type FigureDesk = {
  readonly db: Database
  readonly book: Definitions
  readonly reach: Reach
  readonly now: number
  readonly ground: Ground
}

/** Figures as a table, from one snapshot. Throws `not-allowed` for a unit out of reach, `not-found` for an unknown indicator. */
export async function figureTable(desk: FigureDesk, question: FigureQuestion): Promise<FigureTable> {
  const names = question.indicators.map(readName)
  for (const name of names) definitionOf(desk.book, name)
  const byUnit = question.rows !== 'indicators'
  const grain: Grain = question.columns === 'indicators' ? 'none' : question.columns
  const perName = byUnit && grain === 'none'
  if (byUnit && !perName && names.length !== 1) throw wrong('indicators', 'one-only')
  if (!byUnit && question.columns === 'indicators') throw wrong('columns', 'not-offered')
  if (question.from > question.to) throw wrong('from', 'after-to')
  if (windowsOf(question.from, question.to, grain).length > 240) throw wrong('columns', 'too-many')

  return atUnit(desk, question.unit, async (tx, top) => {
    const below = await rowsOf(tx, desk.ground, question)
    const make = await maker(tx, desk, [top, ...below], names, { ...question, grain })
    const cellsOf = (unit: number, name?: FigureName): FigureCell[] =>
      perName
        ? names.map(each => make.cell(unit, each, 0))
        : make.windows.map(window => make.cell(unit, name ?? (names[0] as FigureName), window.col)) // one at least
    // a closed unit has a row only when it has something to show
    const rows: FigureRow[] = byUnit
      ? below
          .map(({ unit, ends }) => ({ unit, name: null, cells: cellsOf(unit), ends }))
          .filter(({ cells, ends }) => !ends || cells.some(cell => cell.recorded))
          .map(({ unit, name, cells }) => ({ unit, name, cells }))
      : names.map(name => ({ unit: null, name, cells: cellsOf(top.unit, name) }))
    const table = {
      asOf: desk.now,
      unit: briefOf(top),
      columns: perName ? names.map(nameText) : make.windows.map(window => columnKey(window.col, grain)),
      spans: perName ? names.map(() => make.windows[0] ?? question) : make.windows,
      rows,
      total: byUnit ? cellsOf(top.unit) : null,
      units: new Map(below.map(place => [place.unit, briefOf(place)])),
    }
    return hideSmall(tx, desk, top, table)
  })
}

/** Today's tree says which units; as it was, all that lay below for part of the period. */
async function rowsOf(tx: Queryable, ground: Ground, { unit, rows, tree, from, to }: FigureQuestion) {
  if (rows === 'indicators') return []
  return tree === 'as-was' ? placesThen(tx, unit, rows, from, to) : ground.below(unit, rows)
}

/** Runs a figure view for a unit within reach: one snapshot, its sums open. */
export async function atUnit<Result>(
  desk: FigureDesk,
  unit: number,
  work: (tx: Queryable, place: NamedPlace) => Promise<Result>,
): Promise<Result> {
  const place = await desk.ground.place(unit)
  if (!place) throw new Problem('not-found', { what: 'unit' })
  demandUnit(desk.reach, place)
  return inSnapshot(desk.db, desk.reach.context, async tx => {
    // sent first, so that it is over before whatever the work asks
    const [, result] = await Promise.all([openSums(tx, unit), work(tx, place)])
    return result
  })
}

/** Counts everything a table needs and gives the cells one by one. */
export async function maker(
  tx: Queryable,
  desk: FigureDesk,
  places: readonly FigurePlace[],
  names: readonly FigureName[],
  period: { from: Day; to: Day; grain: Grain; tree: Tree },
): Promise<Maker> {
  const { from, to, grain, tree } = period
  const counting = countFigures(tx, desk.book, { places, names, from, to, grain, tree })
  const units = places.map(place => place.unit)
  const keys = names.map(name => name.indicator)
  const standing = tree === 'alone' ? undefined : asidesOf(tx, units, keys, windowsOf(from, to, grain))
  const [counted, asides] = await Promise.all([counting, standing])
  return cellsWith(desk.book, counted, asides, tree, desk.now)
}

const briefOf = ({ unit, name, short, level }: NamedPlace): UnitBrief => ({ no: unit, name, short, level })

export const nameText = ({ indicator, slice }: FigureName): string => (slice ? `${indicator}/${slice}` : indicator)

const columnKey = (col: number, grain: Grain): string =>
  grain === 'none' ? 'all' : grain === 'years' ? String(col) : `${Math.floor(col / 12)}-${(col % 12) + 1}`

const wrong = (path: string, rule: string) => new Problem('invalid-input', { issues: [{ path, rule }] })
