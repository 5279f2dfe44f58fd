import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Link } from 'wouter'
import { askedOf } from '../answers.ts'
import { lastAnswers } from '../draft.ts'
import { countedInto } from '../programmes.ts'
import { homeUnit } from '../session.ts'
import { Sheet } from '../sheet.tsx'
import type { Declaration, Me, Receipt } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useOrder } from '../use-order.ts'
import { useWords } from '../words.ts'

/** The short form of a programme: what is asked at first, what it will be counted into, 记下, and then the receipt. */
export function JotForm({ me, of }: { me: Me; of: Declaration }) {
  const t = useWords()
  const fields = askedOf(of, of.main)
  const unit = homeUnit(me)?.no
  const order = useOrder(of, of.main, me, fields, unit)
  const [receipt, setReceipt] = useState<Receipt | undefined>()
  const form = useRef<HTMLFormElement>(null)
  const before = lastAnswers(me.person, of.id)
  useEffect(() => {
    if (Object.keys(order.wrong).length)
      form.current?.querySelector<HTMLElement>('.wrong input, .wrong select')?.focus()
  }, [order.wrong])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setReceipt(await order.send())
  }
  if (receipt)
    return (
      <div role="status">
        <p className="pine">{t('desk.jot.done', { number: receipt.number })}</p>
        <p className="note into" style={{ marginTop: 12 }}>
          {t('desk.jot.counted', { what: countedInto(of) })}
        </p>
        <div className="acts">
          <Link className="act" href={`/records/${receipt.record.shard}/${receipt.record.id}`}>
            {t('desk.jot.look')}
          </Link>
          <button
            type="button"
            className="act"
            onClick={() => {
              order.restart()
              setReceipt(undefined)
            }}
          >
            {t('desk.jot.another')}
          </button>
        </div>
      </div>
    )
  return (
    <form ref={form} onSubmit={event => void submit(event)} noValidate>
      <Sheet
        dense
        fields={fields}
        answers={order.answers}
        set={order.set}
        wrong={order.wrong}
        today={me.today}
        unit={unit}
        hint={name =>
          before[name] !== undefined && JSON.stringify(before[name]) === JSON.stringify(order.answers[name])
            ? t('answers.asBefore')
            : undefined
        }
      />
      {order.error !== undefined && <Trouble error={order.error} title={t('desk.jot.notKept')} />}
      <p className="into note">
        {t('desk.jot.into', { what: countedInto(of) })}
        <br />
        {t('desk.jot.noReport')}
      </p>
      <button className="btn first" type="submit" disabled={order.sending}>
        {t(order.sending ? 'desk.jot.sending' : 'desk.jot.save')}
      </button>
    </form>
  )
}
