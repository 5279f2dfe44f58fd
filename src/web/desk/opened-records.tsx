import Copy from 'lucide-react/icons/copy'
import { Link, useLocation } from 'wouter'
import { Bars } from '../bars.tsx'
import { dayText } from '../days.ts'
import { useList } from '../door.ts'
import { Figure } from '../figure.tsx'
import { useProgrammes } from '../programmes.ts'
import { Quiet } from '../quiet.tsx'
import type { Opened } from '../shapes.ts'
import { tell } from '../toast.tsx'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { useRows } from './keys.ts'

/** Exactly the records that make the number; those she may not open are counted, with the reason, and never drawn. */
export function OpenedRecords({ handle, opened, today }: { handle: string; opened: Opened; today: string }) {
  const t = useWords()
  const [, go] = useLocation()
  const list = useList('handleRecords', { params: { handle }, query: { limit: 50 } })
  const names = new Map(useProgrammes().data?.programmes.map(each => [each.id, each.short]))
  const rows = list.data?.pages.flatMap(page => page.rows) ?? []
  const [first] = list.data?.pages ?? []
  const { rowProps } = useRows(rows, row => go(`/records/${row.shard}/${row.id}`))
  return (
    <section aria-label={t('common.opened.records')}>
      <div className="sec">
        <h2>
          {t('figures.behind')} <Figure value={opened.records} bare /> {t('figures.behindUnit')}
        </h2>
        {first && (
          <span className="note">
            {t('common.opened.openable')} <Figure value={first.openable} bare />
            {first.closed > 0 && `；${first.closedBecause ?? ''}`}
          </span>
        )}
        <button
          type="button"
          className="btn r"
          onClick={() =>
            void navigator.clipboard.writeText(location.href).then(
              () => tell(t('figures.copied')),
              () => tell(t('figures.notCopied')),
            )
          }
        >
          <Copy />
          {t('figures.copy')}
        </button>
      </div>
      {list.isPending && <Bars rows={10} />}
      {list.error && <Trouble error={list.error} again={() => void list.refetch()} />}
      {first && rows.length === 0 && <Quiet why={first.closedBecause ?? t('figures.noRecords')} />}
      {rows.length > 0 && (
        <div className="scroller" tabIndex={0}>
          <table className="recs">
            <thead>
              <tr>
                <th scope="col">{t('desk.day')}</th>
                <th scope="col">{t('desk.unit')}</th>
                <th scope="col">{t('desk.what')}</th>
                <th scope="col">{t('desk.programme')}</th>
                <th scope="col" className="num">
                  {t(`common.units.${opened.cell.countUnit}`)}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={`${row.shard} ${row.id}`} {...rowProps(index)}>
                  <td className="w">{dayText(row.day, today)}</td>
                  <td className="w">{row.unit.short}</td>
                  <td>
                    <Link href={`/records/${row.shard}/${row.id}`}>{row.title}</Link>
                  </td>
                  <td className="w">{names.get(row.programme) ?? ''}</td>
                  <td className="num">
                    <Figure value={row.value} unit={opened.cell.countUnit} bare />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > 0 && (
        <p className="note more">
          {t('desk.register.shown', { count: rows.length })}
          {list.hasNextPage && (
            <button
              type="button"
              className="act"
              style={{ margin: '0 16px' }}
              onClick={() => void list.fetchNextPage()}
            >
              {t('common.more')}
            </button>
          )}
          {t('figures.always')}
        </p>
      )}
    </section>
  )
}
