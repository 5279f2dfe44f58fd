import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { dayText } from '../days.ts'
import { useDoor } from '../door.ts'
import type { Candidates, Me, RecordPage } from '../shapes.ts'
import { useWords } from '../words.ts'
import './nomination.css'

const PublicPage = lazy(() => import('../public-page.tsx'))

const deciding = ['vet', 'notice', 'grant', 'decline']

/** Above a nomination: where anybody may look it up, and for whoever decides the others of its edition and the honours held before. */
export default function Nomination({ me, record }: { me: Me; record: RecordPage }) {
  const t = useWords()
  const decides = record.may.some(command => deciding.includes(command))
  const { data } = useDoor(
    'candidates',
    { params: { shard: record.shard, id: record.id } },
    { enabled: decides, fresh: 5000 },
  )
  const scored = data?.candidates.some(each => each.sheets > 0)
  return (
    <>
      {record.publicPage && (
        <Suspense>
          <PublicPage page={record.publicPage} />
          {record.publicPage.kind !== 'notice' && (
            <p style={{ margin: '0 0 24px' }}>
              <Link className="btn" href={`/records/${record.shard}/${record.id}/certificate`}>
                {t('desk.nomination.print')}
              </Link>
            </p>
          )}
        </Suspense>
      )}
      {data && (scored || data.before.length > 0) && (
        <section className="nomination">
          {scored && <Beside rows={data.candidates} record={record} />}
          {data.before.length > 0 && <Before rows={data.before} today={me.today} />}
        </section>
      )}
    </>
  )
}

function Beside({ rows, record }: { rows: Candidates['candidates']; record: RecordPage }) {
  const t = useWords()
  return (
    <div className="scroller" role="region" aria-label={t('desk.nomination.beside')} tabIndex={0}>
      <div className="sec">
        <h2>{t('desk.nomination.beside')}</h2>
        <span className="note">{t('desk.nomination.levelledHow')}</span>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('desk.nomination.name')}</th>
            <th scope="col">{t('desk.nomination.unit')}</th>
            {['sheets', 'score', 'levelled', 'place'].map(key => (
              <th scope="col" className="num" key={key}>
                {t(`desk.nomination.${key}`)}
              </th>
            ))}
            <th scope="col">{t('desk.nomination.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id} {...(row.id === record.id ? { 'aria-current': true } : {})}>
              <td>
                <Link href={`/records/${row.shard}/${row.id}`}>{row.title}</Link>
              </td>
              <td className="dim">{row.unit.short}</td>
              <td className="num">{row.sheets}</td>
              <td className="num">{row.score ?? ''}</td>
              <td className="num">{row.levelled ?? ''}</td>
              <td className="num">
                {row.place === null
                  ? ''
                  : t(row.tied ? 'desk.nomination.tied' : 'desk.nomination.at', { place: row.place })}
              </td>
              <td className="dim">{row.phaseName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Before({ rows, today }: { rows: Candidates['before']; today: string }) {
  const t = useWords()
  return (
    <div>
      <div className="sec">
        <h2>{t('desk.nomination.before')}</h2>
      </div>
      <ul className="counts">
        {rows.map(row => (
          <li key={row.id}>
            <Link href={`/records/${row.shard}/${row.id}`}>
              {row.award}　{row.rank}
            </Link>
            <span className="dim">
              {dayText(row.since, today)}　{row.phaseName}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
