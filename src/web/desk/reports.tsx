import { useState } from 'react'
import { Link } from 'wouter'
import { Bars } from '../bars.tsx'
import { useDoor } from '../door.ts'
import { Quiet } from '../quiet.tsx'
import type { Me, ReportLine } from '../shapes.ts'
import { keepsOnly } from '../session.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { Page } from './page.tsx'
import { ReadForm, WriteForm } from './report-forms.tsx'
import './paper.css'

/** 文书: old reports that were read, and reviews that were written. */
export default function Reports({ me }: { me: Me }) {
  const t = useWords()
  const [open, setOpen] = useState<'read' | 'write' | undefined>()
  const list = useDoor('reports', { query: {} })
  const rows = list.data?.rows ?? []
  return (
    <Page
      title={t('papers.title')}
      scope={t('papers.scope')}
      acts={
        !keepsOnly(me) && (
          <>
            <button type="button" className="btn" onClick={() => setOpen(open === 'read' ? undefined : 'read')}>
              {t('papers.read.open')}
            </button>
            <button type="button" className="btn first" onClick={() => setOpen(open === 'write' ? undefined : 'write')}>
              {t('papers.write.open')}
            </button>
          </>
        )
      }
    >
      {open === 'read' && <ReadForm me={me} />}
      {open === 'write' && <WriteForm me={me} />}
      {list.isPending && <Bars rows={6} />}
      {list.error && <Trouble error={list.error} again={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <Quiet why={t(keepsOnly(me) ? 'common.keeper.papers' : 'papers.none')} />}
      {rows.length > 0 && <ReportTable rows={rows} />}
    </Page>
  )
}

function ReportTable({ rows }: { rows: readonly ReportLine[] }) {
  const t = useWords()
  return (
    <div className="scroller" tabIndex={0}>
      <table className="heads">
        <thead>
          <tr>
            {(['name', 'kind', 'unit', 'span', 'figures', 'by'] as const).map(each => (
              <th key={each} scope="col">
                {t(`papers.heads.${each}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <td>
                <Link href={`/${row.kind === 'old' ? 'reports' : 'reviews'}/${row.shard}/${row.id}`}>{row.title}</Link>
              </td>
              <td>
                {t(`papers.kinds.${row.kind}`)}
                {row.issued ? `　${t('papers.issued')}` : ''}
              </td>
              <td>{row.unit.short}</td>
              <td>{row.from && row.to ? `${row.from}—${row.to}` : '—'}</td>
              <td>
                {t(row.kind === 'old' ? 'papers.foundOf' : 'papers.boundOf', {
                  found: row.found,
                  accepted: row.accepted,
                })}
              </td>
              <td className="note">{row.by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
