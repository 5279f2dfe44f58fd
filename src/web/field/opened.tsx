import { Link } from 'wouter'
import { Bars } from '../bars.tsx'
import { dayText, spanText } from '../days.ts'
import { useDoor, useList } from '../door.ts'
import { Figure } from '../figure.tsx'
import { usePageTitle } from '../page-title.ts'
import type { Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { Bar } from './bar.tsx'

/** A number, opened: what it says, where from, and exactly the records behind it. */
export default function Opened({ me, handle }: { me: Me; handle: string }) {
  const t = useWords()
  const asked = useDoor('handle', { params: { handle } })
  const records = useList('handleRecords', { params: { handle }, query: { limit: 30 } })
  const opened = asked.data
  usePageTitle(opened?.cell.name ?? '')
  const rows = records.data?.pages.flatMap(page => page.rows) ?? []
  const [first] = records.data?.pages ?? []
  const most = Math.max(1, ...(opened?.split.map(each => each.cell.recorded ?? 0) ?? []))
  return (
    <>
      <Bar back="/figures" title={<h1 className="t">{opened?.cell.name ?? t('field.opened.title')}</h1>} />
      <main>
        {asked.error && <Trouble error={asked.error} again={() => void asked.refetch()} />}
        {asked.isPending && <Bars rows={6} />}
        {opened && (
          <>
            <p className="dim">
              {t('common.opened.scope', {
                unit: opened.unit.name,
                span: spanText(opened.from, opened.to, me.today),
              })}
            </p>
            <p className="one">
              <Figure value={opened.cell.recorded} hidden={opened.cell.hidden} unit={opened.cell.countUnit} />
            </p>
            {opened.cell.opening.map(aside => (
              <p key={aside.handle} className="dim">
                {t('common.figure.besides')}{' '}
                <Figure value={aside.value} handle={aside.handle} unit={opened.cell.countUnit} source="opening" />
                <span className="note">　{aside.source}</span>
              </p>
            ))}
            <div className="sec">
              <h2>{t('common.opened.definition')}</h2>
              <span className="note">{t('common.opened.version', { version: opened.indicator.version })}</span>
            </div>
            <p style={{ lineHeight: 1.8, paddingTop: 8 }}>{opened.indicator.definition}</p>
            {opened.split.length > 0 && (
              <>
                <div className="sec">
                  <h2>{t('common.opened.split')}</h2>
                </div>
                <div className="by">
                  {opened.split.map(({ unit, cell }) => (
                    <div key={unit.no} style={{ display: 'contents' }}>
                      <span>{unit.short}</span>
                      <i style={{ width: `${((cell.recorded ?? 0) / most) * 100}%` }} />
                      <Figure cell={cell} bare />
                    </div>
                  ))}
                </div>
              </>
            )}
            <div className="sec">
              <h2>{t('common.opened.records')}</h2>
              {first && (
                <span className="note">
                  {t('common.opened.openable')} <Figure value={first.openable} bare />
                </span>
              )}
            </div>
            {first?.closedBecause && <p className="note">{first.closedBecause}</p>}
            <ul className="rows">
              {rows.map(row => (
                <li key={`${row.shard} ${row.id}`}>
                  <Link href={`/records/${row.shard}/${row.id}`}>
                    <div>
                      <p>{row.title}</p>
                      <p className="note">
                        {dayText(row.day, me.today)}　{row.unit.short}
                      </p>
                    </div>
                    <Figure value={row.value} unit={opened.cell.countUnit} />
                  </Link>
                </li>
              ))}
            </ul>
            {records.hasNextPage && (
              <button type="button" className="act" onClick={() => void records.fetchNextPage()}>
                {t('common.more')}
              </button>
            )}
          </>
        )}
      </main>
    </>
  )
}
