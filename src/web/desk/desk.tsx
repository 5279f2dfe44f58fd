import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useSyncExternalStore, type ReactNode } from 'react'
import { day, largeType, night } from '../look/antd-theme.ts'
import type { Me } from '../shapes.ts'
import { Signed } from '../signed.tsx'
import { readTaste, type Taste } from '../taste.ts'
import { Toasts } from '../toast.tsx'
import { Head } from './head.tsx'
import { Pages } from './pages.tsx'
import { useWords } from '../words.ts'

/** The Desk: who is signed in, the head with its seven words, and the page below. */
export default function Desk() {
  return (
    <Dressed>
      <Signed>{me => (belongsOnField(me) ? null : <Room me={me} />)}</Signed>
      <Toasts />
    </Dressed>
  )
}

function Room({ me }: { me: Me }) {
  const t = useWords()
  return (
    <>
      <a className="skip" href="#page">
        {t('desk.skip')}
      </a>
      <Head me={me} />
      <Pages me={me} />
    </>
  )
}

/** Village and township workers begin on the Field, unless they asked for the Desk. */
function belongsOnField(me: Me): boolean {
  if (me.face !== 'field' || location.pathname !== '/') return false
  if (new URLSearchParams(location.search).has('desk')) sessionStorage.setItem('nj.desk', '1')
  if (sessionStorage.getItem('nj.desk')) return false
  location.replace('/field/')
  return true
}

/** Ant Design in our tokens: light, dark, large type, as the reader likes it. */
function Dressed({ children }: { children: ReactNode }) {
  const taste = useTaste()
  const dark = useDark(taste.theme)
  const base = dark ? night : day
  return (
    <ConfigProvider
      theme={taste.size === 'elder' ? largeType(base) : base}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      locale={zhCN}
    >
      {children}
    </ConfigProvider>
  )
}

let known = readTaste()
const listenTaste = (changed: () => void) => {
  const listener = () => {
    known = readTaste()
    changed()
  }
  window.addEventListener('nj-taste', listener)
  return () => window.removeEventListener('nj-taste', listener)
}
const useTaste = (): Taste => useSyncExternalStore(listenTaste, () => known)

const systemDark = () => matchMedia('(prefers-color-scheme: dark)')
const listenDark = (changed: () => void) => {
  const query = systemDark()
  query.addEventListener?.('change', changed)
  return () => query.removeEventListener?.('change', changed)
}

/** Is the page dark now? */
export function useDark(theme: Taste['theme'] = readTaste().theme): boolean {
  const system = useSyncExternalStore(listenDark, () => systemDark().matches)
  return theme === 'dark' || (theme === 'system' && system)
}
