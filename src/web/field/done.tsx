import Check from 'lucide-react/icons/check'
import CircleCheck from 'lucide-react/icons/circle-check'
import { Link } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { momentText } from '../days.ts'
import { useDoor } from '../door.ts'
import { Figure } from '../figure.tsx'
import { Ladder } from '../ladder.tsx'
import { usePageTitle } from '../page-title.ts'
import type { Me } from '../shapes.ts'
import { useWords } from '../words.ts'
import { Bar } from './bar.tsx'

/** Recorded: the receipt, the same thing counted from village to province, and what need not be reported any more. */
export function Done({ me, shard, id }: { me: Me; shard: number; id: string }) {
  const t = useWords()
  usePageTitle(t('field.done.title'))
  const state = useHistoryState() as { number?: string; at?: string } | null
  const record = useDoor('record', { params: { shard, id } })
  const counts = record.data?.countsInto ?? []
  const beside = counts.filter(each => each.value > 0).slice(1, 4)
  const names = [...new Set(counts.map(each => each.name))]
  return (
    <>
      <Bar
        title={<b>{record.data?.title ?? ''}</b>}
        right={record.data?.may.includes('correct') ? t('field.done.canChange') : undefined}
      />
      <main>
        <h1 className="ok">
          <CircleCheck />
          {t('field.done.title')}
        </h1>
        <p className="scope" role="status">
          {state?.number
            ? t('field.done.receipt', { number: state.number, at: momentText(state.at ?? '', me.today) })
            : t('field.done.stored')}
        </p>
        <Ladder shard={shard} id={id} />
        {beside.length > 0 && (
          <p style={{ paddingTop: 12, lineHeight: 1.7 }}>
            {beside.map((each, index) => (
              <span key={`${each.key} ${each.name}`}>
                {index > 0 && '，'}
                {each.name} <Figure value={each.value} unit={each.unit} />
              </span>
            ))}
            。
          </p>
        )}
        {names.length > 0 && (
          <>
            <div className="sec">
              <h2>{t('field.done.noReport')}</h2>
            </div>
            <ul className="no">
              {names.slice(0, 5).map(name => (
                <li key={name}>
                  <Check />
                  <span>{name}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="take">
          <Link className="btn" href={`/records/${shard}/${id}`}>
            {t('field.done.look')}
          </Link>
          <Link className="btn" href={record.data ? `/record/${record.data.programme}` : '/record'}>
            {t('field.done.another')}
          </Link>
        </div>
      </main>
    </>
  )
}
