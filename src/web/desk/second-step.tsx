import { useState, type FormEvent } from 'react'
import { renderSVG } from 'uqr'
import { proveSecondStep, startSecondStep } from '../auth.ts'
import { forgetAnswers } from '../door.ts'
import { tell } from '../toast.tsx'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'

type Started = { uri: string; spare: string[] }

/** Turning the second step on: the password, the picture for the code app, the spare codes, and the first six digits as proof. */
export function SecondStep() {
  const t = useWords()
  const [started, setStarted] = useState<Started | undefined>()
  const [error, setError] = useState<unknown>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('answer') ?? '')
    setError(undefined)
    try {
      if (!started) return setStarted(await startSecondStep(text))
      const came = await proveSecondStep(text.replace(/\s/g, ''))
      if (!came.ok) return setError(came.error)
      tell(t('office.me.secondDone'))
      return void forgetAnswers()
    } catch (refused) {
      return setError(refused)
    }
  }
  return (
    <form
      key={started ? 'code' : 'password'}
      onSubmit={event => void submit(event)}
      style={{ padding: '16px 0', maxWidth: 420 }}
    >
      {started && (
        <>
          <p>{t('office.me.scan')}</p>
          {/* drawn here from the account's own secret; nothing is sent anywhere */}
          <img
            className="qr"
            alt={t('office.me.qr')}
            src={`data:image/svg+xml,${encodeURIComponent(renderSVG(started.uri))}`}
          />
          <p className="note">{t('office.me.spare')}</p>
          <ul className="spare">
            {started.spare.map(code => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </>
      )}
      <div className="f">
        <label className="lab" htmlFor="second-answer">
          {t(started ? 'office.me.digits' : 'office.me.password')}
        </label>
        <input
          id="second-answer"
          name="answer"
          className="in"
          type={started ? 'text' : 'password'}
          inputMode={started ? 'numeric' : 'text'}
          autoComplete={started ? 'one-time-code' : 'current-password'}
          required
        />
      </div>
      {error !== undefined && <Trouble error={error} />}
      <button type="submit" className="btn">
        {t(started ? 'office.me.prove' : 'office.me.next')}
      </button>
    </form>
  )
}
