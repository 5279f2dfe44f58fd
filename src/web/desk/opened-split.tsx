import { useState } from 'react'
import { Figure } from '../figure.tsx'
import type { Opened } from '../shapes.ts'
import { useWords } from '../words.ts'

const most = 12

/** By the units directly below, in their official order. */
export function OpenedSplit({ opened }: { opened: Opened }) {
  const t = useWords()
  const [all, setAll] = useState(false)
  const { split } = opened
  if (split.length === 0) return null
  const longest = Math.max(1, ...split.map(each => each.cell.recorded ?? 0))
  return (
    <div className="blk">
      <h2>
        {t(`figures.rowsOf${split[0]?.unit.level ?? 0}`)}
        {['persons', 'households'].includes(opened.indicator.kind) && (
          <span className="r note">{t('figures.legend.distinct')}</span>
        )}
      </h2>
      <div className="by">
        {(all ? split : split.slice(0, most)).map(({ unit, cell }) => (
          <div key={unit.no} style={{ display: 'contents' }}>
            <span>{unit.short}</span>
            <i style={{ width: `${((cell.recorded ?? 0) / longest) * 100}%` }} />
            <Figure cell={cell} bare />
          </div>
        ))}
      </div>
      {split.length > most && (
        <button type="button" className="act" onClick={() => setAll(!all)}>
          {t(all ? 'figures.fewer' : 'figures.others', { count: split.length - most })}
        </button>
      )}
    </div>
  )
}
