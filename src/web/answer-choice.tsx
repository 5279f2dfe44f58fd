import type { Asked } from './shapes.ts'
import { useWords } from './words.ts'

type ChoiceProps = { aria: { id: string }; field: Asked; value: string; change: (value: unknown) => void }

/** One of a few: all to be seen when there are at most four and the words are short, otherwise the device's own list. */
export function AnswerChoice({ aria, field, value, change }: ChoiceProps) {
  const t = useWords()
  const options = field.options ?? []
  const words = field.words.options ?? {}
  const short = options.length <= 4 && options.map(option => words[option] ?? option).join('').length <= 18
  if (!short)
    return (
      <select {...aria} className="in" value={value} onChange={event => change(event.target.value || undefined)}>
        <option value="">{t(field.optional ? 'answers.notSaid' : 'answers.choose')}</option>
        {options.map(option => (
          <option key={option} value={option}>
            {words[option] ?? option}
          </option>
        ))}
      </select>
    )
  return (
    <div className="seg" role="radiogroup" aria-label={field.words.label} id={aria.id}>
      {options.map(option => (
        <label key={option}>
          <input type="radio" name={aria.id} checked={value === option} onChange={() => change(option)} />
          <span>{words[option] ?? option}</span>
        </label>
      ))}
    </div>
  )
}

type ChoicesProps = { field: Asked; value: unknown; change: (value: unknown) => void }

/** Any number of a few, ticked. */
export function AnswerChoices({ field, value, change }: ChoicesProps) {
  const chosen = Array.isArray(value) ? (value as string[]) : []
  const toggle = (option: string) =>
    change(chosen.includes(option) ? chosen.filter(each => each !== option) : [...chosen, option])
  return (
    <div className="ticks">
      {(field.options ?? []).map(option => (
        <label key={option} className="tick">
          <input type="checkbox" checked={chosen.includes(option)} onChange={() => toggle(option)} />
          <span>{field.words.options?.[option] ?? option}</span>
        </label>
      ))}
    </div>
  )
}

/** Yes, no, or nothing said. */
export function AnswerYesNo({
  aria,
  value,
  change,
}: {
  aria: { id: string }
  value: unknown
  change: (value: unknown) => void
}) {
  const t = useWords()
  return (
    <div className="seg">
      {[true, false].map(option => (
        <label key={String(option)}>
          <input type="radio" name={aria.id} checked={value === option} onChange={() => change(option)} />
          <span>{t(option ? 'answers.yes' : 'answers.no')}</span>
        </label>
      ))}
    </div>
  )
}
