import { useState } from 'react'
import type { Declaration, IndicatorWords } from '../shapes.ts'
import { listMark, useWords } from '../words.ts'
import { Pick } from './pick.tsx'
import { byChapter } from './question.ts'

type Props = {
  programmes: readonly Declaration[]
  known: readonly IndicatorWords[]
  chosen: readonly string[]
  change: (keys: string[]) => void
}

/** 看什么: any number of indicators, found by their names, by chapter; each with its 口径 at hand. */
export function IndicatorPick({ programmes, known, chosen, change }: Props) {
  const t = useWords()
  const [text, setText] = useState('')
  const names = chosen.map(key => known.find(each => each.key === key)?.name ?? '')
  const label =
    names.length <= 1
      ? (names[0] ?? t('figures.pickOne'))
      : t('figures.picked', { first: names[0], others: names.slice(1, 4).join(listMark()), count: names.length })
  const toggle = (key: string) => change(chosen.includes(key) ? chosen.filter(each => each !== key) : [...chosen, key])
  const wanted = text.trim()
  return (
    <Pick name={t('figures.what')} label={label} wide>
      {() => (
        <>
          <div className="pad">
            <input
              className="in"
              type="search"
              aria-label={t('common.search')}
              placeholder={t('figures.findIndicator')}
              value={text}
              onChange={event => setText(event.target.value)}
            />
          </div>
          {byChapter(programmes, known).map(({ chapter, rows }) => {
            const shown = rows.filter(each => `${each.name}${each.from}${each.definition}`.includes(wanted))
            return shown.length === 0 ? null : (
              <fieldset key={chapter} className="pad">
                <legend className="note">{t(`common.chapters.${chapter}`)}</legend>
                {shown.map(each => (
                  <label key={each.key} className="tick" title={each.definition} style={{ display: 'flex' }}>
                    <input type="checkbox" checked={chosen.includes(each.key)} onChange={() => toggle(each.key)} />
                    <span>
                      {each.name}
                      <span className="note">　{each.from === each.name ? '' : each.from}</span>
                    </span>
                    <span className="note" style={{ marginLeft: 'auto' }}>
                      {t(`common.units.${each.unit}`)}
                    </span>
                  </label>
                ))}
              </fieldset>
            )
          })}
        </>
      )}
    </Pick>
  )
}
