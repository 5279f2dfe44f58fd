import { dayAt } from '#base/day'
import { writeOut } from '#federation/naming'
import { chapters, type Chapter, type Programme } from '#language'
import { bare, clearNames, writeBody, type BoundTable, type ReviewBody, type ReviewChart } from '#papers/review/body'
import type { ReviewAside, ReviewFigure } from '#papers/review/compose'
import { reviewFrame } from '#papers/review/sentences'
import { asidesOf, type Aside } from './asides.ts'
import { figureTable, atUnit, nameText, type FigureDesk, type FigureTable } from './figures.ts'
import { indicatorBook, type IndicatorWords } from './figure-words.ts'
import { wordsFor } from './programme-words.ts'
import { beginning } from './windows.ts'
import { unitBriefs, type UnitBrief } from './units.ts'

/** What a review is asked of. */
export type ReviewQuestion = {
  readonly unit: UnitBrief
  readonly from: string
  readonly to: string
  readonly title?: string | undefined
}

const restated = { tree: 'restated' } as const
const mostRows = 30

/** Counts everything a review of this unit and period tells, and writes it. Throws `not-allowed` for a unit out of reach. */
export async function reviewOf(
  desk: FigureDesk,
  programmes: readonly Programme[],
  asked: ReviewQuestion,
): Promise<ReviewBody> {
  const { unit, from, to, title } = asked
  const figures = await collectFigures(desk, programmes, asked)
  const names = clearNames(figures)
  const wholes = figures.filter(
    ({ slice, value, kind }) => slice === '' && value && ['flow', 'stock', 'total'].includes(kind),
  )
  const main = wholes.slice(0, mostRows)
  const { years, charts } = await byYear(desk, asked, main, names)
  return writeBody({
    asOf: desk.now,
    ...{ from, to, title, today: dayAt(desk.now) },
    unit: { name: unit.name, signature: writeOut(unit.name), level: unit.level },
    figures,
    units: await byUnit(desk, asked, telling(wholes), names),
    years,
    charts,
  })
}

/** Every figure of the house for a unit and a period with its parts and what stands beside it. Small sensitive ones are left out. */
export async function collectFigures(
  desk: FigureDesk,
  programmes: readonly Programme[],
  { unit, from, to }: ReviewQuestion,
): Promise<ReviewFigure[]> {
  const words = indicatorBook(programmes, 'zh-CN')
  const all = [...words.values()].flatMap(each => [
    each.key,
    ...each.slices.map(({ slice }) => nameText({ indicator: each.key, slice })),
  ])
  const table = await figureTable(desk, {
    indicators: all,
    unit: unit.no,
    rows: 'indicators',
    columns: 'none',
    from,
    to,
    ...restated,
  })
  const beside = await atUnit(desk, unit.no, tx =>
    asidesOf(tx, [unit.no], [...words.keys()], [{ col: 0, from: beginning, to }]),
  )
  const named = new Map(programmes.map(programme => [programme.id, wordsFor(programme, 'zh-CN').name]))
  return table.rows.flatMap(({ name, cells }) => {
    const [cell] = cells
    const found = name && words.get(name.indicator)
    if (!name || !cell || !found) return []
    const aside = beside(unit.no, name.indicator, name.slice, 0)
    const small = cell.sensitive && (cell.recorded ?? 0) < 5
    return [
      {
        ...{
          key: name.indicator,
          slice: name.slice,
          countUnit: cell.countUnit,
          kind: found.kind,
          version: found.version,
        },
        ...told(found, name.slice),
        place: placeOf(found),
        programme: found.programme || (name.indicator.split('.')[0] ?? ''),
        programmeName: named.get(found.programme) ?? '',
        handle: cell.handle,
        value: small ? null : cell.recorded,
        opening: aside.opening.map(each => inKept(each, cell.countUnit)),
        reported: aside.reported.map(each => inKept(each, cell.countUnit)),
      },
    ]
  })
}

/** Declared values are in yuan, recorded ones in fen. */
const inKept = ({ value, hedge, source, handle, from, to }: Aside, unit: string): ReviewAside => ({
  ...{ hedge, source, handle, from, to },
  value: unit === '元' ? Math.round(value * 100) : value,
})

function told({ name, definition, slices }: IndicatorWords, slice: string) {
  const part = slices.find(each => each.slice === slice)?.name
  if (!part) return { name, title: name, definition }
  return { name: part, title: `${name}（${part}）`, definition: `“${name}”里“${part}”的部分。${definition}` }
}

