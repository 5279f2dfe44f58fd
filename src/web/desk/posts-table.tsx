import CircleAlert from 'lucide-react/icons/triangle-alert'
import Clock from 'lucide-react/icons/clock'
import { Link } from 'wouter'
import { daysBetween, dayText, leftText } from '../days.ts'
import { Quiet } from '../quiet.tsx'
import type { Held, UnitPage } from '../shapes.ts'
import { useWords } from '../words.ts'
import { axisOf, placeOn } from './axis.ts'

type Seat = { kind: string; kindName: string; seats: number; filled: number }
type Props = { held: readonly Held[]; seats: readonly Seat[]; today: string; unit: UnitPage }

/** Posts and who holds them, all terms on one axis with one madder line for today; empty seats stand as what they are. */
export function PostsTable({ held, seats, today, unit }: Props) {
  const t = useWords()
  const kinds = [...new Set([...seats.map(seat => seat.kind), ...held.map(each => each.kind)])]
  const rows = [...held].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.since.localeCompare(b.since))
  const vacant = seats.filter(seat => seat.seats > seat.filled)
  if (rows.length === 0 && vacant.length === 0)
    return (
      <Quiet why={t('office.posts.none', { unit: unit.name })}>
        <Link className="act" href="/record">
          {t('office.posts.record')}
        </Link>
      </Quiet>
    )
  const axis = axisOf(
    rows.map(row => ({ from: row.since, to: row.until ?? today })),
    today,
  )
  return (
    <div className="scroller" tabIndex={0}>
      <table className="posts gantt" style={{ '--now': `${placeOn(axis, today)}%` } as React.CSSProperties}>
        <thead>
          <tr>
            <th scope="col">{t('office.posts.post')}</th>
            <th scope="col">{t('office.posts.who')}</th>
            <th scope="col">{t('office.posts.term')}</th>
            <th scope="col">{t('office.posts.since')}</th>
            <th scope="col" className="g">
              <span className="vh">{t('office.posts.span')}</span>
              <span className="axis" aria-hidden="true">
                {axis.years.map(year => (
                  <span key={year} style={{ left: `${placeOn(axis, `${year}-01-01`)}%` }}>
                    {year}
                  </span>
                ))}
                <span className="today" style={{ left: 'var(--now)' }}>
                  {t('office.posts.today')}
                </span>
              </span>
            </th>
            <th scope="col" style={{ width: 150, paddingLeft: 20 }}>
              {t('office.posts.until')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={`${row.person} ${row.kind} ${row.since}`}>
              <th scope="row">{row.kindName}</th>
              <td>
                {row.record ? <Link href={`/records/${row.record.shard}/${row.record.id}`}>{row.name}</Link> : row.name}
              </td>
              <td className="dim">{row.term}</td>
              <td className="w">{dayText(row.since, today)}</td>
              <td className="g">
                <TermBar row={row} today={today} axis={axis} />
              </td>
              <td style={{ paddingLeft: 20 }}>
                <Until until={row.until} today={today} />
              </td>
            </tr>
          ))}
          {vacant.map(seat => (
            <tr key={seat.kind}>
              <th scope="row">{seat.kindName}</th>
              <td className="ochre">{t('office.posts.vacant', { count: seat.seats - seat.filled })}</td>
              <td />
              <td />
              <td className="g" />
              <td style={{ paddingLeft: 20 }}>
                <Link className="act" href="/record">
                  {t('office.posts.fill')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type BarProps = { row: Held; today: string; axis: ReturnType<typeof axisOf> }

function TermBar({ row, today, axis }: BarProps) {
  const from = placeOn(axis, row.since)
  const to = placeOn(axis, row.until ?? today)
  const late = row.until !== null && row.until < today
  const soon = row.until !== null && !late && daysBetween(today, row.until) <= 183
  return (
    <span className="term">
      <i className={`b${soon ? ' end' : ''}`} style={{ left: `${from}%`, width: `${Math.max(0, to - from)}%` }} />
      {late && <i className="late" style={{ left: `${to}%` }} />}
    </span>
  )
}

function Until({ until, today }: { until: string | null; today: string }) {
  const t = useWords()
  if (!until) return <span className="dim">{t('office.posts.open')}</span>
  if (until < today)
    return (
      <span className="tag cinnabar" title={dayText(until, today)}>
        <CircleAlert />
        {leftText(until, today)}
      </span>
    )
  if (daysBetween(today, until) <= 183)
    return (
      <span className="tag ochre" title={dayText(until, today)}>
        <Clock />
        {leftText(until, today)}
      </span>
    )
  return <span className="dim">{dayText(until, today)}</span>
}
