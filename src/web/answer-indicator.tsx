import { useProgrammes } from './programmes.ts'
import type { Asked } from './shapes.ts'
import { useWords } from './words.ts'

type Props = { aria: { id: string }; field: Asked; value: string; change: (value: unknown) => void }

/** An indicator, chosen from the device's own list, programme by programme. */
export function AnswerIndicator({ aria, field, value, change }: Props) {
  const t = useWords()
  const { data } = useProgrammes()
  const groups = (data?.programmes ?? [])
    .map(({ id, name, indicators }) => ({
      ...{ id, name },
      rows: indicators.filter(each => field.of !== 'counted' || each.kind === 'flow'),
    }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <select {...aria} className="in" value={value} onChange={event => change(event.target.value || undefined)}>
      <option value="">{t(field.optional ? 'answers.notSaid' : 'answers.choose')}</option>
      {groups.map(({ id, name, rows }) => (
        <optgroup key={id} label={name}>
          {rows.map(row => (
            <option key={row.key} value={row.key}>
              {row.name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
