import { useState } from 'react'
import { Bars } from '../bars.tsx'
import { clockOf } from '../days.ts'
import { useDoor } from '../door.ts'
import { Figure } from '../figure.tsx'
import { usePageTitle } from '../page-title.ts'
import { Quiet } from '../quiet.tsx'
import { homeUnit, keepsOnly } from '../session.ts'
import type { Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { HomeBar } from './bar.tsx'
import { Nav } from './nav.tsx'

/** The figures of my unit in a year, chapter by chapter; each opens to its records. */
export default function Figures({ me }: { me: Me }) {
  const t = useWords()
  usePageTitle(t('field.nav.figures'))
  const unit = homeUnit(me)
  const thisYear = Number(me.today.slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const board = useDoor(
    'dashboard',
    { params: { no: unit?.no ?? 0 }, query: { year } },
    { enabled: unit !== undefined && !keepsOnly(me), keep: true },
  )
  const chapters = (board.data?.chapters ?? [])
    .map(each => ({ ...each, cells: each.cells.filter(cell => cell.recorded || cell.hidden || cell.opening.length) }))
    .filter(each => each.cells.length)
  return (
    <>
      <HomeBar unit={unit?.name ?? me.name} right={null} />
      <main>
        <h1>{t('field.figures.title', { year })}</h1>
        <p className="scope">
          {t('field.figures.what', { unit: unit?.short ?? '' })}
          {board.data && t('field.figures.asOf', { at: clockOf(board.data.asOf) })}
        </p>
        <div className="seg" style={{ paddingTop: 4 }}>
          {[thisYear, thisYear - 1, thisYear - 2].map(each => (
            <label key={each}>
              <input type="radio" name="year" checked={each === year} onChange={() => setYear(each)} />
              <span>{t('common.year', { year: each })}</span>
            </label>
          ))}
        </div>
        {keepsOnly(me) && <Quiet why={t('common.keeper.figures')} />}
        {board.isLoading && <Bars rows={8} />}
        {board.error && <Trouble error={board.error} again={() => void board.refetch()} />}
        {board.data && chapters.length === 0 && <Quiet why={t('field.figures.none', { year })} />}
        {chapters.map(chapter => (
          <section key={chapter.chapter}>
            <div className="sec">
              <h2>{chapter.name}</h2>
            </div>
            <ul className="rows">
              {chapter.cells.map(cell => (
                <li key={`${cell.indicator} ${cell.slice}`}>
                  <div>
                    <p>{cell.name}</p>
                    <span className="nw">
                      <Figure cell={cell} />
                    </span>
                    {cell.unnamed ? (
                      <p className="note">
                        {t('common.figure.also')} <Figure value={cell.unnamed} unit="人次" />{' '}
                        {t('common.figure.unnamed')}
                      </p>
                    ) : null}
                    {cell.opening.map(aside => (
                      <p className="note" key={aside.handle}>
                        {t('common.figure.besides')}{' '}
                        <Figure value={aside.value} handle={aside.handle} unit={cell.countUnit} source="opening" />
                      </p>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </main>
      <Nav />
    </>
  )
}