const placeOf = ({ programme, chapter }: IndicatorWords): ReviewFigure['place'] =>
  programme === '' ? 'opening' : (chapters.find(each => each === chapter) ?? ('reform' satisfies Chapter))

/** The first figure of each programme, the busiest first, at most six: what tells most of a place. */
function telling(wholes: readonly ReviewFigure[]): ReviewFigure[] {
  const first = new Map(
    wholes
      .filter(({ place }) => place !== 'opening')
      .toReversed()
      .map(each => [each.programme, each]),
  )
  return wholes.filter(each => first.get(each.programme) === each).slice(0, 6)
}

async function byUnit(
  desk: FigureDesk,
  { unit, from, to }: ReviewQuestion,
  main: readonly ReviewFigure[],
  names: ReadonlyMap<ReviewFigure, string>,
): Promise<BoundTable | null> {
  if (main.length === 0) return null
  const indicators = main.map(each => each.key)
  const table = await figureTable(desk, {
    indicators,
    unit: unit.no,
    rows: 'children',
    columns: 'none',
    from,
    to,
    ...restated,
  })
  if (table.rows.length === 0) return null
  const briefs = await unitBriefs(
    desk.db,
    table.rows.flatMap(row => row.unit ?? []),
  )
  const rows = table.rows.map(row => ({
    name: briefs.get(row.unit ?? 0)?.short.replace(/妇联$/, '') ?? '',
    cells: row.cells,
  }))
  return {
    heads: main.map(each => headOf(each, names)),
    rows: [...rows, ...(table.total ? [{ name: reviewFrame.annex.total, cells: table.total }] : [])].map(
      ({ name, cells }) => ({ name, cells: cells.map(cell => bound(cell)) }),
    ),
  }
}

const headOf = (figure: ReviewFigure, names: ReadonlyMap<ReviewFigure, string>) =>
  `${names.get(figure) ?? figure.title}（${figure.countUnit}）`

/** The main figures year by year (at most the last five) and over the whole period; a chart for the busiest flow of each chapter. */
async function byYear(
  desk: FigureDesk,
  { unit, from, to }: ReviewQuestion,
  main: readonly ReviewFigure[],
  names: ReadonlyMap<ReviewFigure, string>,
): Promise<{ years: BoundTable | null; charts: ReviewChart[] }> {
  if (main.length === 0) return { years: null, charts: [] }
  const table = await figureTable(desk, {
    indicators: main.map(each => each.key),
    unit: unit.no,
    rows: 'indicators',
    columns: 'years',
    from,
    to,
    ...restated,
  })
  const shown = table.columns.slice(-5)
  const cellsOf = (row: FigureTable['rows'][number]) => row.cells.slice(-5)
  const rows = table.rows.map((row, i) => {
    const figure = main[i] as ReviewFigure // a row for each
    const whole = { text: bare(figure.value ?? 0, figure.countUnit), handle: figure.handle }
    return {
      name: headOf(figure, names),
      cells: [...cellsOf(row).map(cell => bound(cell)), ...Array(5 - shown.length).fill({ text: '' }), whole],
    }
  })
  const heads = [
    ...shown.map(year => `${year}年`),
    ...Array<string>(5 - shown.length).fill(''),
    reviewFrame.annex.whole,
  ]
  const flows = main.flatMap((figure, i) =>
    figure.kind === 'flow' && figure.place !== 'opening' ? [{ figure, row: table.rows[i] }] : [],
  )
  const charts = [...Map.groupBy(flows, ({ figure }) => figure.place)].flatMap(([chapter, those]) => {
    const [first] = those
    const values = first?.row ? cellsOf(first.row).map(cell => cell.recorded) : []
    if (!first || values.filter(Boolean).length < 2) return []
    return [
      {
        chapter,
        name: names.get(first.figure) ?? first.figure.title,
        unit: first.figure.countUnit,
        years: [...shown],
        values,
      },
    ]
  })
  // they are numbered as they stand in the text
  const at = ({ chapter }: ReviewChart) => chapters.indexOf(chapter as Chapter)
  return { years: { heads, rows }, charts: charts.toSorted((a, b) => at(a) - at(b)) }
}

const bound = ({ recorded, countUnit, handle }: FigureTable['rows'][number]['cells'][number]) =>
  recorded === null ? { text: '' } : { text: bare(recorded, countUnit), handle, value: recorded }
