import { lazy, Suspense, useState } from 'react'
import { isTold } from '../answers.ts'
import { dayText } from '../days.ts'
import { Figure } from '../figure.tsx'
import { Guarded } from '../guarded.tsx'
import { History } from '../history.tsx'
import { useProgramme } from '../programmes.ts'
import type { Me, RecordPage } from '../shapes.ts'
import { comma, useWords } from '../words.ts'

const CommandDialog = lazy(() => import('./command-dialog.tsx'))

/** A record's answers, what may be done, what it is counted into, and its history. */
export function RecordView({
  me,
  record,
  wide,
  begin,
}: {
  me: Me
  record: RecordPage
  wide?: boolean
  begin?: string
}) {
  const t = useWords()
  const programme = useProgramme(record.programme)
  const [command, setCommand] = useState(begin)
  const commands = record.may.flatMap(name => {
    const known = programme?.commands[name]
    return known ? [{ name, words: known.name }] : []
  })
  const counted = record.countsInto.filter(each => each.value !== 0)
  return (
    <div className={wide ? 'split record' : 'record'}>
      <section aria-label={t('desk.one.answers')}>
        <p className="scope" style={{ marginTop: 0 }}>
          {[record.programmeName, record.unit.name, dayText(record.day, me.today)].join(comma())}　{record.phaseName}
        </p>
        {commands.length > 0 && (
          <div className="acts" style={{ padding: '12px 0' }}>
            {commands.map(({ name, words }) => (
              <button key={name} type="button" className="btn" onClick={() => setCommand(name)}>
                {words}
              </button>
            ))}
          </div>
        )}
        <dl className="kvs">
          {record.fields.filter(isTold).map(field => (
            <div key={field.name}>
              <dt>{field.label}</dt>
              <dd>
                {field.guarded ? (
                  <Guarded shard={record.shard} id={record.id} field={field.name} label={field.label} />
                ) : (
                  field.text
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-label={t('common.history.title')}>
        {counted.length > 0 && (
          <>
            <div className="sec" style={{ marginTop: wide ? 0 : 24 }}>
              <h2>{t('desk.one.counts')}</h2>
            </div>
            <ul className="counts">
              {counted.map(each => (
                <li key={`${each.key} ${each.name}`}>
                  <span>{each.name}</span>
                  <Figure value={each.value} unit={each.unit} />
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="sec" style={{ marginTop: 24 }}>
          <h2>{t('common.history.title')}</h2>
        </div>
        <History happenings={record.history} today={me.today} />
      </section>
      <Suspense>
        {command && programme && record.may.includes(command) && (
          <CommandDialog
            key={command}
            me={me}
            record={record}
            of={programme}
            command={command}
            close={() => setCommand(undefined)}
          />
        )}
      </Suspense>
    </div>
  )
}
