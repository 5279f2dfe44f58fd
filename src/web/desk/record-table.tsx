import { Link } from 'wouter'
import { dayText } from '../days.ts'
import { screensOf } from '../patterns.ts'
import type { Asked, Declaration, RecordLine } from '../shapes.ts'
import { listMark, useWords } from '../words.ts'

type Props = {
  rows: readonly RecordLine[]
  programme?: Declaration
  today: string
  look: (row: RecordLine) => void
  rowProps: (index: number) => object
}

/** Records as a register: day, unit, what, and the answers its way of working shows in columns. */
export function RecordTable({ rows, programme, today, look, rowProps }: Props) {
  const t = useWords()
  const columns = programme ? columnsOf(programme) : []
  return (
    <div className="scroller" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('desk.day')}</th>
            <th scope="col">{t('desk.unit')}</th>
            <th scope="col">{t('desk.what')}</th>
            {!programme && <th scope="col">{t('desk.programme')}</th>}
            {columns.map(column => (
              <th scope="col" key={column.name} className={isNumber(column) ? 'num' : undefined}>
                {column.words.label}
              </th>
            ))}
            <th scope="col">{t('desk.phase')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id} {...rowProps(index)}>
              <td className="w">{dayText(row.day, today)}</td>
              <td className="w">{row.unit.short}</td>
              <td>
                <Link
                  href={`/records/${row.shard}/${row.id}`}
                  onClick={event => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey || window.innerWidth < 760) return
                    event.preventDefault()
                    look(row)
                  }}
                >
                  {row.title || row.programmeName}
                </Link>
              </td>
              {!programme && <td className="dim">{row.programmeName}</td>}
              {columns.map(column => (
                <td key={column.name} className={isNumber(column) ? 'num' : undefined}>
                  {saidValue(row.values[column.name], column)}
                </td>
              ))}
              <td className="w">{row.phaseName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const isNumber = (field: Asked) => field.kind === 'count' || field.kind === 'number' || field.kind === 'amount'

/** The pattern's own columns, then up to two of the programme's choices. */
function columnsOf(programme: Declaration): Asked[] {
  const named = screensOf(programme.pattern).columns
  const pattern = named.flatMap(name => programme.fields.filter(field => field.name === name))
  const choices = programme.fields.filter(field => field.kind === 'choice' && !named.includes(field.name)).slice(0, 2)
  return [...pattern, ...choices].slice(0, 4)
}

/** One answer in a cell: words as the server gives them, choices by their names. */
export function saidValue(value: unknown, field: Asked): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'choice') return field.words.options?.[String(value)] ?? String(value)
  if (Array.isArray(value))
    return value.map(each => field.words.options?.[String(each)] ?? String(each)).join(listMark())
  if (typeof value === 'object')
    return Object.values(value)
      .filter(each => typeof each === 'string')
      .join(' ')
  return String(value)
}
