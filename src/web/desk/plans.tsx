import { Link } from 'wouter'
import { addDays } from '#base/day'
import { Bars } from '../bars.tsx'
import { dayText, leftText } from '../days.ts'
import { useList } from '../door.ts'
import { useProgrammes } from '../programmes.ts'
import { Quiet } from '../quiet.tsx'
import { homeUnit } from '../session.ts'
import type { Me, RecordLine } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { Page } from './page.tsx'
import { useQueryState } from './query.ts'
import { UnitPick } from './unit-pick.tsx'

/** 行动: what has been planned and not been held yet, day by day; what is overdue comes first. */
export default function Plans({ me }: { me: Me }) {
  const t = useWords()
  const [search, change] = useQueryState()
  const unit = Number(search.get('unit')) || (homeUnit(me)?.no ?? 0)
  const list = useList('records', {
    query: { unit, only: 'below', phase: 'planned', limit: 100, from: addDays(me.today, -365) },
  })
  const rows = [...(list.data?.pages.flatMap(page => page.rows) ?? [])].sort((a, b) => a.day.localeCompare(b.day))
  const groups = [
    { key: 'late', rows: rows.filter(row => row.day < me.today) },
    { key: 'coming', rows: rows.filter(row => row.day >= me.today) },
  ].filter(group => group.rows.length)
  return (
    <Page
      title={t('desk.plans.title')}
      scope={
        <>
          {t('desk.plans.what')} <UnitPick me={me} no={unit} change={no => change({ unit: String(no) })} />
        </>
      }
    >
      <Campaigns me={me} unit={unit} />
      {list.isPending && <Bars rows={8} />}
      {list.error && <Trouble error={list.error} again={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <Quiet why={t('desk.plans.none')}>
          <Link className="act" href="/record">
            {t('desk.plans.plan')}
          </Link>
        </Quiet>
      )}
      {groups.map(group => (
        <Group key={group.key} title={t(`desk.plans.${group.key}`)} rows={group.rows} today={me.today} />
      ))}
    </Page>
  )
}

/** The tasks this unit opened or was given and that are not over, the nearest day first. */
function Campaigns({ me, unit }: { me: Me; unit: number }) {
  const t = useWords()
  const { data } = useProgrammes()
  const [programme] = (data?.programmes ?? []).filter(each => each.pattern === 'task')
  const list = useList('records', {
    query: { unit, only: 'here', programme: programme?.id ?? 'campaigns', limit: 100 },
  })
  const rows = (list.data?.pages.flatMap(page => page.rows) ?? []).filter(row => !over.has(row.phase))
  return (
    <section className="scroller" style={{ marginBottom: 32 }}>
      <div className="sec">
        <h2>{t('desk.plans.campaigns')}</h2>
        {programme?.mayRecord && (
          <Link className="act" href={`/record/${programme.id}`}>
            {programme.recordWords}
          </Link>
        )}
      </div>
      {list.data && rows.length === 0 ? (
        <Quiet why={t('desk.plans.noCampaigns')} />
      ) : (
        <table>
          <thead>
            <tr>
              {['what', 'day', 'left', 'state'].map(key => (
                <th scope="col" key={key}>
                  {t(`desk.plans.heads.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .toSorted((a, b) => a.day.localeCompare(b.day))
              .map(row => (
                <tr key={row.id}>
                  <td>
                    <Link href={`/records/${row.shard}/${row.id}`}>{row.title}</Link>
                  </td>
                  <td className="w">{dayText(row.day, me.today)}</td>
                  <td className={row.day < me.today ? 'cinnabar nw' : 'w'}>{leftText(row.day, me.today)}</td>
                  <td className="dim">{row.phaseName}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const over = new Set(['closed', 'done', 'cancelled'])

function Group({ title, rows, today }: { title: string; rows: RecordLine[]; today: string }) {
  const t = useWords()
  return (
    <section className="scroller" style={{ marginBottom: 32 }}>
      <div className="sec">
        <h2>{title}</h2>
      </div>
      <table>
        <thead>
          <tr>
            {['day', 'left', 'unit', 'what', 'programme'].map(key => (
              <th scope="col" key={key}>
                {t(`desk.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <td className="w">{dayText(row.day, today)}</td>
              <td className={row.day < today ? 'cinnabar nw' : 'w'}>{leftText(row.day, today)}</td>
              <td className="w">{row.unit.short}</td>
              <td>
                <Link href={`/records/${row.shard}/${row.id}`}>{row.title || row.programmeName}</Link>
              </td>
              <td className="dim">{row.programmeName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
