import type { ListOut } from '#papers/sheets/write-workbook'
import type { FigureQuestion } from '#views/figures'
import { houseWords } from '#views/house-words'
import type { Visitor } from './doors.ts'
import { tableOf } from './figures.ts'
import type { Office } from './office.ts'

type Cell = Awaited<ReturnType<typeof tableOf>>['rows'][number]['cells'][number]

/** A table of figures as a workbook: each number with a link that opens it to its records. */
export async function figuresSheet(
  office: Office,
  visitor: Visitor,
  question: FigureQuestion,
  asOf: string,
): Promise<ListOut> {
  const table = await tableOf(office, visitor, question)
  const words = houseWords(visitor.language)
  const link = (handle: string) => `${office.url()}/figures/${handle}`
  const rows = [...table.rows, ...(table.total ? [{ name: words.columns.all, cells: table.total }] : [])]
  // money is kept in fen and told in yuan
  const numberOf = ({ hidden, recorded, countUnit, handle }: Cell) => {
    if (hidden) return words.sheet.hidden
    return recorded === null ? null : { number: countUnit === '元' ? recorded / 100 : recorded, href: link(handle) }
  }
  const single = table.columns.length === 1 && table.columns[0]?.key === 'all'
  return {
    title: words.sheet.figures,
    scope: `${table.unit.name} ${question.from} — ${question.to}`,
    asOf,
    columns: [
      { head: words.sheet.name, kind: 'text' },
      ...table.columns.map(({ name }) => ({ head: name, kind: 'number' as const })),
      ...(single ? [{ head: words.sheet.unit, kind: 'text' as const }] : []),
      ...(single ? [{ head: words.sheet.source, kind: 'link' as const }] : []),
    ],
    rows: rows.map(({ name, cells }) => [
      name,
      ...cells.map(numberOf),
      ...(single ? [cells[0]?.countUnit, { text: words.sheet.open, href: link(cells[0]?.handle ?? '') }] : []),
    ]),
  }
}
