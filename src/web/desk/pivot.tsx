import { useState } from 'react'
import { Link } from 'wouter'
import { Figure } from '../figure.tsx'
import type { Cell, FigureTable, IndicatorWords, Me } from '../shapes.ts'
import { useWords } from '../words.ts'
import { queryText } from './query.ts'
import type { Question } from './question.ts'
import './figures.css'

type Props = {
  table: FigureTable
  question: Question
  known: readonly IndicatorWords[]
  me: Me
  down: (no: number) => void
}
type Sort = { column: number; down: boolean } | undefined

/** Indicators × units or × months. Units stand in their official order until a head is pressed; mine is marked in the margin. */
export function Pivot({ table, question, known, me, down }: Props) {
  const t = useWords()
  const [sort, setSort] = useState<Sort>()
  const byUnits = question.rows !== 'indicators'
  const byIndicators = question.columns === 'indicators'
  const rows = sorted(table.rows, sort)
  const mine = new Set(me.posts.map(post => post.unit.no))
  const press = (column: number) =>
    setSort(now => (now?.column !== column ? { column, down: true } : now.down ? { column, down: false } : undefined))
  const unitOf = (key: string) => known.find(each => each.key === key.split('#')[0])?.unit ?? ''
  return (
    <>
      <div className="scroller" tabIndex={0}>
        <table className="pivot">
          <thead>
            {byIndicators && (
              <tr>
                <td />
                {table.columns.map(column => (
                  <th key={column.key} scope="col" className="num">
                    {column.name}
                  </th>
                ))}
              </tr>
            )}
            <tr>
              <th scope="col">{byUnits ? t(`figures.rowsOf${rows[0]?.unit?.level ?? 0}`) : t('figures.indicator')}</th>
              {table.columns.map((column, index) => (
                <th key={column.key} scope="col" className="num" aria-sort={ariaSort(sort, index)}>
                  {byUnits ? (
                    <button type="button" className="sort" onClick={() => press(index)}>
                      {byIndicators ? t(`common.units.${unitOf(column.key)}`) : column.name}
                      {sort?.column === index && (sort.down ? ' ↓' : ' ↑')}
                    </button>
                  ) : (
                    column.name
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.unit?.no ?? row.indicator} className={row.unit && mine.has(row.unit.no) ? 'me' : undefined}>
                <th scope="row">
                  {row.unit && row.unit.level < 5 ? (
                    <button type="button" className="down" onClick={() => row.unit && down(row.unit.no)}>
                      {row.unit.short}
                    </button>
                  ) : row.unit ? (
                    <Link href={`/units/${row.unit.no}/year`}>{row.unit.short}</Link>
                  ) : (
                    <Link href={`/figures${queryText({ i: row.indicator, unit: question.unit, by: 'units' })}`}>
                      {row.name}
                      <span className="note">　{t(`common.units.${unitOf(row.indicator ?? '')}`)}</span>
                    </Link>
                  )}
                </th>
                {row.cells.map((cell, index) => (
                  <td key={table.columns[index]?.key} className="num">
                    <Figure cell={cell} bare beside />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {table.total && (
            <tfoot>
              <tr className="sum">
                <th scope="row">{table.unit.short}</th>
                {table.total.map((cell, index) => (
                  <td key={table.columns[index]?.key} className="num">
                    <Figure cell={cell} bare beside />
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      <Legend cells={table.rows.flatMap(row => row.cells)} known={known} />
    </>
  )
}

const ariaSort = (sort: Sort, column: number) =>
  sort?.column === column ? (sort.down ? ('descending' as const) : ('ascending' as const)) : ('none' as const)

function sorted(rows: FigureTable['rows'], sort: Sort): FigureTable['rows'] {
  if (!sort) return rows
  const value = (row: FigureTable['rows'][number]) => row.cells[sort.column]?.recorded ?? -1
  return [...rows].sort((a, b) => (sort.down ? value(b) - value(a) : value(a) - value(b)))
}

/** Only the marks that occur are explained. */
function Legend({ cells, known }: { cells: Cell[]; known: readonly IndicatorWords[] }) {
  const t = useWords()
  const distinct = new Set(known.filter(each => ['persons', 'households'].includes(each.kind)).map(each => each.key))
  const says = [
    cells.some(cell => cell.recorded === null && !cell.hidden) && t('figures.legend.unreported'),
    cells.some(cell => cell.hidden) && t('figures.legend.hidden'),
    cells.some(cell => distinct.has(cell.indicator)) && t('figures.legend.distinct'),
  ].filter(Boolean)
  const opening = cells.some(cell => cell.opening.length)
  return (
    <p className="legend" style={{ marginTop: 12 }}>
      {opening && (
        <span>
          <i className="src o" />
          {t('figures.legend.opening')}
        </span>
      )}
      {says.map(each => (
        <span key={String(each)}>{each}</span>
      ))}
    </p>
  )
}
