import type { Answers } from './answers.ts'
import { AnswerCount } from './answer-count.tsx'
import { Bars } from './bars.tsx'
import { useDoor } from './door.ts'
import { levelOf } from './levels.ts'
import type { Asked } from './shapes.ts'
import { useWords } from './words.ts'

type Shares = Readonly<Record<string, number>>
type Props = {
  field: Asked
  value: Shares | undefined
  change: (value: unknown) => void
  unit: number | undefined
  among: Answers
}

/** A number for each unit of the level that was chosen, or a tick where only who is meant matters; their sum is said below. */
export function AnswerShares({ field, value = {}, change, unit, among }: Props) {
  const t = useWords()
  const level = levelOf(among.to)
  const asked = useDoor(
    'unitsBelow',
    { params: { no: unit ?? 0 }, query: { level: level ?? 2 } },
    { enabled: unit !== undefined && level !== undefined },
  )
  if (level === undefined) return <p className="note">{t('answers.shares.level')}</p>
  if (!asked.data) return <Bars rows={3} />
  const { total } = asked.data
  // a list nobody can go through is no help: it is divided one level at a time
  if (total > asked.data.rows.length) return <p className="note">{t('answers.shares.many', { of: total })}</p>
  const ticked = field.options?.includes('ticks')
  const put = (no: number, share: number | undefined) => {
    const { [no]: _, ...others } = value
    const next = share === undefined ? others : { ...others, [no]: share }
    change(Object.keys(next).length === 0 ? undefined : next)
  }
  const given = Object.values(value).filter(share => share > 0)
  return (
    <>
      <ul className="shares">
        {asked.data.rows.map(({ no, short, parent }) => (
          <li key={no}>
            <label htmlFor={`share-${no}`}>
              {short}
              {level > 3 && <em>{parent}</em>}
            </label>
            {ticked ? (
              <input
                id={`share-${no}`}
                type="checkbox"
                checked={(value[no] ?? 0) > 0}
                onChange={event => put(no, event.target.checked ? 1 : undefined)}
              />
            ) : (
              <AnswerCount
                aria={{ id: `share-${no}` }}
                value={value[no]}
                change={share => put(no, share as number | undefined)}
                min={0}
              />
            )}
          </li>
        ))}
      </ul>
      <p className="note">
        {t('answers.shares.sum', { units: given.length, of: total })}
        {!ticked &&
          given.length > 0 &&
          t('answers.shares.total', { total: given.reduce((sum, each) => sum + each, 0) })}
      </p>
    </>
  )
}
