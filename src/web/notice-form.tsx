import { call } from '#contract/call'
import { useState, type FormEvent } from 'react'
import { memory } from './door.ts'
import type { Me } from './shapes.ts'
import { tell } from './toast.tsx'
import { Trouble } from './trouble.tsx'
import { useWords } from './words.ts'

const often = ['off', 'daily', 'weekly'] as const

/** By which way her notices go, to which address, and how often. Shown only where the office has set up a way. */
export function NoticeForm({ me }: { me: Me }) {
  const t = useWords()
  const [by, setBy] = useState(me.ways.includes(me.noticeBy) ? me.noticeBy : (me.ways[0] ?? 'mail'))
  const [addresses, setAddresses] = useState({ mail: me.mail ?? '', other: me.noticeTo ?? '' })
  const [digest, setDigest] = useState(me.digest)
  const [wrong, setWrong] = useState<unknown>()
  const place = by === 'mail' ? 'mail' : 'other'
  const address = addresses[place].trim()
  const keep = (event: FormEvent) => {
    event.preventDefault()
    setWrong(undefined)
    const to = by === 'mail' ? { mail: address || null } : { noticeTo: address || null }
    call('setMe', { body: { noticeBy: by, ...to, digest: address ? digest : 'off' } })
      .then(now => {
        memory.setQueryData(['me', {}], now)
        setDigest(now.digest)
        tell(t('common.notices.kept'))
      })
      .catch(setWrong)
  }
  if (me.ways.length === 0) return null
  return (
    <>
      <div className="sec">
        <h2>{t('common.notices.title')}</h2>
      </div>
      <form onSubmit={keep} noValidate>
        {me.ways.length > 1 && (
          <div className="f">
            <span className="seg" role="radiogroup" aria-label={t('common.notices.way')}>
              {me.ways.map(each => (
                <label key={each}>
                  <input type="radio" name="way" checked={by === each} onChange={() => setBy(each)} />
                  <span>{t(`common.notices.ways.${each}`)}</span>
                </label>
              ))}
            </span>
          </div>
        )}
        <div className="f">
          <label className="lab" htmlFor="notice-address">
            {t(`common.notices.address.${by}`)}
          </label>
          <input
            id="notice-address"
            className="in"
            type={by === 'mail' ? 'email' : by === 'sms' ? 'tel' : 'text'}
            autoComplete={by === 'mail' ? 'email' : by === 'sms' ? 'tel' : 'off'}
            value={addresses[place]}
            onChange={event => setAddresses({ ...addresses, [place]: event.target.value })}
          />
          <p className="help">{t('common.notices.what')}</p>
        </div>
        <div className="f">
          <span className="seg" role="radiogroup" aria-label={t('common.notices.often')}>
            {often.map(each => (
              <label key={each}>
                <input type="radio" name="digest" checked={digest === each} onChange={() => setDigest(each)} />
                <span>{t(`common.notices.${each}`)}</span>
              </label>
            ))}
          </span>
        </div>
        {wrong !== undefined && <Trouble error={wrong} />}
        <button type="submit" className="btn">
          {t('common.notices.keep')}
        </button>
      </form>
    </>
  )
}
