import { useState } from 'react'
import { Link } from 'wouter'
import { addPasskey, knowsPasskeys } from '../auth.ts'
import { leave } from '../leave.ts'
import { DutyCards } from '../duty-cards.tsx'
import { NoticeForm } from '../notice-form.tsx'
import type { Me } from '../shapes.ts'
import { TasteForm } from '../taste-form.tsx'
import { tell } from '../toast.tsx'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { Page } from './page.tsx'
import { SecondStep } from './second-step.tsx'
import './office.css'

/** Me: posts, how I like to read, how I sign in. */
export default function Mine({ me }: { me: Me }) {
  const t = useWords()
  const [error, setError] = useState<unknown>()
  const [second, setSecond] = useState(false)
  const add = async () => {
    const came = await addPasskey(t('office.me.thisDevice'))
    if (came?.ok) tell(t('office.me.passkeyDone'))
    else setError(came?.error)
  }
  return (
    <Page className="office" title={me.name} scope={t('office.me.account', { username: me.username })}>
      <div className="mine">
        <div className="sec" style={{ marginTop: 0 }}>
          <h2>{t('office.me.posts')}</h2>
        </div>
        {me.posts.map(post => (
          <p className="lineact" key={`${post.kind} ${post.unit.no}`}>
            <span>
              {post.unit.name}　{post.name}
            </span>
            <span className="note">{post.term}</span>
          </p>
        ))}
        {me.posts.length === 0 && <p className="say">{t('office.me.noPost')}</p>}
        {me.posts[0] && <DutyCards unit={me.posts[0].unit.no} only={me.person} />}
        <div className="sec">
          <h2>{t('office.me.reading')}</h2>
        </div>
        <TasteForm />
        <NoticeForm me={me} />
        <div className="sec">
          <h2>{t('office.me.safety')}</h2>
        </div>
        <p className="lineact">
          <span>{t('common.password.title')}</span>
          <Link className="act" href="/password?back=/me">
            {t('office.me.change')}
          </Link>
        </p>
        <p className="lineact">
          <span>
            {t('office.me.second')}
            <span className="note">　{t(me.twoFactor ? 'office.me.secondOn' : 'office.me.secondOff')}</span>
          </span>
          {!me.twoFactor && (
            <button type="button" className="act" aria-expanded={second} onClick={() => setSecond(!second)}>
              {t('office.me.secondStart')}
            </button>
          )}
        </p>
        {second && !me.twoFactor && <SecondStep />}
        {knowsPasskeys() && (
          <p className="lineact">
            <span>{t('office.me.passkey')}</span>
            <button type="button" className="act" onClick={() => void add()}>
              {t('office.me.add')}
            </button>
          </p>
        )}
        {error !== undefined && <Trouble error={error} />}
        <p style={{ paddingTop: 24 }}>
          <button type="button" className="btn" onClick={() => void leave()}>
            {t('desk.who.leave')}
          </button>
        </p>
      </div>
    </Page>
  )
}
