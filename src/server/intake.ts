import { dayAt } from '#base/day'
import type { Problem } from '#base/problem'
import type { House } from '#engine/house'
import type { Order } from '#engine/order'
import { performMany } from '#engine/perform-many'
import { rehearseMany } from '#engine/rehearse-many'
import type { Actor } from '#federation/actor'
import type { Input, Programme } from '#language'
import { fieldsOf, mainCommand } from '#language/commands'
import type { RowResult } from '#papers/sheets/annotate-workbook'
import { rowOrderId } from '#papers/sheets/fingerprint'
import { recallMapping, type Remembered } from '#papers/sheets/mapping'
import { parseRows } from '#papers/sheets/parse-rows'
import { firstRows, type SheetFile } from '#papers/sheets/read-sheet'
import { recogniseRegister } from '#papers/sheets/recognise'
import type { ParsedRow, Recognised, RowProblem, Sheet, SkippedRow, TargetField } from '#papers/sheets/sheet'
import { targetFields } from '#papers/sheets/target-fields'
import { unreadable } from '#papers/sheets/unreadable'
import { ask, inContext } from '#store/database'
import type { Language } from '#views/house-words'
import { unitNames } from '#views/unit-names'
import { explained } from './explained.ts'
import { bodyOf } from './problems.ts'

/** A register with how it is read: the sheet, its columns, what they may be. */
export type Register = {
  readonly sheet: Sheet
  readonly found: Recognised
  readonly fields: readonly TargetField[]
}

/** Recognises a sheet of a file for a programme. `recall`: what was said of such heads before, or is said now. */
export async function registerOf(
  file: SheetFile,
  name: string | undefined,
  programme: Programme,
  recall: (fingerprint: string) => Promise<Remembered | undefined>,
): Promise<Register> {
  const closed = file.sheets.find(each => (name === undefined ? !each.hidden : each.name === name)) ?? file.sheets[0]
  if (!closed) throw unreadable('no-sheet')
  const sheet = await closed.open()
  const fields = targetFields(programme)
  const rows = await firstRows(sheet)
  const found = recogniseRegister({ name: sheet.name, rows, merges: sheet.merges }, fields)
  const said = await recall(found.fingerprint)
  return { sheet, fields, found: said ? recallMapping(found, said) : found }
}

/** What became of the rows of a register, or would. */
export type Outcome = {
  readonly rows: { total: number; good: number; repeated: number; bad: number }
  readonly skipped: SkippedRow[]
  readonly problems: { row: number; column: string; why: string }[]
  readonly counted: Map<number, number | Set<string>>
  readonly results: Map<number, RowResult>
}

export type Way = {
  readonly house: House
  readonly actor: Actor
  readonly programme: Programme
  readonly unit: number
  readonly language: Language
  /** Told how many rows are through. */
  readonly onStep?: (outcome: Outcome) => void
}

const portion = 2000
const mostTold = 300

/** Goes through a whole register: as a rehearsal, or for good. Rows that were imported before are recognised and left. */
export async function goThrough(way: Way, register: Register, forGood: boolean): Promise<Outcome> {
  const { house, unit, language } = way
  const { found, fields, sheet } = register
  const outcome: Outcome = {
    rows: { total: 0, good: 0, repeated: 0, bad: 0 },
    skipped: [],
    problems: [],
    counted: new Map(),
    results: new Map(),
  }
  const context = {
    today: dayAt(house.now()),
    ...(found.year ? { year: found.year } : {}),
    ...(found.month ? { month: found.month } : {}),
    unit: await unitNames(house.db, unit, language),
  }
  let waiting: ParsedRow[] = []
  const through = async () => {
    await settle(way, waiting, outcome, forGood)
    waiting = []
    way.onStep?.(outcome)
  }
  for await (const row of parseRows(sheet, found, fields, context)) {
    if (!('values' in row)) {
      if (outcome.skipped.length < mostTold) outcome.skipped.push(row)
      continue
    }
    outcome.rows.total++
    if (row.problems.length) refuse(outcome, row.no, row.problems)
    else waiting.push(row)
    if (waiting.length >= portion) await through()
  }
  await through()
  outcome.problems.sort((a, b) => a.row - b.row)
  return outcome
}

function refuse({ rows, problems, results }: Outcome, row: number, why: readonly RowProblem[]): void {
  rows.bad++
  results.set(row, { state: 'bad', problems: why })
  if (problems.length < mostTold) problems.push(...why.map(each => ({ row, column: each.column, why: each.why })))
}

