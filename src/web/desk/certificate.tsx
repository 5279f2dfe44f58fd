import { Bars } from '../bars.tsx'
import { useDoor } from '../door.ts'
import { Qr } from '../public-page.tsx'
import { Quiet } from '../quiet.tsx'
import { Seal } from '../seal.tsx'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { Page } from './page.tsx'
import './certificate.css'

/** A certificate to print, with the picture anybody can check it by. */
export default function Certificate({ shard, id }: { shard: number; id: string }) {
  const t = useWords()
  const asked = useDoor('record', { params: { shard, id } })
  const page = asked.data?.publicPage
  const code = page?.kind === 'certificate' ? page.url.slice(page.url.lastIndexOf('/') + 1) : ''
  const { data } = useDoor('certificate', { params: { code } }, { enabled: code !== '' })
  const record = asked.data
  const day = record?.fields.find(field => field.name === 'since')?.text ?? ''
  const edition = record?.fields.find(field => field.name === 'edition')?.text ?? ''
  const print = (
    <button type="button" className="btn first" onClick={() => window.print()}>
      {t('desk.certificate.print')}
    </button>
  )
  return (
    <Page title={t('desk.certificate.title')} scope={t('desk.certificate.what')} acts={data && print}>
      {asked.error ? (
        <Trouble error={asked.error} />
      ) : !record ? (
        <Bars rows={8} />
      ) : !page || !data ? (
        code ? (
          <Bars rows={8} />
        ) : (
          <Quiet why={t('desk.certificate.none')} />
        )
      ) : (
        <article className="certificate">
          <header>
            <Seal />
            <h2>{t('desk.certificate.head')}</h2>
          </header>
          <p className="to">{t('desk.certificate.to', { name: record.title })}</p>
          <p className="says">{t('desk.certificate.says', { edition, award: data.award, rank: data.rank })}</p>
          <footer>
            <div className="check">
              <Qr url={page.url} label={t('common.public.certificate.qr')} />
              <span>
                {t('desk.certificate.number', { number: data.number })}
                <br />
                {t('desk.certificate.scan')}
              </span>
            </div>
            <p className="by">
              {data.by}
              <br />
              {day}
            </p>
          </footer>
        </article>
      )}
    </Page>
  )
}
