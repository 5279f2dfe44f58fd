import type { FormEvent } from 'react'
import { useLocation } from 'wouter'
import { Bars } from '../bars.tsx'
import { useDoor } from '../door.ts'
import { usePageTitle } from '../page-title.ts'
import { useProgramme } from '../programmes.ts'
import type { Declaration, Me, RecordPage } from '../shapes.ts'
import { Foretold } from '../foretold.tsx'
import { Sheet as Questions } from '../sheet.tsx'
import { tell } from '../toast.tsx'
import { Trouble } from '../trouble.tsx'
import { useChange } from '../use-change.ts'
import { useWords } from '../words.ts'
import { Bar } from './bar.tsx'

type Props = { me: Me; shard: number; id: string; command: string }

/** Putting a record right, withdrawing it, or any other command its way of working knows. */
export default function Change({ me, shard, id, command }: Props) {
  const asked = useDoor('record', { params: { shard, id } }, { fresh: Number.POSITIVE_INFINITY })
  const programme = useProgramme(asked.data?.programme ?? '')
  if (asked.error)
    return (
      <main>
        <Trouble error={asked.error} />
      </main>
    )
  if (!asked.data || !programme)
    return (
      <main>
        <Bars rows={6} />
      </main>
    )
  return <Sheet me={me} record={asked.data} of={programme} command={command} />
}

function Sheet({ me, record, of, command }: { me: Me; record: RecordPage; of: Declaration; command: string }) {
  const t = useWords()
  const [, go] = useLocation()
  const change = useChange(record, of, command, me)
  const words = of.commands[command]?.name ?? ''
  usePageTitle(words)
  const page = `/records/${record.shard}/${record.id}`
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await change.send())) return
    tell(t('common.change.done', { what: words }))
    go(page, { replace: true })
  }
  return (
    <>
      <Bar back={page} title={<h1 className="t">{words}</h1>} />
      <main style={{ paddingTop: 12 }}>
        <p>{record.title}</p>
        {command === 'withdraw' && <p className="dim">{t('common.change.withdraw')}</p>}
        {command === 'correct' && <p className="dim">{t('common.change.correct')}</p>}
        <form onSubmit={event => void submit(event)} noValidate>
          <Questions
            fields={change.fields}
            answers={change.answers}
            set={change.set}
            wrong={change.wrong}
            today={me.today}
            unit={record.unit.no}
            {...(command === 'correct' ? { hint: () => '' } : {})}
          />
          <Foretold {...{ record, command }} pattern={of.pattern} answers={change.answers} />
          {change.error !== undefined && <Trouble error={change.error} />}
          <div style={{ paddingTop: 20 }}>
            <button className="btn first" type="submit" disabled={change.sending || change.same}>
              {change.same ? t('common.change.nothing') : words}
            </button>
          </div>
        </form>
      </main>
    </>
  )
}
