import { lazy, Suspense, useMemo } from 'react'
import { useDoor } from '../door.ts'
import type { Cell, IndicatorWords, Me } from '../shapes.ts'
import { useWords } from '../words.ts'
import type { Question } from './question.ts'
import { TileMap } from './tile-map.tsx'

const BoundaryMap = lazy(() => import('./boundary-map.tsx'))
const Lines = lazy(() => import('./lines.tsx'))

type Props = { me: Me; indicator: IndicatorWords; question: Question }

/** Beside the table: the first indicator on the map, and month by month. */
export function FiguresAside({ me, indicator, question }: Props) {
  const t = useWords()
  const map = useDoor('map', { query: { unit: question.unit } }, { fresh: 300_000 })
  const tiles = map.data?.tiles ?? []
  const by = useDoor(
    'figures',
    // the tiles of a province are its counties
    {
      body: {
        ...question,
        indicators: [indicator.key],
        rows: tiles[0]?.unit.level === 3 ? 'counties' : 'children',
        columns: 'none',
      },
    },
    { enabled: tiles.length > 0 },
  )
  const cells = useMemo(
    () =>
      new Map<number, Cell>(
        (by.data?.rows ?? []).flatMap(row => (row.unit && row.cells[0] ? [[row.unit.no, row.cells[0]] as const] : [])),
      ),
    [by.data],
  )
  const year = Number(question.to.slice(0, 4))
  const months = useDoor(
    'figures',
    {
      body: {
        ...question,
        indicators: [indicator.key],
        rows: 'indicators',
        columns: 'months',
        from: `${year - 1}-01-01`,
        to: `${year}-12-31`,
      },
    },
    { enabled: indicator.kind !== 'rate' },
  )
  const mine = new Set(me.posts.map(post => post.unit.no))
  const values = months.data?.rows[0]?.cells.map(cell => cell.recorded) ?? []
  const thisYear = me.today.slice(0, 4) === String(year)
  const open = Number(me.today.slice(5, 7))
  return (
    <aside>
      {tiles.length > 1 && cells.size > 0 && (
        <section>
          <div className="sec">
            <h2>{indicator.name}</h2>
            <span className="r note">{t(map.data?.boundaries ? 'figures.map.trueShort' : 'figures.map.tiles')}</span>
          </div>
          {map.data?.boundaries && map.data.approval ? (
            <Suspense fallback={<div className="map" />}>
              <BoundaryMap boundaries={map.data.boundaries} approval={map.data.approval} tiles={tiles} cells={cells} />
            </Suspense>
          ) : (
            <TileMap tiles={tiles} cells={cells} mine={mine} />
          )}
        </section>
      )}
      {values.length >= 24 && values.some(value => value !== null) && (
        <div className={tiles.length > 1 ? 'gapv' : undefined}>
          <Suspense fallback={<div className="chart" />}>
            <Lines
              title={t('figures.months', { name: indicator.name })}
              unit={indicator.unit}
              lastYear={values.slice(0, 12)}
              values={values.slice(12, 24).map((value, i) => (thisYear && i >= open ? null : value))}
              {...(thisYear ? { open } : {})}
            />
          </Suspense>
        </div>
      )}
    </aside>
  )
}
