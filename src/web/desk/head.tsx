import PencilLine from 'lucide-react/icons/pencil-line'
import { Link, useLocation } from 'wouter'
import { leave } from '../leave.ts'
import { Seal } from '../seal.tsx'
import { homeUnit } from '../session.ts'
import type { Me } from '../shapes.ts'
import { useWords } from '../words.ts'
import { Find } from './find.tsx'
import { Pick } from './pick.tsx'

const words = [
  ['today', '/'],
  ['records', '/records'],
  ['plans', '/plans'],
  ['cases', '/cases'],
  ['figures', '/figures'],
  ['reports', '/reports'],
  ['units', '/units'],
] as const

/** The head of every page: seal, seven words, search, 记一笔, and who I am for which post. */
export function Head({ me }: { me: Me }) {
  const t = useWords()
  const [here] = useLocation()
  const isHere = (path: string) =>
    path === '/' ? here === '/' : here.startsWith(path) || (path === '/reports' && here.startsWith('/reviews'))
  return (
    <header className="top">
      <Link className="home" href="/" aria-label={t('desk.nav.home')}>
        <Seal />
      </Link>
      <nav className="tabs" aria-label={t('desk.nav.label')}>
        {words.map(([key, path]) => (
          <Link key={key} href={path} {...(isHere(path) ? { 'aria-current': 'page' as const } : {})}>
            {t(`desk.nav.${key}`)}
          </Link>
        ))}
      </nav>
      <Find me={me} />
      {here !== '/' && !here.startsWith('/record/') && here !== '/record' && (
        <Link className="btn hand" href="/record">
          <PencilLine />
          {t('desk.nav.record')}
        </Link>
      )}
      <Who me={me} />
    </header>
  )
}

function Who({ me }: { me: Me }) {
  const t = useWords()
  const [, go] = useLocation()
  const unit = homeUnit(me)
  const isAdmin = me.posts.some(post => post.kind === 'admin')
  const ways: [string, string][] = [
    ['/me', t('desk.who.me')],
    ['/import', t('desk.who.import')],
    ...(isAdmin ? ([['/office', t('desk.who.office')]] as [string, string][]) : []),
  ]
  return (
    <Pick
      name={t('desk.who.name')}
      className="who"
      label={
        <>
          <b>{me.name}</b>
          <span>{[unit?.name, me.posts[0]?.name].filter(Boolean).join(' ')}</span>
        </>
      }
    >
      {close => (
        <>
          {me.posts.length > 1 && <p className="group">{t('desk.who.posts')}</p>}
          {me.posts.length > 1 &&
            me.posts.map(post => (
              <p key={`${post.kind} ${post.unit.no}`} className="pad dim">
                {post.unit.name}　{post.name}
              </p>
            ))}
          <ul>
            {ways.map(([path, name]) => (
              <li key={path}>
                <button
                  type="button"
                  onClick={() => {
                    close()
                    go(path)
                  }}
                >
                  {name}
                </button>
              </li>
            ))}
            <li>
              <a href="/field/">{t('desk.who.field')}</a>
            </li>
            <li>
              <button type="button" onClick={() => void leave()}>
                {t('desk.who.leave')}
              </button>
            </li>
          </ul>
        </>
      )}
    </Pick>
  )
}
