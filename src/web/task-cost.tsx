import type { Answers } from './answers.ts'
import { useDoor } from './door.ts'
import { levelOf } from './levels.ts'
import type { RecordPage } from './shapes.ts'
import { useWords } from './words.ts'

/** How many units get it and how much each of them must write: questions × units. What records tell costs nothing. */
export function TaskCost({ record, answers }: { record: RecordPage; answers: Answers }) {
  const t = useWords()
  const level = levelOf(answers.to)
  const { data } = useDoor(
    'unitsBelow',
    { params: { no: record.unit.no }, query: { level: level ?? 2 } },
    { enabled: level !== undefined },
  )
  if (!data) return null
  const shares = Object.values((answers.targets ?? {}) as Record<string, number>).filter(share => share > 0)
  const units = answers.targets === undefined ? data.total : shares.length
  const answer = (name: string) => record.fields.find(field => field.name === name)
  const counts = answer('counts')
  const asks = (answer('asks')?.value ?? []) as string[]
  const each = asks.length + 1 // how it went, and the questions
  return (
    <p className="note cost" role="status">
      {counts
        ? t('answers.cost.nothing', { units, name: counts.text })
        : t('answers.cost.writes', { units, each, all: units * each })}
    </p>
  )
}
