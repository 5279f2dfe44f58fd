import { useState } from 'react'
import { addPasskey, knowsPasskeys } from '../auth.ts'
import { waitingDrafts } from '../draft.ts'
import { leave } from '../leave.ts'
import { usePageTitle } from '../page-title.ts'
import { DutyCards } from '../duty-cards.tsx'
import { NoticeForm } from '../notice-form.tsx'
import type { Me } from '../shapes.ts'
import { TasteForm } from '../taste-form.tsx'
import { tell } from '../toast.tsx'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { HomeBar } from './bar.tsx'
import { Nav } from './nav.tsx'

/** Me: my posts, how I like to read, my password, and the way out. */
export default function Mine({ me }: { me: Me }) {
  const t = useWords()
  usePageTitle(t('field.nav.me'))
  const [error, setError] = useState<unknown>()
  const waiting = waitingDrafts(me.person).length
  const add = async () => {
    const came = await addPasskey(t('field.me.thisPhone'))
    if (came?.ok) tell(t('field.me.passkeyDone'))
    else setError(came?.error)
  }
  return (
    <>
      <HomeBar unit={me.posts[0]?.unit.name ?? me.name} right={null} />
      <main>
        <h1>{me.name}</h1>
        <p className="scope">{t('field.me.account', { username: me.username })}</p>
        <div className="sec">
          <h2>{t('field.me.posts')}</h2>
        </div>
        <ul className="rows">
          {me.posts.map(post => (
            <li key={`${post.kind} ${post.unit.no}`}>
              <div>
                <p>
                  {post.unit.name}　{post.name}
                </p>
                <span className="note">{post.term}</span>
              </div>
            </li>
          ))}
        </ul>
        {me.posts[0] && <DutyCards unit={me.posts[0].unit.no} only={me.person} />}
        <div className="sec">
          <h2>{t('field.me.reading')}</h2>
        </div>
        <TasteForm />
        <NoticeForm me={me} />
        <div className="sec">
          <h2>{t('field.me.safety')}</h2>
        </div>
        <ul className="rows">
          <li>
            <a href="/field/password?back=/field/me">
              <p>{t('common.password.title')}</p>
              <span className="go">{t('field.me.change')}</span>
            </a>
          </li>
          {knowsPasskeys() && (
            <li>
              <button type="button" onClick={() => void add()}>
                <p>{t('field.me.passkey')}</p>
                <span className="go">{t('field.me.add')}</span>
              </button>
            </li>
          )}
          <li>
            <a href="/?desk">
              <p>{t('field.me.desk')}</p>
              <span className="go">{t('field.me.open')}</span>
            </a>
          </li>
        </ul>
        {error !== undefined && <Trouble error={error} />}
        <div style={{ paddingTop: 24 }}>
          {waiting > 0 && <p className="ochre note">{t('field.me.stillWaiting', { count: waiting })}</p>}
          <button type="button" className="btn" onClick={() => void leave()}>
            {t('field.me.leave')}
          </button>
        </div>
      </main>
      <Nav />
    </>
  )
}
