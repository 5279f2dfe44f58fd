import CalendarDays from 'lucide-react/icons/calendar-days'
import { saidDay } from './days.ts'
import { useWords } from './words.ts'

type Props = {
  aria: object
  value: string
  change: (value: string) => void
  today: string
  latest?: string | undefined
}

/** A day in words (今天11月19日) over the device's own picker, which shows itself while it is used. */
export function AnswerDay({ aria, value, change, today, latest }: Props) {
  const t = useWords()
  return (
    <div className="in dayin">
      <span className={value ? undefined : 'note'} aria-hidden="true">
        {value ? saidDay(value, today) : t('answers.noDay')}
      </span>
      <CalendarDays style={{ marginLeft: 'auto', color: 'var(--ink-3)' }} />
      <input
        {...aria}
        type="date"
        value={value}
        max={latest}
        onClick={event => showPicker(event.currentTarget)}
        onChange={event => change(event.target.value)}
      />
    </div>
  )
}

/** Browsers that know how open the calendar at the first touch. */
function showPicker(input: HTMLInputElement) {
  try {
    input.showPicker?.()
  } catch {
    input.focus() // refused outside a real touch: typing still works
  }
}
