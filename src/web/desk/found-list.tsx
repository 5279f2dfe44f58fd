import { useEffect, useRef, useState } from 'react'
import type { FoundFigure } from '../shapes.ts'
import { useWords } from '../words.ts'

export type Judged = {
  no: number
  verdict: 'accepted' | 'rejected' | 'open'
  indicator?: string
  value?: number
  unit?: string
}
type Props = {
  figures: readonly FoundFigure[]
  at: number
  setAt: (no: number) => void
  judge: (judged: Judged) => Promise<void>
}

/** Every figure found, with the indicator it would belong to. */
export function FoundList({ figures, at, setAt, judge }: Props) {
  return (
    <ol className="found">
      {figures.map(each =>
        each.no === at ? (
          <Chosen key={each.no} figure={each} judge={judge} />
        ) : (
          <Line key={each.no} figure={each} choose={() => setAt(each.no)} />
        ),
      )}
    </ol>
  )
}

function Line({ figure, choose }: { figure: FoundFigure; choose: () => void }) {
  const t = useWords()
  const name = figure.candidates.find(each => each.key === figure.indicator)?.name
  return (
    <li>
      <button type="button" className="plain" onClick={choose}>
        <span className="raw">{figure.raw}</span>　{figure.measure}
      </button>
      <p className="note">
        {t(`papers.verdicts.${figure.verdict}`)}
        {name ? `　${name}` : ''}
      </p>
    </li>
  )
}

function Chosen({ figure, judge }: { figure: FoundFigure; judge: Props['judge'] }) {
  const t = useWords()
  const [value, setValue] = useState(figure.value === null ? '' : String(figure.value))
  const [unit, setUnit] = useState(figure.unit ?? '')
  const [indicator, setIndicator] = useState(figure.indicator ?? figure.candidates[0]?.key ?? '')
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => item.current?.scrollIntoView({ block: 'nearest' }), [])
  const accept = () =>
    judge({ no: figure.no, verdict: 'accepted', ...(indicator ? { indicator } : {}), value: Number(value), unit })
  return (
    <li className="at" ref={item} aria-current="true">
      <p>
        <span className="raw">{figure.raw}</span>　{figure.measure}
      </p>
      <p className="dim">“{figure.sentence}”</p>
      <div className="row">
        <label>
          <span className="vh">{t('papers.old.value')}</span>
          <input inputMode="decimal" value={value} onChange={event => setValue(event.target.value)} />
        </label>
        <label>
          <span className="vh">{t('papers.old.unit')}</span>
          <input style={{ width: 72 }} value={unit} onChange={event => setUnit(event.target.value)} />
        </label>
        {figure.bound && <span className="note">{t(`papers.bounds.${figure.bound}`)}</span>}
      </div>
      <div className="row">
        <label style={{ flex: 1 }}>
          <span className="vh">{t('papers.old.indicator')}</span>
          <select value={indicator} onChange={event => setIndicator(event.target.value)}>
            <option value="">{t('papers.old.noIndicator')}</option>
            {figure.candidates.map(each => (
              <option key={each.key} value={each.key}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="row">
        <button
          type="button"
          className="btn first"
          disabled={!indicator || value === '' || Number.isNaN(Number(value))}
          onClick={() => void accept()}
        >
          {t('papers.old.accept')}
        </button>
        <button type="button" className="btn" onClick={() => void judge({ no: figure.no, verdict: 'rejected' })}>
          {t('papers.old.reject')}
        </button>
        {figure.verdict !== 'open' && (
          <button type="button" className="act" onClick={() => void judge({ no: figure.no, verdict: 'open' })}>
            {t('papers.old.back')}
          </button>
        )}
      </div>
    </li>
  )
}
