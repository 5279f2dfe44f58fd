import { Link, useLocation } from 'wouter'
import { Bars } from '../bars.tsx'
import { clockOf, dayText, weekday } from '../days.ts'
import { useDoor } from '../door.ts'
import { Figure } from '../figure.tsx'
import { countWord } from '../number.ts'
import { Quiet } from '../quiet.tsx'
import { homeUnit, keepsOnly } from '../session.ts'
import type { Cell, Me, UnitBrief, Waiting } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { waitLink } from '../wait-link.ts'
import { isSaid, useWords } from '../words.ts'
import { Clock } from './clock.tsx'
import { Jot } from './jot.tsx'
import { useRows } from './keys.ts'
import { Page } from './page.tsx'
import './one.css'
import './today.css'

/** My unit today: what waits for me, 记一笔, and the year so far. */
export function Today({ me }: { me: Me }) {
  const t = useWords()
  const [, go] = useLocation()
  const unit = homeUnit(me)
  const today = useDoor('today', { query: unit ? { unit: unit.no } : {} })
  const data = today.data
  const groups = groupsOf(data?.waiting ?? [])
  const inOrder = groups.flatMap(group => group.rows)
  const { rowProps } = useRows(inOrder, row => go(waitLink(row.link)))
  const count = inOrder.length
  return (
    <Page
      className="today"
      title={t('desk.nav.today')}
      head={
        data
          ? t(count ? 'desk.today.waits' : 'desk.today.nothing', { count, word: countWord(count) })
          : t('desk.nav.today')
      }
      scope={t('desk.today.scope', {
        day: dayText(me.today, me.today),
        weekday: weekday(me.today),
        at: data ? clockOf(data.asOf) : '',
        unit: unit?.name ?? '',
      })}
    >
      <div className="cols">
        <section className="wait" aria-label={t('desk.today.list')}>
          {today.isPending && <Bars rows={7} />}
          {today.error && <Trouble error={today.error} again={() => void today.refetch()} />}
          {data && count === 0 && !keepsOnly(me) && <Quiet why={t('desk.today.nothingWhy')} />}
          {keepsOnly(me) && <Keeping />}
          {groups.map(group => (
            <div key={group.key}>
              <h2 className="group">{t(`desk.today.${group.key}`)}</h2>
              <ul>
                {group.rows.map(row => (
                  <li key={`${row.kind} ${row.link} ${row.title}`} {...rowProps(inOrder.indexOf(row))}>
                    <Clock when={row.when} due={row.due} today={me.today} />
                    <div>
                      <p className="what">{row.title}</p>
                      <p className="note">{row.detail}</p>
                    </div>
                    <Link className="act" href={waitLink(row.link)}>
                      {t(isSaid(`desk.wait.${row.kind}`) ? `desk.wait.${row.kind}` : 'desk.wait.other')}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
        <div>
          <Jot me={me} />
          {data && data.recent.length > 0 && (
            <section className="just">
              <h2 className="note">{t('desk.today.recent')}</h2>
              <ul>
                {data.recent.slice(0, 6).map(row => (
                  <li key={row.id}>
                    <Link href={`/records/${row.shard}/${row.id}`}>
                      <time dateTime={row.day}>{dayText(row.day, me.today)}</time>
                      <span className="t">{row.title || row.programmeName}</span>
                      <span className="at">{row.unit.short}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
      {data && data.figures.length > 0 && (
        <section className="year">
          <div className="h">
            <h2>{t('desk.today.year', { unit: data.unit.short })}</h2>
            <Link className="act" href={`/units/${data.unit.no}/year`}>
              {t('desk.today.all')}
            </Link>
            <span className="note">{t('desk.today.yearWhat')}</span>
          </div>
          <div className="row big">
            {data.figures.slice(0, 10).map(cell => (
              <div key={`${cell.indicator} ${cell.slice}`}>
                <Figure cell={cell} />
                <p className="note">
                  {cell.name}
                  {cell.unnamed ? (
                    <>
                      　{t('common.figure.also')} <Figure value={cell.unnamed} unit="人次" />{' '}
                      {t('common.figure.unnamed')}
                    </>
                  ) : null}
                </p>
              </div>
            ))}
          </div>
        </section>
      )}
      {data && data.children.length > 0 && <Below rows={data.children} level={data.children[0]?.unit.level ?? 0} />}
    </Page>
  )
}

/** What an administrator is here for, which no list of waiting things tells her: who works needs an account first. */
function Keeping() {
  const t = useWords()
  const ways = [
    ['accounts', '/office/accounts'],
    ['units', '/units'],
    ['settings', '/office/settings'],
  ] as const
  return (
    <div>
      <h2 className="group">{t('desk.today.keep.title')}</h2>
      <ul className="keeping">
        {ways.map(([key, path]) => (
          <li key={key}>
            <div>
              <p className="what">{t(`desk.today.keep.${key}`)}</p>
              <p className="note">{t(`desk.today.keep.${key}Why`)}</p>
            </div>
            <Link className="act" href={path}>
              {t('desk.wait.other')}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Today first; then late, soon, later, as they come. */
function groupsOf(waiting: readonly Waiting[]) {
  const order = { late: 0, today: 1, soon: 2, later: 3 }
  const rest = waiting.filter(row => row.when !== 'today').sort((a, b) => order[a.when] - order[b.when])
  return [
    { key: 'now', rows: waiting.filter(row => row.when === 'today') },
    { key: 'coming', rows: rest },
  ].filter(group => group.rows.length)
}

/** The units directly below, in their official order, with the same figures. */
function Below({ rows, level }: { rows: { unit: UnitBrief; cells: Cell[] }[]; level: number }) {
  const t = useWords()
  const heads = rows[0]?.cells ?? []
  if (heads.length === 0) return null
  return (
    <section className="below scroller">
      <div className="sec">
        <h2>{t('desk.today.below', { level: t(`common.levels.${level}`) })}</h2>
        <span className="note">{t('desk.today.belowWhat')}</span>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('desk.unit')}</th>
            {heads.map(cell => (
              <th scope="col" className="num" key={`${cell.indicator} ${cell.slice}`}>
                {cell.name}（{t(`common.units.${cell.countUnit}`)}）
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.unit.no}>
              <th scope="row">
                <Link href={`/units/${row.unit.no}/year`}>{row.unit.short}</Link>
              </th>
              {row.cells.map(cell => (
                <td className="num" key={`${cell.indicator} ${cell.slice}`}>
                  <Figure cell={cell} bare />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
