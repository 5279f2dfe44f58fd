import { Link } from 'wouter'
import { Bars } from '../bars.tsx'
import { clockOf, dayText, spanText } from '../days.ts'
import { useDoor } from '../door.ts'
import { Figure } from '../figure.tsx'
import { usePageTitle } from '../page-title.ts'
import type { Me, Opened as OpenedFigure } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { useKeys } from './keys.ts'
import { OpenedRecords } from './opened-records.tsx'
import { OpenedSplit } from './opened-split.tsx'
import { Page } from './page.tsx'
import { queryText } from './query.ts'
import './figures.css'

/** A number, opened: how it is made up, its 口径, what changed since it was issued, its parts, and the records behind it. */
export default function Opened({ me, handle }: { me: Me; handle: string }) {
  const t = useWords()
  const asked = useDoor('handle', { params: { handle } })
  const opened = asked.data
  usePageTitle(opened?.cell.name ?? t('figures.opened'))
  useKeys({ Escape: () => history.back() })
  if (!opened)
    return (
      <Page title={t('figures.opened')}>
        {asked.error ? <Trouble error={asked.error} again={() => void asked.refetch()} /> : <Bars rows={10} />}
      </Page>
    )
  return (
    <main id="page" tabIndex={-1} className="opened">
      <div className="split">
        <section aria-label={t('figures.thisFigure')}>
          <h1>{opened.cell.name}</h1>
          <p className="scope">
            {t('common.opened.scope', { unit: opened.unit.name, span: spanText(opened.from, opened.to, me.today) })}
            {t('figures.at', { day: dayText(opened.asOf.slice(0, 10), me.today), at: clockOf(opened.asOf) })}
            {opened.tree === 'as-was' && `　${t('figures.trees.as-was')}`}
          </p>
          <p className="one">
            <Figure value={opened.cell.recorded} hidden={opened.cell.hidden} unit={opened.cell.countUnit} />
          </p>
          <Made opened={opened} />
          <div className="blk">
            <h2>
              {t('common.opened.definition')}
              <span className="r note">{t('common.opened.version', { version: opened.indicator.version })}</span>
            </h2>
            <p className="read">{opened.indicator.definition}</p>
            <p className="note">{t(`figures.kinds.${opened.indicator.kind}`)}</p>
          </div>
          {opened.issued && <SinceIssue opened={opened} today={me.today} />}
          <OpenedSplit opened={opened} />
          <div className="blk">
            <Link
              className="act"
              href={`/figures${queryText({ i: opened.cell.indicator, unit: opened.unit.no, from: opened.from, to: opened.to })}`}
            >
              {t('figures.inTable')}
            </Link>
          </div>
        </section>
        <OpenedRecords handle={handle} opened={opened} today={me.today} />
      </div>
    </main>
  )
}

/** Recorded, opening, reported: side by side, never added. */
function Made({ opened }: { opened: OpenedFigure }) {
  const t = useWords()
  const { cell } = opened
  return (
    <dl className="made">
      <div>
        <dt>{t('figures.recorded')}</dt>
        <dd>
          <Figure value={cell.recorded} hidden={cell.hidden} unit={cell.countUnit} />
        </dd>
      </div>
      {cell.top !== null && cell.bottom !== null && (
        <div>
          <dt>{t('figures.rate')}</dt>
          <dd>
            <Figure value={cell.top} /> / <Figure value={cell.bottom} />
          </dd>
        </div>
      )}
      {cell.unnamed !== null && (
        <div>
          <dt>{t('figures.unnamed')}</dt>
          <dd>
            <Figure value={cell.unnamed} unit="人次" />
          </dd>
        </div>
      )}
      {(['opening', 'reported'] as const).map(source => (
        <div key={source}>
          <dt>
            <i className={`mark src ${source === 'opening' ? 'o' : 'r'}`} />
            {t(`figures.${source}`)}
          </dt>
          {cell[source].length === 0 && <dd className="dim">{t('figures.none')}</dd>}
          {cell[source].map(aside => (
            <dd key={aside.handle} title={aside.source}>
              <Figure value={aside.value} handle={aside.handle} unit={cell.countUnit} source={source} />
              <p className="note">{aside.source}</p>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

/** What it was when it was issued, what it is now, and why. */
function SinceIssue({ opened, today }: { opened: OpenedFigure; today: string }) {
  const t = useWords()
  const { issued, cell } = opened
  if (!issued) return null
  return (
    <div className="blk">
      <h2>
        {t('figures.since')}
        <span className="r note">{issued.title}</span>
      </h2>
      <div className="diff">
        <span>
          <span className="note">{t('figures.issuedOn', { day: dayText(issued.at.slice(0, 10), today) })}</span>
          <br />
          <Figure value={issued.value} bare />
        </span>
        <span className="dim">→</span>
        <span>
          <span className="note">{t('figures.now')}</span>
          <br />
          <Figure value={cell.recorded} bare />
          {issued.value !== null && cell.recorded !== null && cell.recorded !== issued.value && (
            <span className="delta">
              <Figure value={cell.recorded - issued.value} bare signed />
            </span>
          )}
        </span>
      </div>
      <p className="why">
        {issued.causes.map(each => (
          <span key={each.cause}>
            {each.cause} <Figure value={each.change} bare signed />
          </span>
        ))}
        <span className="note">{t('figures.stays')}</span>
      </p>
    </div>
  )
}
