import { Link } from 'wouter'
import { Figure } from '../figure.tsx'
import type { Cell, UnitBrief } from '../shapes.ts'
import { useWords } from '../words.ts'
import { stepOf, stepsOf } from './steps.ts'

export type Tile = { unit: UnitBrief; col: number; row: number }
type Props = { tiles: readonly Tile[]; cells: ReadonlyMap<number, Cell>; mine: ReadonlySet<number> }

/** One square a unit, placed by bearing, five steps of indigo with printed limits; name and value in every square. */
export function TileMap({ tiles, cells, mine }: Props) {
  const t = useWords()
  const limits = stepsOf([...cells.values()].flatMap(cell => (cell.recorded === null ? [] : [cell.recorded])))
  const first = { col: Math.min(...tiles.map(tile => tile.col)), row: Math.min(...tiles.map(tile => tile.row)) }
  const across = Math.max(...tiles.map(tile => tile.col)) - first.col + 1
  return (
    <>
      <div
        className={`tiles${tiles.length > 30 ? ' many' : ''}`}
        style={{ gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))` }}
      >
        {tiles.map(({ unit, col, row }) => {
          const cell = cells.get(unit.no)
          const step = cell && cell.recorded !== null && !cell.hidden ? stepOf(cell.recorded, limits) : 0
          const place = { gridColumn: col - first.col + 1, gridRow: row - first.row + 1 }
          return (
            <Link
              key={unit.no}
              className={`tile s${step}${mine.has(unit.no) ? ' on' : ''}`}
              style={place}
              href={cell ? `/figures/${encodeURIComponent(cell.handle)}` : `/units/${unit.no}`}
            >
              <span title={unit.name}>{placeName(unit.short)}</span>
              {cell && <Figure cell={cell} bare still />}
            </Link>
          )
        })}
      </div>
      <Key limits={limits} label={t('figures.map.key')} />
    </>
  )
}

/** 南关区妇联 → 南关: a tile has room for the name of the place. */
const placeName = (short: string): string => short.replace(/妇联$/, '').replace(/^(.{2,})[市县区旗镇乡]$/, '$1')

/** The printed limits of the steps. */
export function Key({ limits, label }: { limits: readonly number[]; label: string }) {
  const t = useWords()
  if (limits.length === 0) return null
  return (
    <p className="key" aria-label={label}>
      <span className="k">
        <i className="s1" />
        <Figure value={limits[0] ?? 0} bare />
        {t('figures.map.under')}
      </span>
      {limits.map((limit, index) => {
        const next = limits[index + 1]
        return (
          <span className="k" key={limit}>
            <i className={`s${index + 2}`} />
            <Figure value={limit} bare />
            {next === undefined ? t('figures.map.over') : '—'}
            {next !== undefined && <Figure value={next} bare />}
          </span>
        )
      })}
    </p>
  )
}
