import { Bars } from '../bars.tsx'
import { useDoor } from '../door.ts'
import { Qr } from '../public-page.tsx'
import { Quiet } from '../quiet.tsx'
import { Seal } from '../seal.tsx'
import type { RecordPage } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { Page } from './page.tsx'
import './certificate.css'

/** Certificates to print, one a sheet, each with the picture anybody can check it by: of an honour, or of everybody who passed a class. */
export default function Certificates({ shard, id }: { shard: number; id: string }) {
  const t = useWords()
  const asked = useDoor('record', { params: { shard, id } })
  const record = asked.data
  const codes = record ? codesOf(record) : []
  const print = (
    <button type="button" className="btn first" onClick={() => window.print()}>
      {t('desk.certificate.print')}
    </button>
  )
  return (
    <Page title={t('desk.certificate.title')} scope={t('desk.certificate.what')} acts={codes.length > 0 && print}>
      {asked.error && <Trouble error={asked.error} />}
      {!asked.error && !record && <Bars rows={8} />}
      {record && codes.length === 0 && <Quiet why={t('desk.certificate.none')} />}
      {record && codes.map(each => <Paper key={each.code} record={record} {...each} />)}
    </Page>
  )
}

type Certified = { code: string; name: string }

/** Who is certified, and by which code. */
function codesOf({ publicPage, title, fields, people }: RecordPage): Certified[] {
  if (!publicPage || publicPage.kind === 'notice') return []
  const code = publicPage.url.slice(publicPage.url.lastIndexOf('/') + 1)
  if (publicPage.kind === 'certificate') return [{ code, name: title }]
  const certified = (fields.find(field => field.name === 'certified')?.value ?? []) as string[]
  return certified.map((person, at) => ({ code: `${code}.${at + 1}`, name: people[person] ?? '' }))
}

function Paper({ record, code, name }: Certified & { record: RecordPage }) {
  const t = useWords()
  const { data } = useDoor('certificate', { params: { code } })
  if (!data) return <Bars rows={8} />
  const text = (of: string) => record.fields.find(field => field.name === of)?.text ?? ''
  const honour = record.publicPage?.kind === 'certificate'
  const url = `${record.publicPage?.url.slice(0, record.publicPage.url.lastIndexOf('/'))}/${code}`
  return (
    <article className="certificate">
      <header>
        <Seal />
        <h2>{t(honour ? 'desk.certificate.head' : 'desk.certificate.headClass')}</h2>
      </header>
      <p className="to">{t('desk.certificate.to', { name })}</p>
      <p className="says">
        {honour
          ? t('desk.certificate.says', { edition: text('edition'), award: data.award, rank: data.rank })
          : t('desk.certificate.saysClass', { title: data.award })}
      </p>
      <footer>
        <div className="check">
          <Qr url={url} label={t('common.public.certificate.qr')} />
          <span>
            {t('desk.certificate.number', { number: data.number })}
            <br />
            {t('desk.certificate.scan')}
          </span>
        </div>
        <p className="by">
          {data.by}
          <br />
          {text(honour ? 'since' : 'until') || text('since')}
        </p>
      </footer>
    </article>
  )
}
