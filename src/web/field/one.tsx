import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { isTold } from '../answers.ts'
import { Bars } from '../bars.tsx'
import { dayText } from '../days.ts'
import { useDoor } from '../door.ts'
import { Figure } from '../figure.tsx'
import { Guarded } from '../guarded.tsx'
import { History } from '../history.tsx'
import { usePageTitle } from '../page-title.ts'
import { useProgramme } from '../programmes.ts'
import type { Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { comma, useWords } from '../words.ts'
import { Bar } from './bar.tsx'

const PublicPage = lazy(() => import('../public-page.tsx'))

/** One record: its answers, what it is counted into, what may be done with it, and its history. */
export default function One({ me, shard, id }: { me: Me; shard: number; id: string }) {
  const t = useWords()
  const asked = useDoor('record', { params: { shard, id } })
  const record = asked.data
  usePageTitle(record?.title ?? '')
  const programme = useProgramme(record?.programme ?? '')
  if (!record)
    return (
      <>
        <Bar back="/records" title={<h1 className="t">{t('field.one.title')}</h1>} />
        <main>
          {asked.error ? <Trouble error={asked.error} again={() => void asked.refetch()} /> : <Bars rows={8} />}
        </main>
      </>
    )
  const commands = record.may.flatMap(name => {
    const command = programme?.commands[name]
    return command ? [{ name, words: command.name }] : []
  })
  const counted = record.countsInto.filter(each => each.value > 0)
  return (
    <>
      <Bar back="/records" title={<b>{record.programmeName}</b>} right={record.phaseName} />
      <main>
        <h1>{record.title || record.programmeName}</h1>
        <p className="scope">{[record.unit.name, dayText(record.day, me.today)].join(comma())}</p>
        <dl className="kvs" style={{ marginTop: 12 }}>
          {record.fields.filter(isTold).map(field => (
            <div key={field.name}>
              <dt>{field.label}</dt>
              <dd>
                {field.guarded ? <Guarded {...{ shard, id }} field={field.name} label={field.label} /> : field.text}
              </dd>
            </div>
          ))}
        </dl>
        {record.publicPage && (
          <Suspense>
            <PublicPage page={record.publicPage} />
          </Suspense>
        )}
        {commands.length > 0 && (
          <div className="take">
            {commands.map(({ name, words }) => (
              <Link key={name} className="btn" href={`/records/${shard}/${id}/${name}`}>
                {words}
              </Link>
            ))}
          </div>
        )}
        {counted.length > 0 && (
          <>
            <div className="sec">
              <h2>{t('field.one.counts')}</h2>
            </div>
            <ul className="rows">
              {counted.map(each => (
                <li key={`${each.key} ${each.name}`}>
                  <div>
                    <p>{each.name}</p>
                    <Figure value={each.value} unit={each.unit} />
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="sec">
          <h2>{t('common.history.title')}</h2>
        </div>
        <History happenings={record.history} today={me.today} />
      </main>
    </>
  )
}
