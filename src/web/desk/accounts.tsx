import Search from 'lucide-react/icons/search'
import { call } from '#contract/call'
import { useDeferredValue, useState } from 'react'
import { Bars } from '../bars.tsx'
import { saidDay } from '../days.ts'
import { forgetAnswers, useDoor } from '../door.ts'
import { Quiet } from '../quiet.tsx'
import type { Account, Me, UnitBrief } from '../shapes.ts'
import { tell } from '../toast.tsx'
import { Trouble } from '../trouble.tsx'
import { listMark, useWords } from '../words.ts'
import { AccountForm } from './account-form.tsx'
import { Acts } from './pick.tsx'

type Act = 'new-password' | 'unlock' | 'disable' | 'enable' | 'drop-two-factor'
type Secret = { name: string; username: string; password: string }

/** Accounts of the tree below me: open one, a new first password, unlock, disable. */
export default function Accounts({ me, unit }: { me: Me; unit: UnitBrief }) {
  const t = useWords()
  const [text, setText] = useState('')
  const [secret, setSecret] = useState<Secret | undefined>()
  const [making, setMaking] = useState(false)
  const [error, setError] = useState<unknown>()
  const q = useDeferredValue(text.trim())
  const list = useDoor('accounts', { query: q ? { q } : {} }, { keep: true })
  const rows = list.data?.rows ?? []
  const change = async (account: Account, act: Act) => {
    setError(undefined)
    try {
      const done = await call('changeAccount', { params: { id: account.id }, body: { act } })
      setSecret(
        done.firstPassword
          ? { name: account.name, username: account.username, password: done.firstPassword }
          : undefined,
      )
      tell(t('common.change.done', { what: t(`office.accounts.acts.${act}`) }))
      void forgetAnswers()
    } catch (refused) {
      setError(refused)
    }
  }
  return (
    <section>
      <div className="filters">
        <label className="find inline">
          <Search />
          <span className="vh">{t('office.accounts.find')}</span>
          <input
            type="search"
            placeholder={t('office.accounts.find')}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </label>
        <button type="button" className={`btn${making ? '' : ' first'}`} onClick={() => setMaking(!making)}>
          {t(making ? 'common.cancel' : 'office.accounts.make')}
        </button>
      </div>
      {making && (
        <AccountForm
          unit={unit}
          made={(account, password) => {
            setMaking(false)
            setSecret({ name: account.name, username: account.username, password })
            void forgetAnswers()
          }}
        />
      )}
      {secret && (
        <div className="secret" role="status">
          <p>{t('office.accounts.secret', { name: secret.name, username: secret.username })}</p>
          <p>
            <b>{secret.password}</b>
          </p>
          <p className="note">{t('office.accounts.secretOnce')}</p>
        </div>
      )}
      {error !== undefined && <Trouble error={error} />}
      {list.isPending && <Bars rows={8} />}
      {list.error && <Trouble error={list.error} again={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <Quiet why={t(q ? 'office.accounts.noneSo' : 'office.accounts.none')} />}
      {rows.length > 0 && (
        <div className="scroller" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {['name', 'username', 'posts', 'safety', 'seen', 'do'].map(key => (
                  <th scope="col" key={key} className={key === 'do' ? 'num' : undefined}>
                    {t(`office.accounts.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(account => (
                <tr key={account.id} className={account.disabled ? 'off' : undefined}>
                  <th scope="row">{account.name}</th>
                  <td className="w">{account.username}</td>
                  <td>
                    {account.posts.map(post => `${post.unit.name} ${post.name}`).join(listMark()) || (
                      <span className="dim">{t('office.accounts.noPost')}</span>
                    )}
                  </td>
                  <td>
                    <State account={account} />
                  </td>
                  <td className="w">
                    {account.lastSeen ? saidDay(account.lastSeen, me.today) : t('office.accounts.never')}
                  </td>
                  <td className="num">
                    <Acts
                      name={t('office.accounts.do')}
                      rows={actsOf(account).map(key => ({ key, name: t(`office.accounts.acts.${key}`) }))}
                      act={key => void change(account, key)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

const actsOf = (account: Account): Act[] => [
  'new-password',
  ...(account.locked ? (['unlock'] as const) : []),
  ...(account.twoFactor ? (['drop-two-factor'] as const) : []),
  account.disabled ? 'enable' : 'disable',
]

function State({ account }: { account: Account }) {
  const t = useWords()
  if (account.disabled) return <span>{t('office.accounts.disabled')}</span>
  if (account.locked) return <span className="cinnabar">{t('office.accounts.locked')}</span>
  return <span className="dim">{t(account.twoFactor ? 'office.accounts.twoSteps' : 'office.accounts.oneStep')}</span>
}
