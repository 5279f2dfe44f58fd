import { useProgrammes } from './programmes.ts'
import { useWords } from './words.ts'

type Props = { aria: { id: string }; value: string; optional: boolean; change: (value: unknown) => void }

/** A figure that records count, chosen from the device's own list, programme by programme. */
export function AnswerIndicator({ aria, value, optional, change }: Props) {
  const t = useWords()
  const { data } = useProgrammes()
  const groups = (data?.programmes ?? [])
    .map(({ id, name, indicators }) => ({ id, name, rows: indicators.filter(each => each.kind === 'flow') }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <select {...aria} className="in" value={value} onChange={event => change(event.target.value || undefined)}>
      <option value="">{t(optional ? 'answers.notSaid' : 'answers.choose')}</option>
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
