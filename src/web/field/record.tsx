import Check from 'lucide-react/icons/check'
import CloudOff from 'lucide-react/icons/cloud-off'
import { Refused } from '#contract/call'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { askedOf } from '../answers.ts'
import { Bars } from '../bars.tsx'
import { lastAnswers } from '../draft.ts'
import { useOnline } from '../online.ts'
import { usePageTitle } from '../page-title.ts'
import { countedInto, useProgramme } from '../programmes.ts'
import { homeUnit } from '../session.ts'
import { Sheet as Questions } from '../sheet.tsx'
import type { Declaration, Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useOrder } from '../use-order.ts'
import { Ways } from '../ways.tsx'
import { useWords } from '../words.ts'
import { Bar } from './bar.tsx'
import { Lost } from './lost.tsx'

/** Recording: at most eight questions in one column, written to this phone as they are typed. */
export function Record({ me, id }: { me: Me; id: string }) {
  const programme = useProgramme(id)
  if (programme === null) return <Lost />
  if (!programme)
    return (
      <main>
        <Bars rows={6} />
      </main>
    )
  return <Begin me={me} of={programme} />
}

/** A programme may be begun in more than one way, each with a page and a draft of its own: written down as won, or put forward. */
function Begin({ me, of }: { me: Me; of: Declaration }) {
  const [command, setCommand] = useState(of.main)
  return <Sheet key={command} {...{ me, of, command, setCommand }} />
}

type Props = { me: Me; of: Declaration; command: string; setCommand: (command: string) => void }

function Sheet({ me, of, command, setCommand }: Props) {
  const t = useWords()
  usePageTitle(of.recordWords)
  const [, go] = useLocation()
  const online = useOnline()
  const form = useRef<HTMLFormElement>(null)
  const fields = askedOf(of, command)
  const unit = homeUnit(me)?.no
  const order = useOrder(of, command, me, fields, unit)
  const before = lastAnswers(me.person, of.id)
  const offline = order.error instanceof Refused && order.error.status === 0

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('.wrong input, .wrong select, .wrong textarea')
    if (Object.keys(order.wrong).length) first?.focus()
  }, [order.wrong])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const receipt = await order.send()
    if (receipt)
      go(`/done/${receipt.record.shard}/${receipt.record.id}`, {
        state: { number: receipt.number, at: new Date().toISOString() },
        replace: true,
      })
  }
  const hint = (name: string) =>
    before[name] !== undefined && JSON.stringify(before[name]) === JSON.stringify(order.answers[name])
      ? t('answers.asBefore')
      : undefined

  return (
    <Sticky>
      <Bar
        title={<h1 className="t">{of.recordWords}</h1>}
        right={
          <>
            <Check />
            {t('field.record.kept')}
          </>
        }
      />
      {(!online || offline) && (
        <div className="off" role="status">
          <CloudOff />
          <p>
            <b>{t('field.record.offline')}</b>
            {t('field.record.offlineDo')}
          </p>
        </div>
      )}
      <main style={{ paddingTop: 8 }}>
        <form ref={form} id="sheet" onSubmit={event => void submit(event)} noValidate>
          <Ways of={of} way={command} choose={setCommand} />
          <Questions
            {...{ fields, hint, unit }}
            answers={order.answers}
            set={order.set}
            wrong={order.wrong}
            today={me.today}
          />
        </form>
        {order.error !== undefined && !offline && <Trouble error={order.error} title={t('field.record.notKept')} />}
      </main>
      <div className="foot" role="region" aria-label={t('field.record.save')}>
        <p className="note" style={{ paddingBottom: 8 }}>
          {t('field.record.into', { what: countedInto(of) })}
        </p>
        <button className="btn first" type="submit" form="sheet" disabled={order.sending}>
          {t(order.sending ? 'field.record.sending' : 'field.record.save')}
        </button>
      </div>
    </Sticky>
  )
}

/** Room below for the fixed foot. */
function Sticky({ children }: { children: React.ReactNode }) {
  useEffect(() => {
    document.getElementById('root')?.classList.add('sticky')
    return () => document.getElementById('root')?.classList.remove('sticky')
  }, [])
  return children
}
