import { call } from '#contract/call'
import { useState, type FormEvent } from 'react'
import { memory } from './door.ts'
import type { Me } from './shapes.ts'
import { tell } from './toast.tsx'
import { Trouble } from './trouble.tsx'
import { useWords } from './words.ts'

const often = ['off', 'daily', 'weekly'] as const

/** Where her notices go by mail, and how often. Shown only where the office has a mail server. */
export function MailForm({ me }: { me: Me }) {
  const t = useWords()
  const [mail, setMail] = useState(me.mail ?? '')
  const [digest, setDigest] = useState(me.digest)
  const [wrong, setWrong] = useState<unknown>()
  const keep = (event: FormEvent) => {
    event.preventDefault()
    setWrong(undefined)
    call('setMe', { body: { mail: mail.trim() || null, digest: mail.trim() ? digest : 'off' } })
      .then(now => {
        memory.setQueryData(['me', {}], now)
        setDigest(now.digest)
        tell(t('common.mail.kept'))
      })
      .catch(setWrong)
  }
  if (!me.canMail) return null
  return (
    <>
      <div className="sec">
        <h2>{t('common.mail.title')}</h2>
      </div>
      <form onSubmit={keep} noValidate>
        <div className="f">
          <label className="lab" htmlFor="mail">
            {t('common.mail.address')}
          </label>
          <input
            id="mail"
            className="in"
            type="email"
            autoComplete="email"
            value={mail}
            onChange={event => setMail(event.target.value)}
          />
          <p className="help">{t('common.mail.what')}</p>
        </div>
        <div className="f">
          <span className="seg" role="radiogroup" aria-label={t('common.mail.often')}>
            {often.map(each => (
              <label key={each}>
                <input type="radio" name="digest" checked={digest === each} onChange={() => setDigest(each)} />
                <span>{t(`common.mail.${each}`)}</span>
              </label>
            ))}
          </span>
        </div>
        {wrong !== undefined && <Trouble error={wrong} />}
        <button type="submit" className="btn">
          {t('common.mail.keep')}
        </button>
      </form>
    </>
  )
}
