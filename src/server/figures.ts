import { dayAt, type Day } from '#base/day'
import { Problem } from '#base/problem'
import { houseRules } from '#federation/house-rules'
import { reach } from '#federation/reach'
import { chapters } from '#language'
import { inContext, inSnapshot } from '#store/database'
import type { FigureCell } from '#views/cells'
import { unitYear } from '#views/dashboard'
import type { FigureName } from '#views/definitions'
import { figureName, columnName, type IndicatorWords } from '#views/figure-words'
import { figureTable, type FigureDesk, type FigureQuestion } from '#views/figures'
import { handedDown } from '#views/handed'
import { handleRecords } from '#views/handle-records'
import { decodeStatement, handleParts, readName } from '#views/handle'
import { filled, houseWords } from '#views/house-words'
import { issuedFigure } from '#views/issued'
import { ladder } from '#views/ladder'
import { openHandle, openStatement } from '#views/opened'
import { paperWords } from '#views/paper-words'
import { wordsFor } from '#views/programme-words'
import { openedRecord } from '#views/record-page'
import { unitBriefs, type UnitBrief } from '#views/units'
import type { Handlers, Visitor } from './doors.ts'
import { indicatorWords, told, toldStatement } from './figure-cells.ts'
import type { Office } from './office.ts'

/** Where a visitor asks for figures: as whom, and as of now. */
export const figureDesk = ({ db, house, actors }: Office, { actor }: Visitor): FigureDesk => ({
  db,
  book: house.book,
  reach: reach(actor, houseRules['figures.see']),
  now: house.now(),
  ground: actors.ground,
})

/** Figures: tables, dashboards, what a number opens to, and the ladder of a record. */
export function figureDoors(office: Office): Handlers {
  const { db, house } = office
  const seeOf = ({ actor }: Visitor) =>
    new Map([...house.programmes].map(([id, programme]) => [id, reach(actor, programme.access.see ?? [])]))

  return {
    indicators: async ({ query: { lang } }) => ({ rows: [...indicatorWords(lang).values()] }),

    figures: async ({ body: { lean, ...question }, visitor }) =>
      lean ? packedTable(office, visitor, question) : tableOf(office, visitor, question),

    async dashboard({ params: { no }, query: { year }, visitor }) {
      const words = indicatorWords(visitor.language)
      const own = [...words.values()].filter(each => each.programme !== '').map(each => each.key)
      const found = await unitYear(figureDesk(office, visitor), no, year, own, charted)
      const { chapters: names } = houseWords(visitor.language)
      return {
        asOf: iso(found.asOf),
        unit: await briefOf(no),
        year,
        chapters: chapters.flatMap(chapter => {
          const cells = found.cells.filter(cell => words.get(cell.indicator)?.chapter === chapter)
          return cells.length ? [{ chapter, name: names[chapter], cells: cells.map(cell => told(cell, words)) }] : []
        }),
        months: found.months.map(({ name, values, lastYear }) => ({
          indicator: name.indicator,
          values: [...values],
          lastYear: [...lastYear],
        })),
      }
    },

    async handle({ params: { handle }, visitor }) {
      const words = indicatorWords(visitor.language)
      const statement = decodeStatement(handle)
      if (statement) return openedStatement(handle, statement, visitor, words)
      const found = await openHandle(figureDesk(office, visitor), handle)
      const units = await unitBriefs(db, [found.unit, ...found.path, ...found.split.map(each => each.unit)])
      return {
        cell: told(found.cell, words),
        indicator: demandWords(words, found.cell.indicator),
        unit: demandBrief(units, found.unit),
        path: found.path.flatMap(no => units.get(no) ?? []),
        from: found.from,
        to: found.to,
        tree: found.tree,
        asOf: iso(found.asOf),
        split: found.split.map(({ unit, cell }) => ({ unit: demandBrief(units, unit), cell: told(cell, words) })),
        months: found.columns.map(({ key, value }) => ({ month: key, value })),
        records: found.entries ?? 0,
        issued: await issuedOf(handle, found.cell.recorded, visitor),
      }
    },

    async handleRecords({ params: { handle }, query, visitor }) {
      const statement = decodeStatement(handle)
      if (statement) return { rows: [], next: null, openable: 0, closed: 0, closedBecause: null }
      const page = await handleRecords(figureDesk(office, visitor), seeOf(visitor), handle, query)
      const units = await unitBriefs(
        db,
        page.rows.map(row => row.unit),
      )
      const { closed: because } = houseWords(visitor.language)
      return {
        ...page,
        rows: page.rows.map(row => ({ ...row, unit: demandBrief(units, row.unit) })),
        closedBecause: page.closedBecause && filled(because[page.closedBecause], { n: page.closed }),
      }
    },

    async handed({ params, visitor }) {
      const { actor, language } = visitor
      const { programme, found } = await inSnapshot(db, actor.context, async tx => {
        const opened = await openedRecord(tx, params, house.programmes, each => reach(actor, each.access.see ?? []))
        const desk = { book: house.book, now: house.now() }
        return { programme: opened.programme, found: await handedDown(tx, opened, desk) }
      })
      const units = await unitBriefs(
        db,
        found.rows.map(row => row.unit),
      )
      const words = wordsFor(programme, language)
      const counted = indicatorWords(language).get(found.counts ?? '')
      return {
        ...found,
        asks: [...found.asks],
        countsName: counted?.name ?? '',
        countUnit: counted?.unit ?? '',
        rows: found.rows.map(row => ({
          ...row,
          replies: [...row.replies],
          unit: demandBrief(units, row.unit),
          phaseName: words.phase(row.phase),
        })),
      }
    },

    async ladder({ params, visitor }) {
      const { actor } = visitor
      const { programme } = await inContext(db, actor.context, tx =>
        openedRecord(tx, params, house.programmes, each => reach(actor, each.access.see ?? [])),
      )
      const see = reach(actor, programme.access.see ?? [])
      const rungs = await ladder({ db, book: house.book, now: house.now() }, see, programme, params)
      const words = indicatorWords(visitor.language)
      const units = await unitBriefs(
        db,
        rungs.map(rung => rung.unit),
      )
      return {
        rungs: rungs.map(rung => ({
          ...rung,
          unit: demandBrief(units, rung.unit),
          name: figureName(words, rung.indicator, ''),
        })),
      }
    },
  }

  async function openedStatement(
    handle: string,
    at: { shard: number; id: string },
    visitor: Visitor,
    words: ReadonlyMap<string, IndicatorWords>,
  ) {
    const found = await openStatement(figureDesk(office, visitor), at)
    const cell = toldStatement(handle, found.fields, words)
    const unit = await briefOf(found.unit)
    const to = String(found.fields.to ?? dayAt(house.now()))
    return {
      cell,
      indicator: demandWords(words, cell.indicator),
      unit,
      path: [unit],
      from: String(found.fields.from ?? to),
      to,
      tree: 'restated' as const,
      asOf: found.at.toISOString(),
      split: [],
      months: [],
      records: 0,
      issued: null,
    }
  }

  /** What a report said of it when it was issued, with the causes of the difference in words. */
  async function issuedOf(handle: string, is: number | null, visitor: Visitor) {
    const issued = await issuedFigure(figureDesk(office, visitor), house.programmes, handle, is)
    const words = paperWords(visitor.language).causes
    return (
      issued && {
        ...issued,
        causes: issued.causes.map(({ cause, change }) => ({ cause: words[cause] ?? cause, change })),
      }
    )
  }

  async function briefOf(no: number): Promise<UnitBrief> {
    return demandBrief(await unitBriefs(db, [no]), no)
  }
}

