import { call } from '#contract/call'
import { useState, type FormEvent } from 'react'
import type { Account, UnitBrief } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { UnitPicker } from '../unit-picker.tsx'
import { useWords } from '../words.ts'

const posts = ['chair', 'vice', 'staff', 'executive', 'leader', 'lecturer', 'admin'] as const
type Props = { unit: UnitBrief; made: (account: Account, password: string) => void }

/** A new account: who, where, for which post. The first password is shown once and changed at the first sign-in. */
export function AccountForm({ unit, made }: Props) {
  const t = useWords()
  const [at, setAt] = useState({ no: unit.no, name: unit.name })
  const [error, setError] = useState<unknown>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    setError(undefined)
    try {
      const done = await call('makeAccount', {
        body: { name: text('name'), username: text('username'), unit: at.no, post: text('post') },
      })
      made(done.account, done.firstPassword)
    } catch (refused) {
      setError(refused)
    }
  }
  return (
    <form onSubmit={event => void submit(event)}>
      <div className="formline">
        {(['name', 'username'] as const).map(name => (
          <div className="f" key={name}>
            <label className="lab" htmlFor={`account-${name}`}>
              {t(`office.accounts.${name}`)}
            </label>
            <input id={`account-${name}`} name={name} className="in" required minLength={2} autoComplete="off" />
          </div>
        ))}
        <div className="f">
          <label className="lab" htmlFor="account-unit">
            {t('office.accounts.unit')}
          </label>
          <UnitPicker
            id="account-unit"
            value={at.name}
            under={unit.no}
            pick={found => found && setAt({ no: found.no, name: found.name })}
          />
        </div>
        <div className="f">
          <label className="lab" htmlFor="account-post">
            {t('office.accounts.post')}
          </label>
          <select id="account-post" name="post" className="in" defaultValue="staff">
            {posts.map(post => (
              <option key={post} value={post}>
                {t(`office.postKinds.${post}`)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="btn first">
          {t('office.accounts.makeIt')}
        </button>
      </div>
      {error !== undefined && <Trouble error={error} />}
    </form>
  )
}
