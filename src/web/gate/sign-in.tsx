import Building2 from 'lucide-react/icons/building-2'
import KeyRound from 'lucide-react/icons/key-round'
import { Refused } from '#contract/call'
import { useEffect, useState, type FormEvent } from 'react'
import { useSearchParams } from 'wouter'
import { knowsPasskeys, signIn, signInCode, signInPasskey, signInSingle, type Outcome } from '../auth.ts'
import { useDoor } from '../door.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { enter } from './enter.ts'
import { Leaf } from './leaf.tsx'
import { Tools } from './tools.tsx'

type Step = 'password' | 'code'

/** Sign-in: user name and password, then the second step when the account has one; or a finger, face or key. */
export default function SignIn() {
  const t = useWords()
  const [search] = useSearchParams()
  const [step, setStep] = useState<Step>('password')
  const [shared, setShared] = useState(false)
  const [forgot, setForgot] = useState(false)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<unknown>()
  const setup = useDoor('setupState', {}, { fresh: 60_000 })

  const follow = async (trying: Promise<Outcome | undefined>) => {
    setBusy(true)
    setWrong(undefined)
    const came = await trying
    if (came?.ok && came.second) setStep('code')
    else if (came?.ok && came.away) return
    else if (came?.ok) await enter(back).catch(setWrong)
    else setWrong(came?.error)
    setBusy(false)
  }
  const back = search.get('back')
  const single = search.get('single')
  // back from the single sign-on: in, or with word that it was refused
  useEffect(() => {
    if (single === 'in') enter(back).catch(setWrong)
  }, [single, back])
  const told = wrong ?? (single === 'refused' && !busy ? missing(t('common.gate.singleRefused')) : undefined)
  const away = () => {
    const here = (came: string) =>
      `${location.pathname}?single=${came}${back ? `&back=${encodeURIComponent(back)}` : ''}`
    void follow(signInSingle(here('in'), here('refused')))
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    if (step === 'code') return void follow(signInCode(text('code'), shared))
    if (!text('username').trim()) return setWrong(missing(t('common.gate.wrong.noName')))
    if (!text('password')) return setWrong(missing(t('common.gate.wrong.noPassword')))
    return void follow(signIn(text('username').trim(), text('password'), shared))
  }

  return (
    <Leaf>
      <h1>{t(step === 'code' ? 'common.gate.second' : 'common.gate.title')}</h1>
      <p className="scope">{t(step === 'code' ? 'common.gate.secondWhat' : 'common.gate.what')}</p>
      <form onSubmit={submit} noValidate>
        {step === 'password' ? (
          <>
            <div className="f">
              <label className="lab" htmlFor="username">
                {t('common.gate.username')}
              </label>
              <input id="username" name="username" className="in" autoComplete="username" autoCapitalize="none" />
            </div>
            <div className="f">
              <label className="lab" htmlFor="password">
                {t('common.gate.password')}
              </label>
              <input id="password" name="password" type="password" className="in" autoComplete="current-password" />
            </div>
          </>
        ) : (
          <div className="f">
            <label className="lab" htmlFor="code">
              {t('common.gate.code')}
            </label>
            {/* the page changed under her hands: the cursor stands where the digits go */}
            <input
              id="code"
              name="code"
              className="in code"
              inputMode="numeric"
              autoComplete="one-time-code"
              autoFocus
            />
          </div>
        )}
        {told !== undefined && <Trouble error={told} />}
        <div className="row">
          <label className="tick">
            <input type="checkbox" checked={shared} onChange={event => setShared(event.target.checked)} />
            {t('common.gate.shared')}
          </label>
          {step === 'password' ? (
            <button type="button" className="act" aria-expanded={forgot} onClick={() => setForgot(!forgot)}>
              {t('common.gate.forgot')}
            </button>
          ) : (
            <button type="button" className="act" onClick={() => setStep('password')}>
              {t('common.gate.backToPassword')}
            </button>
          )}
        </div>
        {forgot && (
          <p className="dim" style={{ marginBottom: 16 }}>
            {t('common.gate.forgotDo')}
          </p>
        )}
        <button className="btn first" type="submit" disabled={busy}>
          {t(busy ? 'common.gate.going' : 'common.gate.go')}
        </button>
        {step === 'password' && knowsPasskeys() && (
          <button className="btn or" type="button" disabled={busy} onClick={() => void follow(signInPasskey())}>
            <KeyRound />
            {t('common.gate.passkey')}
          </button>
        )}
        {step === 'password' && setup.data?.single && (
          <button className="btn or" type="button" disabled={busy} onClick={away}>
            <Building2 />
            {setup.data.single}
          </button>
        )}
      </form>
      <p className="help note">
        {setup.data?.needed && (
          <>
            <b className="ochre">{t('common.gate.setupNeeded')}</b>
            <br />
          </>
        )}
        {t('common.gate.first')}
        <br />
        {t('common.gate.moved')}
        <br />
        {t('common.gate.help')}
      </p>
      <Tools />
    </Leaf>
  )
}

const missing = (title: string) => new Refused(422, { code: 'invalid-input', title })
