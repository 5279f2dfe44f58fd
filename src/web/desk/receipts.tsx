import { Link } from 'wouter'
import { dayText } from '../days.ts'
import { useDoor } from '../door.ts'
import type { Me, RecordPage } from '../shapes.ts'
import { useWords } from '../words.ts'

/** Above a document that was sent down: who signed for it, who did not. */
export default function Receipts({ me, record }: { me: Me; record: RecordPage }) {
  const t = useWords()
  const { data } = useDoor('receipts', { params: { shard: record.shard, id: record.id } }, { fresh: 5000 })
  if (!data || data.given === 0) return null
  return (
    <section style={{ marginBottom: 32 }}>
      <div className="sec">
        <h2>{t('desk.receipts.title')}</h2>
        <span className="note">{t('desk.receipts.of', { signed: data.signed, given: data.given })}</span>
      </div>
      <ul
        className="counts"
        style={{ maxHeight: 360, overflowY: 'auto' }}
        tabIndex={0}
        aria-label={t('desk.receipts.title')}
      >
        {data.rows.map(row => (
          <li key={row.id}>
            <Link href={`/records/${row.shard}/${row.id}`}>{row.unit.short}</Link>
            <span className={row.received ? 'dim' : 'ochre'}>
              {row.received ? dayText(row.received, me.today) : t('desk.receipts.waiting')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
