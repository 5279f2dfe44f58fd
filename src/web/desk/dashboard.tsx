import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { Bars } from '../bars.tsx'
import { clockOf } from '../days.ts'
import { useDoor } from '../door.ts'
import { Figure } from '../figure.tsx'
import { Quiet } from '../quiet.tsx'
import type { Cell, Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { Page } from './page.tsx'
import { Options, Pick } from './pick.tsx'
import { queryText, useQueryState } from './query.ts'
import { UnitPick } from './unit-pick.tsx'
import { useLocation } from 'wouter'
import './figures.css'
import './dashboard.css'

const Lines = lazy(() => import('./lines.tsx'))

/** A unit's year: every indicator that has something to say, chapter by chapter, and the main ones month by month. */
export default function Dashboard({ me, no }: { me: Me; no: number }) {
  const t = useWords()
  const [, go] = useLocation()
  const [search, change] = useQueryState()
  const thisYear = Number(me.today.slice(0, 4))
  const year = Number(search.get('year')) || thisYear
  const board = useDoor('dashboard', { params: { no }, query: { year } }, { keep: true })
  const indicators = useDoor('indicators', { query: {} }, { fresh: 300_000 }).data?.rows ?? []
  const nameOf = (key: string) => indicators.find(each => each.key === key)
  const cells = board.data?.chapters.flatMap(each => each.cells) ?? []
  const chapters = (board.data?.chapters ?? [])
    .map(each => ({ ...each, cells: each.cells.filter(saysSomething) }))
    .filter(each => each.cells.length)
  return (
    <Page
      className="figures"
      title={t('figures.board', { unit: board.data?.unit.short ?? '', year })}
      scope={
        <>
          {t('desk.scope.name')}{' '}
          <UnitPick
            me={me}
            no={no}
            change={next => go(`/units/${next}/year${queryText({ year: search.get('year') })}`)}
          />
          ，{t('desk.span.name')}{' '}
          <Pick name={t('desk.span.name')} label={t('common.year', { year })}>
            {close => (
              <Options
                now={String(year)}
                pick={key => {
                  change({ year: key === String(thisYear) ? undefined : key })
                  close()
                }}
                rows={Array.from({ length: 8 }, (_, i) => thisYear - i).map(each => ({
                  key: String(each),
                  name: t('common.year', { year: each }),
                }))}
              />
            )}
          </Pick>
          {board.data && t('figures.boardAt', { at: clockOf(board.data.asOf) })}
        </>
      }
      acts={
        <>
          <Link className="btn" href={`/units/${no}`}>
            {t('figures.unitPage')}
          </Link>
          <Link className="btn" href={`/figures${queryText({ unit: no })}`}>
            {t('figures.inTable')}
          </Link>
        </>
      }
    >
      {board.isPending && <Bars rows={12} />}
      {board.error && <Trouble error={board.error} again={() => void board.refetch()} />}
      {board.data && chapters.length === 0 && (
        <Quiet why={t('figures.boardNone', { unit: board.data.unit.short, year })}>
          <Link className="act" href="/record">
            {t('desk.nav.record')}
          </Link>
        </Quiet>
      )}
      <div className="board">
        {chapters.map(chapter => (
          <section key={chapter.chapter}>
            <div className="sec">
              <h2>{chapter.name}</h2>
            </div>
            <ul>
              {chapter.cells.map(cell => (
                <Line key={`${cell.indicator} ${cell.slice}`} cell={cell} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {board.data && board.data.months.length > 0 && (
        <div className="lines">
          <Suspense>
            {board.data.months
              .filter(each => each.values.some(value => value !== null))
              .map(each => (
                <Lines
                  key={each.indicator}
                  title={t('figures.months', {
                    name:
                      cells.find(cell => cell.indicator === each.indicator)?.name ?? nameOf(each.indicator)?.name ?? '',
                  })}
                  unit={
                    cells.find(cell => cell.indicator === each.indicator)?.countUnit ??
                    nameOf(each.indicator)?.unit ??
                    ''
                  }
                  values={
                    year === thisYear
                      ? each.values.map((v, i) => (i < Number(me.today.slice(5, 7)) ? v : null))
                      : each.values
                  }
                  lastYear={each.lastYear}
                  {...(year === thisYear ? { open: Number(me.today.slice(5, 7)) } : {})}
                />
              ))}
          </Suspense>
        </div>
      )}
    </Page>
  )
}

const saysSomething = (cell: Cell) =>
  cell.recorded !== null || cell.hidden !== null || cell.opening.length > 0 || cell.reported.length > 0

function Line({ cell }: { cell: Cell }) {
  const t = useWords()
  return (
    <li>
      <span>{cell.name}</span>
      <Figure cell={cell} />
      {cell.unnamed ? (
        <span className="note">
          {t('common.figure.also')} <Figure value={cell.unnamed} unit="人次" /> {t('common.figure.unnamed')}
        </span>
      ) : null}
      {(['opening', 'reported'] as const).flatMap(source =>
        cell[source].map(aside => (
          <span key={aside.handle} className="note">
            {t(`figures.${source}`)}{' '}
            <Figure value={aside.value} handle={aside.handle} unit={cell.countUnit} source={source} />　{aside.source}
          </span>
        )),
      )}
    </li>
  )
}
