import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { askedOf, fieldsOf } from '../answers.ts'
import { lastAnswers } from '../draft.ts'
import { Ladder } from '../ladder.tsx'
import { countedInto } from '../programmes.ts'
import { homeUnit } from '../session.ts'
import { Sheet } from '../sheet.tsx'
import type { Declaration, Me, Receipt } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { UnitPicker } from '../unit-picker.tsx'
import { useOrder } from '../use-order.ts'
import { Ways } from '../ways.tsx'
import { listMark, useWords } from '../words.ts'
import { Page } from './page.tsx'
import './one.css'

/** Recording on the Desk: held already, or to come; each keeps its own draft. */
export function RecordSheet({ me, of }: { me: Me; of: Declaration }) {
  const [command, setCommand] = useState(of.main)
  return <CommandSheet key={command} {...{ me, of, command, setCommand }} />
}

type Props = { me: Me; of: Declaration; command: string; setCommand: (command: string) => void }

/** One sheet: at any unit my post reaches, with the further questions at hand. */
function CommandSheet({ me, of, command, setCommand }: Props) {
  const t = useWords()
  const [, go] = useLocation()
  const home = homeUnit(me)
  // an address may say for which unit it is and what is known already: a letter about a task that is late
  const given = new URLSearchParams(useSearch())
  const meant = Number(given.get('unit')) || undefined
  const [unit, setUnit] = useState(
    meant
      ? { no: meant, name: given.get('unitName') ?? '' }
      : of.mayRecord && home
        ? { no: home.no, name: home.name }
        : undefined,
  )
  const [more, setMore] = useState(false)
  const asked = askedOf(of, command)
  const later = fieldsOf(of, command).filter(field => field.later)
  const known = asked.flatMap(({ name }): [string, string][] => {
    const value = given.get(name)
    return value && name !== 'unit' ? [[name, value]] : []
  })
  const fields = more ? [...asked, ...later] : asked
  const order = useOrder(of, command, me, fields, unit?.no, Object.fromEntries(known))
  const before = lastAnswers(me.person, of.id)
  const [receipt, setReceipt] = useState<Receipt | undefined>()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(order.wrong).length)
      form.current?.querySelector<HTMLElement>('.wrong input, .wrong select, .wrong textarea')?.focus()
  }, [order.wrong])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setReceipt(await order.send())
  }
  const shared = { answers: order.answers, set: order.set, wrong: order.wrong, today: me.today, unit: unit?.no }
  if (receipt)
    return (
      <Page title={t('desk.sheet.done')} scope={t('desk.jot.done', { number: receipt.number })}>
        <div style={{ maxWidth: 620 }}>
          <Ladder shard={receipt.record.shard} id={receipt.record.id} />
          <div className="acts" style={{ paddingTop: 20 }}>
            <button
              type="button"
              className="btn"
              onClick={() => go(`/records/${receipt.record.shard}/${receipt.record.id}`)}
            >
              {t('desk.jot.look')}
            </button>
            <button
              type="button"
              className="btn first"
              onClick={() => {
                order.restart()
                setReceipt(undefined)
              }}
            >
              {t('desk.jot.another')}
            </button>
          </div>
        </div>
      </Page>
    )
  return (
    <Page title={of.recordWords} scope={of.what}>
      <div className="sheetpage">
        <form ref={form} onSubmit={event => void submit(event)} noValidate>
          <Ways of={of} way={command} choose={setCommand} />
          <div className="f">
            <label className="lab" htmlFor="where">
              {t('desk.sheet.unit')}
            </label>
            <UnitPicker
              id="where"
              value={unit?.name ?? ''}
              {...(home ? { under: home.no } : {})}
              pick={found => found && setUnit({ no: found.no, name: found.name })}
            />
          </div>
          <Sheet
            fields={asked}
            {...shared}
            hint={name =>
              before[name] !== undefined && JSON.stringify(before[name]) === JSON.stringify(order.answers[name])
                ? t('answers.asBefore')
                : undefined
            }
          />
          {later.length > 0 && !more && (
            <button type="button" className="act" style={{ whiteSpace: 'normal' }} onClick={() => setMore(true)}>
              {t('desk.sheet.more', {
                what: later
                  .slice(0, 4)
                  .map(field => field.words.label)
                  .join(listMark()),
              })}
            </button>
          )}
          {more && (
            <div className="later">
              <Sheet fields={later} {...shared} />
            </div>
          )}
          {order.error !== undefined && <Trouble error={order.error} title={t('desk.jot.notKept')} />}
          <p className="note" style={{ padding: '12px 0' }}>
            {t('desk.jot.into', { what: countedInto(of) })}　{t('desk.jot.noReport')}
          </p>
          <button className="btn first" type="submit" disabled={order.sending}>
            {t(order.sending ? 'desk.jot.sending' : 'desk.jot.save')}
          </button>
        </form>
        <aside>
          <section>
            <h2>{t('desk.sheet.counts')}</h2>
            {of.indicators.slice(0, 6).map(each => (
              <p key={each.key}>
                {each.name}
                <span className="note">　{t(`common.units.${each.unit}`)}</span>
              </p>
            ))}
          </section>
          <section>
            <h2>{t('desk.sheet.many')}</h2>
            <p>
              {t('desk.sheet.manyWhat')}{' '}
              <Link className="madder u" href={`/import?programme=${of.id}`}>
                {t('desk.sheet.manyGo')}
              </Link>
            </p>
          </section>
        </aside>
      </div>
    </Page>
  )
}