/** Sessions and attendances of all activities, drawn month by month on every dashboard. */
const charted = ['activity.sessions', 'activity.attendances']

/** A table of figures in the reader's words. */
export async function tableOf(office: Office, visitor: Visitor, question: FigureQuestion) {
  const words = indicatorWords(visitor.language)
  const table = await figureTable(figureDesk(office, visitor), question)
  return {
    asOf: iso(table.asOf),
    unit: table.unit,
    columns: table.columns.map(key => ({ key, name: columnName(words, key, visitor.language) })),
    rows: table.rows.map(({ unit, name, cells }) => {
      const brief = unit === null ? null : demandBrief(table.units, unit)
      return {
        unit: brief,
        indicator: name ? name.indicator : null,
        name: brief ? brief.short : name ? figureName(words, name.indicator, name.slice) : '',
        cells: cells.map(cell => told(cell, words)),
      }
    }),
    total: table.total?.map(cell => told(cell, words)) ?? null,
  }
}

/** The same table as it is sent: what rows and columns have in common is said once. */
async function packedTable(office: Office, visitor: Visitor, question: FigureQuestion) {
  const words = indicatorWords(visitor.language)
  const table = await figureTable(figureDesk(office, visitor), question)
  const parts = ({ indicator, slice }: FigureName, span: { from: Day; to: Day }) => {
    const { version = 1 } = office.house.book.definition(indicator) ?? {}
    const { unit, asOf } = table
    return handleParts({ indicator, slice, version, unit: unit.no, tree: question.tree, asOf, ...span })
  }
  const common = (name: FigureName) => ({
    ...name,
    name: figureName(words, name.indicator, name.slice),
    countUnit: office.house.book.definition(name.indicator)?.unit ?? '',
    about: parts(name, question).about,
  })
  const lean = (cells: readonly FigureCell[]) => cells.map(cell => (isLean(cell) ? cell.recorded : told(cell, words)))
  const names = question.indicators.map(readName)
  const [first = { indicator: '', slice: '' }] = names
  const { tree, stamp } = parts(first, question)
  const byUnit = question.rows !== 'indicators'
  const perColumn = byUnit && table.columns.length === names.length
  return {
    of: byUnit && !perColumn ? common(first) : null,
    ...{ asOf: iso(table.asOf), unit: table.unit, tree, stamp },
    columns: table.columns.map((key, i) => ({
      ...{ key, name: columnName(words, key, visitor.language), span: parts(first, table.spans[i] ?? question).span },
      of: perColumn ? common(names[i] ?? first) : null,
    })),
    rows: table.rows.map(({ unit, name, cells }) => {
      const brief = unit === null ? null : demandBrief(table.units, unit)
      const of = name && common(name)
      return {
        unit: brief,
        indicator: of?.indicator ?? null,
        name: brief?.short ?? of?.name ?? '',
        of,
        cells: lean(cells),
      }
    }),
    total: table.total && lean(table.total),
  }
}

/** Nothing but a number that records make: no part, nothing hidden, nothing beside it. */
const isLean = ({ hidden, top, bottom, opening, reported }: FigureCell): boolean =>
  hidden === null && top === null && bottom === null && opening.length === 0 && reported.length === 0

/** The indicators every unit begins its day with, of those that are declared. */
export const mainIndicators = ['activity.sessions', 'activity.attendances', 'activity.people', 'venue.venues']

const iso = (at: number) => new Date(at).toISOString()

function demandBrief(units: ReadonlyMap<number, UnitBrief>, no: number): UnitBrief {
  const unit = units.get(no)
  if (!unit) throw new Problem('not-found', { what: 'unit' })
  return unit
}

function demandWords(words: ReadonlyMap<string, IndicatorWords>, key: string): IndicatorWords {
  const found = words.get(key)
  if (!found) throw new Problem('not-found', { what: 'indicator' })
  return found
}
