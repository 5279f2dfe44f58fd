import ArrowRight from 'lucide-react/icons/arrow-right'
import Check from 'lucide-react/icons/check'
import CircleCheck from 'lucide-react/icons/circle-check'
import { Link } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { Bars } from '../bars.tsx'
import { momentText } from '../days.ts'
import { useDoor } from '../door.ts'
import { Figure } from '../figure.tsx'
import { usePageTitle } from '../page-title.ts'
import type { Me, Rung } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { Bar } from './bar.tsx'

/** Recorded: the receipt, the same thing counted from village to province, and what need not be reported any more. */
export function Done({ me, shard, id }: { me: Me; shard: number; id: string }) {
  const t = useWords()
  usePageTitle(t('field.done.title'))
  const state = useHistoryState() as { number?: string; at?: string } | null
  const ladder = useDoor('ladder', { params: { shard, id } }, { fresh: Number.POSITIVE_INFINITY })
  const record = useDoor('record', { params: { shard, id } })
  const rungs = mainRungs(ladder.data?.rungs ?? [])
  const [first] = rungs
  const counts = record.data?.countsInto ?? []
  const beside = counts.filter(each => each.key !== first?.indicator && each.value > 0).slice(0, 3)
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
        {first && (
          <>
            <div className="sec" style={{ paddingTop: 16 }}>
              <h2>{t('field.done.into')}</h2>
              <span className="note">
                {t('field.done.thisYear', { name: first.name, unit: t(`common.units.${first.countUnit}`) })}
              </span>
            </div>
            <ol className="up">
              {rungs.map(rung => (
                <li key={rung.unit.no}>
                  <span>{rung.unit.level === 1 ? t('field.done.province') : rung.unit.short}</span>
                  <span className="v">
                    <span className="was">
                      <Figure value={rung.before} bare />
                    </span>
                    <ArrowRight aria-label={t('field.done.became')} />
                    <Figure value={rung.after} handle={rung.handle} bare />
                  </span>
                </li>
              ))}
            </ol>
          </>
        )}
        {ladder.isPending && <Bars rows={5} />}
        {ladder.error && <Trouble error={ladder.error} again={() => void ladder.refetch()} />}
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

/** The ladder of the first indicator, from the village upwards. */
const mainRungs = (rungs: Rung[]): Rung[] =>
  rungs.filter(rung => rung.indicator === rungs[0]?.indicator).sort((a, b) => b.unit.level - a.unit.level)
