import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { AnswerDay } from '../answer-day.tsx'
import { dayText, longDay } from '../days.ts'
import { useDoor } from '../door.ts'
import type { Me, UnitPage } from '../shapes.ts'
import { Bars } from '../bars.tsx'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { Options, Pick } from './pick.tsx'
import { DutyCards } from '../duty-cards.tsx'
import { PostsTable } from './posts-table.tsx'
import { queryText } from './query.ts'

const TreeDialog = lazy(() => import('./tree-dialog.tsx'))

/** One unit: where it stands, who is in post on a day, the names it had and where it belonged. */
export function UnitSheet({ me, unit }: { me: Me; unit: UnitPage }) {
  const t = useWords()
  const [on, setOn] = useState(me.today)
  const [command, setCommand] = useState<string | undefined>()
  const posts = useDoor('posts', { params: { no: unit.no }, query: { day: on } }, { keep: true })
  const parent = unit.path.at(-2) // the last is the unit itself
  const below = unit.children.reduce((sum, child) => sum + 1 + child.below, 0)
  return (
    <section>
      <div className="head" style={{ marginBottom: 0 }}>
        <div>
          <h1>{unit.name}</h1>
          <p className="scope">
            {t(`common.levels.${unit.level}`)}
            {unit.code && <span className="gap">{t('office.units.code', { code: unit.code })}</span>}
            {parent && (
              <span className="gap">
                {t('office.units.parent')}{' '}
                <Link className="madder u" href={`/units/${parent.no}`}>
                  {parent.name}
                </Link>
              </span>
            )}
            {unit.ends && <span className="cinnabar">　{t('office.units.closed', { day: longDay(unit.ends) })}</span>}
          </p>
        </div>
        <div className="acts">
          <Link className="btn" href={`/units/${unit.no}/year`}>
            {t('office.units.year')}
          </Link>
          <Link className="btn" href={`/records${queryText({ unit: unit.no })}`}>
            {t('desk.nav.records')}
          </Link>
          {unit.may.length > 0 && (
            <Pick name={t('office.units.change')} className="btn" label={t('office.units.change')}>
              {close => (
                <Options
                  now=""
                  rows={unit.may.map(key => ({ key, name: t(`office.tree.${key}`) }))}
                  pick={key => {
                    close()
                    setCommand(key)
                  }}
                />
              )}
            </Pick>
          )}
        </div>
      </div>
      <p className="facts">
        <span>
          {t('office.units.below')} <b>{below}</b>
        </span>
        {posts.data?.seats.map(seat => (
          <span key={seat.kind}>
            {seat.kindName}{' '}
            <b>{seat.seats ? t('office.units.seats', { filled: seat.filled, seats: seat.seats }) : seat.filled}</b>
          </span>
        ))}
      </p>
      <div className="sec">
        <h2>{t('office.units.posts')}</h2>
        <span className="note">{t('office.units.postsWhat')}</span>
        <span className="r" style={{ width: 170 }}>
          <AnswerDay
            aria={{ 'aria-label': t('office.units.on') }}
            value={on}
            today={me.today}
            change={day => day && setOn(day)}
          />
        </span>
      </div>
      {posts.error && <Trouble error={posts.error} again={() => void posts.refetch()} />}
      {posts.isPending && <Bars rows={6} />}
      {posts.data && <PostsTable held={posts.data.held} seats={posts.data.seats} today={me.today} unit={unit} />}
      {posts.data && <DutyCards unit={unit.no} />}
      {(unit.names.length > 1 || unit.links.length > 1) && (
        <div className="split" style={{ gridTemplateColumns: '1fr 1fr', marginTop: 32 }}>
          <Past
            title={t('office.units.names')}
            rows={unit.names.map(each => ({ ...each, what: each.name }))}
            today={me.today}
          />
          <Past
            title={t('office.units.links')}
            rows={unit.links.map(each => ({ ...each, what: each.parent.name, note: each.reason }))}
            today={me.today}
          />
        </div>
      )}
      <Suspense>
        {command && (
          <TreeDialog key={command} me={me} unit={unit} command={command} close={() => setCommand(undefined)} />
        )}
      </Suspense>
    </section>
  )
}

type Row = { what: string; note?: string; since: string; until: string | null }

/** What it was called, or where it belonged, from day to day. */
function Past({ title, rows, today }: { title: string; rows: Row[]; today: string }) {
  const t = useWords()
  return (
    <div>
      <div className="sec">
        <h2>{title}</h2>
      </div>
      <table className="past">
        <tbody>
          {rows.map(row => (
            <tr key={`${row.what} ${row.since}`}>
              <th scope="row">
                {row.what}
                {row.note && <span className="note">　{row.note}</span>}
              </th>
              <td className="w">
                {dayText(row.since, today)}—{row.until ? dayText(row.until, today) : t('office.units.still')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
