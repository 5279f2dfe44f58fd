import Lock from 'lucide-react/icons/lock'
import { Bars } from '../bars.tsx'
import { momentText } from '../days.ts'
import { useList } from '../door.ts'
import { Quiet } from '../quiet.tsx'
import type { Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'

/** Who did what, newest first. A sealed line stands in the chain: it can no longer be changed unnoticed. */
export default function Audit({ me }: { me: Me }) {
  const t = useWords()
  const list = useList('audit', { query: {} })
  const rows = list.data?.pages.flatMap(page => page.rows) ?? []
  return (
    <section>
      <p className="dim" style={{ marginBottom: 12 }}>
        {t('office.audit.what')}
      </p>
      {list.isPending && <Bars rows={10} />}
      {list.error && <Trouble error={list.error} again={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <Quiet why={t('office.audit.none')} />}
      {rows.length > 0 && (
        <div className="scroller" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {['at', 'by', 'act', 'subject', 'sealed'].map(key => (
                  <th scope="col" key={key}>
                    {t(`office.audit.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // lines of the book have no name of their own and never change places
                <tr key={index}>
                  <td className="w">{momentText(row.at, me.today)}</td>
                  <td className="w">{row.by}</td>
                  <td>{row.act}</td>
                  <td>{row.what}</td>
                  <td>
                    {row.sealed && (
                      <span className="tag dim">
                        <Lock />
                        {t('office.audit.isSealed')}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <button type="button" className="act" onClick={() => void list.fetchNextPage()}>
          {t('common.more')}
        </button>
      )}
    </section>
  )
}
