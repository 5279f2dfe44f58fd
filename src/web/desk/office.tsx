import Download from 'lucide-react/icons/download'
import { downloads } from '#contract/paths'
import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { Bars } from '../bars.tsx'
import { Quiet } from '../quiet.tsx'
import type { Me } from '../shapes.ts'
import { useWords } from '../words.ts'
import { Page } from './page.tsx'
import './office.css'

const Accounts = lazy(() => import('./accounts.tsx'))
const Settings = lazy(() => import('./settings.tsx'))
const MapUpload = lazy(() => import('./map-upload.tsx'))
const Hooks = lazy(() => import('./hooks.tsx'))
const Audit = lazy(() => import('./audit.tsx'))

const parts = ['accounts', 'settings', 'map', 'hooks', 'audit'] as const

/** 管理: accounts, settings of the tree, the map, other systems, and who did what. */
export default function Office({ me, part }: { me: Me; part: string }) {
  const t = useWords()
  const mine = me.posts.find(post => post.kind === 'admin')
  const here = parts.find(each => each === part) ?? 'accounts'
  return (
    <Page
      className="office"
      title={t('office.title')}
      scope={t('office.what', { unit: (mine ?? me.posts[0])?.unit.name ?? '' })}
      acts={
        <a className="btn" href={downloads.accessBook} download>
          <Download />
          {t('office.access')}
        </a>
      }
    >
      <nav className="parts" aria-label={t('office.parts')}>
        {parts.map(each => (
          <Link key={each} href={`/office/${each}`} {...(each === here ? { 'aria-current': 'page' as const } : {})}>
            {t(`office.${each}.title`)}
          </Link>
        ))}
      </nav>
      {mine ? (
        <Suspense fallback={<Bars rows={8} />}>
          {here === 'accounts' && <Accounts me={me} unit={mine.unit} />}
          {here === 'settings' && <Settings me={me} unit={mine.unit} />}
          {here === 'map' && <MapUpload me={me} unit={mine.unit} />}
          {here === 'hooks' && <Hooks me={me} unit={mine.unit} />}
          {here === 'audit' && <Audit me={me} />}
        </Suspense>
      ) : (
        <Quiet why={t('office.notYours')} />
      )}
    </Page>
  )
}
