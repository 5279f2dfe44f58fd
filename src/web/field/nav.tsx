import BookUser from 'lucide-react/icons/book-user'
import ChartNoAxesColumn from 'lucide-react/icons/chart-no-axes-column'
import Inbox from 'lucide-react/icons/inbox'
import PencilLine from 'lucide-react/icons/pencil-line'
import UserRound from 'lucide-react/icons/user-round'
import { Link, useLocation } from 'wouter'
import { useWords } from '../words.ts'

const words = [
  { path: '/', key: 'today', Icon: Inbox },
  { path: '/records', key: 'records', Icon: BookUser },
  { path: '/record', key: 'record', Icon: PencilLine },
  { path: '/figures', key: 'figures', Icon: ChartNoAxesColumn },
  { path: '/me', key: 'me', Icon: UserRound },
] as const

/** Four words and, within the thumb's reach, the one solid thing. */
export function Nav() {
  const t = useWords()
  const [here] = useLocation()
  const isHere = (path: string) => (path === '/' ? here === '/' : here === path || here.startsWith(`${path}/`))
  return (
    <nav className="nav" aria-label={t('field.nav.label')}>
      <div>
        {words.map(({ path, key, Icon }) => (
          <Link
            key={key}
            href={path}
            className={key === 'record' ? 'jot' : undefined}
            {...(isHere(path) ? { 'aria-current': 'page' as const } : {})}
          >
            <Icon />
            {t(`field.nav.${key}`)}
          </Link>
        ))}
      </div>
    </nav>
  )
}
