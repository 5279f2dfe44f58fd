import { call } from '#contract/call'
import { useState, type FormEvent } from 'react'
import { Bars } from '../bars.tsx'
import { momentText } from '../days.ts'
import { forgetAnswers, useDoor } from '../door.ts'
import { useProgrammes } from '../programmes.ts'
import { Quiet } from '../quiet.tsx'
import type { HookLine, Me, UnitBrief } from '../shapes.ts'
import { tell } from '../toast.tsx'
import { Trouble } from '../trouble.tsx'
import { listMark, useWords } from '../words.ts'
import { Acts } from './pick.tsx'

const acts = ['pause', 'resume', 'again', 'drop'] as const
type Act = (typeof acts)[number]

/** Other systems that are told when something is recorded: where, how the last telling went, and a new one. */
export default function Hooks({ me, unit }: { me: Me; unit: UnitBrief }) {
  const t = useWords()
  const list = useDoor('hooks', {}, { every: 10_000 })
  const [secret, setSecret] = useState<string | undefined>()
  const [error, setError] = useState<unknown>()
  const rows = list.data?.rows ?? []
  const attempt = async (work: () => Promise<void>) => {
    setError(undefined)
    try {
      await work()
      await forgetAnswers()
    } catch (refused) {
      setError(refused)
    }
  }
  const change = (hook: HookLine, act: Act) =>
    attempt(async () => {
      const since = act === 'again' ? { since: me.today } : {}
      await call('changeHook', { params: { id: hook.id }, body: { act, ...since } })
      tell(t('common.change.done', { what: t(`office.hooks.acts.${act}`) }))
    })
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const said = new FormData(form)
    const programme = String(said.get('programme') ?? '')
    void attempt(async () => {
      const body = { unit: unit.no, url: String(said.get('url')).trim(), programmes: programme ? [programme] : [] }
      setSecret((await call('makeHook', { body })).secret)
      form.reset()
    })
  }
  return (
    <section>
      <p className="dim" style={{ marginBottom: 12 }}>
        {t('office.hooks.what')}
      </p>
      {secret && (
        <div className="secret" role="status">
          <p>{t('office.hooks.secret')}</p>
          <p>
            <b style={{ overflowWrap: 'anywhere' }}>{secret}</b>
          </p>
          <p className="note">{t('office.hooks.secretOnce')}</p>
        </div>
      )}
      {error !== undefined && <Trouble error={error} />}
      {list.isPending && <Bars rows={4} />}
      {list.error && <Trouble error={list.error} again={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <Quiet why={t('office.hooks.none')} />}
      {rows.length > 0 && <Table rows={rows} today={me.today} change={(hook, act) => void change(hook, act)} />}
      <NewHook make={make} unit={unit} />
    </section>
  )
}

function Table({
  rows,
  today,
  change,
}: {
  rows: readonly HookLine[]
  today: string
  change: (hook: HookLine, act: Act) => void
}) {
  const t = useWords()
  const { data } = useProgrammes()
  const nameOf = (id: string) => data?.programmes.find(each => each.id === id)?.name ?? ''
  return (
    <div className="scroller" tabIndex={0} style={{ marginBottom: 24 }}>
      <table>
        <thead>
          <tr>
            {['url', 'unit', 'of', 'last', 'do'].map(key => (
              <th scope="col" key={key} className={key === 'do' ? 'num' : undefined}>
                {t(`office.hooks.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(hook => (
            <tr key={hook.id} className={hook.active ? undefined : 'off'}>
              <th scope="row" style={{ overflowWrap: 'anywhere' }}>
                {hook.url}
              </th>
              <td>{hook.unit.short}</td>
              <td>{hook.programmes.map(nameOf).join(listMark()) || t('office.hooks.all')}</td>
              <td>
                <Last hook={hook} today={today} />
              </td>
              <td className="num">
                <Acts
                  name={t('office.hooks.do')}
                  rows={acts
                    .filter(act => act !== (hook.active ? 'resume' : 'pause'))
                    .map(key => ({ key, name: t(`office.hooks.acts.${key}`) }))}
                  act={key => change(hook, key)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Last({ hook, today }: { hook: HookLine; today: string }) {
  const t = useWords()
  const delivered = hook.delivered ? momentText(hook.delivered, today) : t('office.hooks.never')
  if (!hook.active) return <span className="dim">{t('office.hooks.paused')}</span>
  if (!hook.fault) return <span className="dim">{delivered}</span>
  const why = hook.fault === 'no-answer' ? t('office.hooks.noAnswer') : t('office.hooks.answered', { code: hook.fault })
  return <span className="cinnabar">{t('office.hooks.failing', { why, tries: hook.tries })}</span>
}

function NewHook({ make, unit }: { make: (event: FormEvent<HTMLFormElement>) => void; unit: UnitBrief }) {
  const t = useWords()
  const { data } = useProgrammes()
  return (
    <form onSubmit={make} style={{ maxWidth: 560 }}>
      <div className="sec" style={{ marginTop: 32, marginBottom: 16 }}>
        <h2>{t('office.hooks.make')}</h2>
        <span className="note">{unit.name}</span>
      </div>
      <div className="f">
        <label className="lab" htmlFor="hook-url">
          {t('office.hooks.url')}
        </label>
        <input id="hook-url" name="url" className="in" type="url" required placeholder="https://" />
        <p className="help">{t('office.hooks.urlHelp')}</p>
      </div>
      <div className="f">
        <label className="lab" htmlFor="hook-programme">
          {t('office.hooks.of')}
        </label>
        <select id="hook-programme" name="programme" className="in">
          <option value="">{t('office.hooks.all')}</option>
          {data?.programmes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="btn">
        {t('office.hooks.make')}
      </button>
    </form>
  )
}
