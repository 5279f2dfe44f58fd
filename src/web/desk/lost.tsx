import { Link } from 'wouter'
import { Quiet } from '../quiet.tsx'
import { useWords } from '../words.ts'
import { Page } from './page.tsx'

/** An address that leads nowhere. */
export default function Lost() {
  const t = useWords()
  return (
    <Page title={t('common.lost.title')}>
      <Quiet why={t('common.lost.why')}>
        <Link className="act" href="/">
          {t('common.lost.home')}
        </Link>
      </Quiet>
    </Page>
  )
}
