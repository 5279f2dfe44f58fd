import ArrowRight from 'lucide-react/icons/arrow-right'
import { Bars } from './bars.tsx'
import { useDoor } from './door.ts'
import { Figure } from './figure.tsx'
import type { Rung } from './shapes.ts'
import { Trouble } from './trouble.tsx'
import { useWords } from './words.ts'

/** The same record seen from its unit up to the province: each level's number before it and now. Drawn once. */
export function Ladder({ shard, id }: { shard: number; id: string }) {
  const t = useWords()
  const ladder = useDoor('ladder', { params: { shard, id } }, { fresh: Number.POSITIVE_INFINITY })
  const rungs = mainRungs(ladder.data?.rungs ?? [])
  const [first] = rungs
  if (ladder.isPending) return <Bars rows={5} />
  if (ladder.error) return <Trouble error={ladder.error} again={() => void ladder.refetch()} />
  if (!first) return null
  return (
    <>
      <div className="sec" style={{ paddingTop: 16 }}>
        <h2>{t('common.ladder.into')}</h2>
        <span className="note">
          {t('common.ladder.thisYear', { name: first.name, unit: t(`common.units.${first.countUnit}`) })}
        </span>
      </div>
      <ol className="up">
        {rungs.map(rung => (
          <li key={rung.unit.no}>
            <span>{rung.unit.level === 1 ? t('common.ladder.province') : rung.unit.short}</span>
            <span className="v">
              <span className="was">
                <Figure value={rung.before} bare />
              </span>
              <ArrowRight aria-label={t('common.ladder.became')} />
              <Figure value={rung.after} handle={rung.handle} bare />
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** The ladder of the first indicator, from the lowest unit upwards. */
const mainRungs = (rungs: Rung[]): Rung[] =>
  rungs.filter(rung => rung.indicator === rungs[0]?.indicator).sort((a, b) => b.unit.level - a.unit.level)
