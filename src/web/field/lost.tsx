import { Link } from 'wouter'
import { usePageTitle } from '../page-title.ts'
import { Quiet } from '../quiet.tsx'
import { useWords } from '../words.ts'
import { Bar } from './bar.tsx'

/** An address that leads nowhere. */
export function Lost() {
  const t = useWords()
  usePageTitle(t('common.lost.title'))
  return (
    <>
      <Bar title={<h1 className="t">{t('common.lost.title')}</h1>} />
      <main>
        <Quiet why={t('common.lost.why')}>
          <Link className="act" href="/">
            {t('common.lost.home')}
          </Link>
        </Quiet>
      </main>
    </>
  )
}
