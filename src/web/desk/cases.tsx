import { Link } from 'wouter'
import { Quiet } from '../quiet.tsx'
import { useWords } from '../words.ts'
import { Page } from './page.tsx'

/** 个案: only a team sees its cases. Whoever is in no team sees why there is nothing here. */
export default function Cases() {
  const t = useWords()
  return (
    <Page title={t('desk.nav.cases')} scope={t('desk.cases.what')}>
      <Quiet why={t('desk.cases.none')}>
        <Link className="act" href="/units">
          {t('desk.cases.ask')}
        </Link>
      </Quiet>
    </Page>
  )
}
