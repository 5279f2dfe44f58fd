import { Refused } from '#contract/call'
import { useState, type FormEvent } from 'react'
import { useSearchParams } from 'wouter'
import { changePassword } from '../auth.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { enter } from './enter.ts'
import { Leaf } from './leaf.tsx'

/** A password of her own: asked the first time, and whenever she wants another. */
export default function Password() {
  const t = useWords()
  const [search] = useSearchParams()
  const first = search.has('first')
  const [wrong, setWrong] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const wrongly = (rule: string) =>
    new Refused(422, { code: 'invalid-input', title: t(`common.password.wrong.${rule}`) })
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [old, next, again] = ['old', 'next', 'again'].map(name => String(form.get(name) ?? ''))
    if (!old) return setWrong(wrongly('noOld'))
    if ((next ?? '').length < 10) return setWrong(wrongly('short'))
    if (next === old) return setWrong(wrongly('same'))
    if (next !== again) return setWrong(wrongly('differ'))
    setBusy(true)
    const came = await changePassword(old, next ?? '')
    setBusy(false)
    if (came.ok) return void enter(search.get('back'))
    return setWrong(came.error)
  }
  return (
    <Leaf>
      <h1>{t(first ? 'common.password.first' : 'common.password.title')}</h1>
      <p className="scope">{t(first ? 'common.password.firstWhat' : 'common.password.what')}</p>
      <form onSubmit={event => void submit(event)} noValidate>
        {(['old', 'next', 'again'] as const).map(name => (
          <div className="f" key={name}>
            <label className="lab" htmlFor={name}>
              {t(`common.password.${name === 'old' && first ? 'oldFirst' : name}`)}
            </label>
            <input
              id={name}
              name={name}
              type="password"
              className="in"
              autoComplete={name === 'old' ? 'current-password' : 'new-password'}
            />
          </div>
        ))}
        <p className="note" style={{ marginBottom: 16 }}>
          {t('common.password.rule')}
        </p>
        {wrong !== undefined && <Trouble error={wrong} />}
        <button className="btn first" type="submit" disabled={busy}>
          {t('common.password.go')}
        </button>
      </form>
    </Leaf>
  )
}
