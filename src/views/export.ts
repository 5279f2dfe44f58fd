import type { Actor } from '#federation/actor'
import type { Programme } from '#language'
import { allFields } from '#language/commands'
import type { ColumnOut, ListOut, RowOut } from '#papers/sheets/write-workbook'
import { inContext, type Database } from '#store/database'
import { accessBook } from './access-book.ts'
import { houseWords, type Language } from './house-words.ts'
import { wordsFor } from './programme-words.ts'
import { recordLines, type RecordLine } from './record-lines.ts'
import { listRecords, type RecordQuestion } from './records.ts'
import type { Sight } from './scope.ts'

const page = 1000

/**
 * A list of records as a workbook, the same rows as on the screen, all of them: with a column for every field when they are of
 * one programme. Read page by page as the file is taken. `titles`: the sentences over the head.
 */
export function recordsSheet(
  db: Database,
  sights: readonly Sight[],
  actor: Actor,
  question: Omit<RecordQuestion, 'limit' | 'after'>,
  programmes: ReadonlyMap<string, Programme>,
  language: Language,
  titles: Pick<ListOut, 'title' | 'scope' | 'asOf'>,
): ListOut {
  const { head } = houseWords(language)
  const one = question.programme ? programmes.get(question.programme) : undefined
  const fields = one ? fieldColumns(one, language) : []
  const columns: ColumnOut[] = [
    { head: head.day, kind: 'day' },
    ...(one ? [] : [{ head: head.programme, kind: 'text' as const }]),
    { head: head.unit, kind: 'text' },
    ...(one ? [] : [{ head: head.title, kind: 'text' as const }]),
    ...fields.map(({ head, kind }) => ({ head, kind })),
    { head: head.phase, kind: 'text' },
    { head: head.code, kind: 'text' },
  ]
  const cells = (line: RecordLine): RowOut => [
    line.day,
    ...(one ? [] : [line.programmeName]),
    line.unit.name,
    ...(one ? [] : [line.title]),
    ...fields.map(({ name, kind }) => cell(line.values[name], kind)),
    line.phaseName,
    line.id,
  ]
  async function* rows(): AsyncGenerator<RowOut, void> {
    for (let after: string | null | undefined; after !== null; ) {
      const asked = { ...question, limit: page, after }
      const found = await inContext(db, actor.context, async tx => {
        const { rows, next } = await listRecords(tx, sights, actor.context, asked)
        return { lines: await recordLines(tx, rows, programmes, language), next }
      })
      for (const line of found.lines) yield cells(line)
      after = found.next
    }
  }
  return { ...titles, columns, rows: rows() }
}

type FieldColumn = { name: string; head: string; kind: ColumnOut['kind'] }

/** Every field of a programme that is not guarded, but for the day, which every row has. */
function fieldColumns(programme: Programme, language: Language): FieldColumn[] {
  const words = wordsFor(programme, language)
  return Object.entries(allFields(programme))
    .filter(([name, field]) => !field.guarded && name !== 'day')
    .map(([name, { kind }]) => ({
      name,
      head: words.field(name).label,
      kind: kind === 'day' ? 'day' : ['count', 'amount', 'number'].includes(kind) ? 'number' : 'text',
    }))
}

const cell = (value: unknown, kind: ColumnOut['kind']) =>
  value === undefined || value === null ? null : kind === 'number' ? Number(value) : String(value)

/** The access book as a workbook. */
export function accessSheet(
  programmes: Iterable<Programme>,
  language: Language,
  titles: Pick<ListOut, 'scope' | 'asOf'>,
): ListOut {
  const { access } = houseWords(language)
  return {
    title: access.sheet,
    ...titles,
    columns: access.head.map(head => ({ head, kind: 'text' })),
    rows: accessBook(programmes, language).map(line => [line.programme, line.command, line.post, line.where]),
  }
}