async function settle(way: Way, rows: readonly ParsedRow[], outcome: Outcome, forGood: boolean): Promise<void> {
  if (rows.length === 0) return
  const { house, actor } = way
  const orders = await ordersOf(way, rows)
  const told = forGood
    ? (await performMany(house, actor, orders)).map(({ receipt, problem }) => ({
        ...(problem ? { problem } : {}),
        repeated: receipt?.repeated ?? false,
        record: receipt?.record.id ?? '',
      }))
    : (await rehearseMany(house, actor, orders)).map(each => {
        count(outcome, each.sums, each.reached)
        return { ...each, record: '' }
      })
  for (const [i, { problem, repeated, record }] of told.entries()) {
    const [row, order] = [rows[i] as ParsedRow, orders[i] as Order] // one for each
    if (problem) refuse(outcome, row.no, whyNot(way, order, problem))
    else {
      if (repeated) outcome.rows.repeated++
      else outcome.rows.good++
      const receipt = record.slice(-8).toUpperCase()
      const problems = row.warnings.length ? { problems: row.warnings } : {}
      outcome.results.set(row.no, { state: repeated ? 'repeated' : 'done', receipt, ...problems })
    }
  }
}

function count(
  { counted }: Outcome,
  sums: readonly { ind: number; value: number }[],
  reached: readonly { ind: number; person: string }[],
) {
  for (const { ind, value } of sums) {
    const before = counted.get(ind)
    counted.set(ind, (typeof before === 'number' ? before : 0) + value)
  }
  for (const { ind, person } of reached) {
    const before = counted.get(ind)
    const those = before instanceof Set ? before : new Set<string>()
    counted.set(ind, those.add(person))
  }
}

/** Why an order was refused, in words, at the column of the field it is about. */
function whyNot({ programme, language }: Way, order: Order, problem: Problem): RowProblem[] {
  const body = bodyOf(explained(problem, programme, order, language), language, '')
  const issues = body.issues ?? []
  if (issues.length === 0) return [{ column: '', index: null, why: `${body.title}。${body.advice ?? ''}` }]
  return issues.map(issue => ({ column: '', index: null, why: issue.message }))
}

/** The orders rows become; their ids follow from programme, unit and what the row says, so that a repeated import repeats nothing. */
async function ordersOf(way: Way, rows: readonly ParsedRow[]): Promise<Order[]> {
  const { programme } = way
  const people = await peopleOf(way, rows)
  const command = mainCommand(programme)
  return rows.map(row => {
    const unit = unitOf(row, way.unit)
    const scope = `${programme.id} ${unit}`
    return {
      id: rowOrderId(scope, row.print, row.nth),
      programme: programme.id,
      command,
      record: { id: rowOrderId(`record ${scope}`, row.print, row.nth) },
      unit,
      input: inputOf(programme, row, name => people(unit, name)),
    }
  })
}

const unitOf = ({ values }: ParsedRow, usual: number) => (typeof values.unit === 'number' ? values.unit : usual)

type Someone = { id: string; name?: string }

function inputOf(programme: Programme, { values }: ParsedRow, someone: (name: string) => Someone): Input {
  const fields = fieldsOf(programme, mainCommand(programme)) ?? {}
  const entries = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    const kind = fields[name]?.kind
    if (!kind || (name === 'unit' && kind !== 'unit')) return []
    if (kind === 'amount') return [[name, Math.round(Number(value) * 100)]]
    if (kind === 'place') return [[name, { address: value }]]
    if (kind === 'person') return [[name, someone(String(value))]]
    if (kind === 'people' || kind === 'households') return [[name, namesIn(value).map(someone)]]
    if (kind === 'choices') return [[name, namesIn(value)]]
    return [[name, value]]
  })
  return Object.fromEntries(entries)
}

const namesIn = (value: ParsedRow['values'][string]): string[] =>
  typeof value === 'object' ? [...value] : [String(value)]

/**
 * People by name: the one already known at that unit, or a new one whose id follows from unit and name, so that the same name in
 * two rows of a village is one woman.
 */
async function peopleOf({ house, actor, programme, unit }: Way, rows: readonly ParsedRow[]) {
  const fields = fieldsOf(programme, mainCommand(programme)) ?? {}
  const kinds = Object.entries(fields).filter(([, { kind }]) => ['person', 'people', 'households'].includes(kind))
  const named = rows.flatMap(row =>
    kinds.flatMap(([name]) => {
      const value = row.values[name]
      return value === undefined ? [] : namesIn(value).map(each => ({ unit: unitOf(row, unit), name: each }))
    }),
  )
  const known = new Map<string, string[]>()
  if (named.length)
    for (const row of await inContext(house.db, actor.context, tx =>
      ask<{ unit: number; name: string; id: string }>(
        tx,
        'intake-people',
        `select distinct p.unit, p.name, p.id from unnest($1::int[], $2::text[]) t(unit, name) join person p using (unit, name)
         union select distinct h.unit, h.label, h.id from unnest($1::int[], $2::text[]) t(unit, name)
         join household h on h.unit = t.unit and h.label = t.name`,
        [named.map(each => each.unit), named.map(each => each.name)],
      ),
    )) {
      const key = `${row.unit} ${row.name}`
      known.set(key, [...(known.get(key) ?? []), row.id])
    }
  return (at: number, name: string): Someone => {
    const [first, second] = known.get(`${at} ${name}`) ?? []
    if (first && !second) return { id: first }
    return { id: rowOrderId(`person ${at}`, name, 1), name: name.slice(0, 40) }
  }
}
