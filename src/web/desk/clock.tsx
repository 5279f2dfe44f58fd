import { dayText, leftText, longDay } from '../days.ts'
import type { Waiting } from '../shapes.ts'
import { useWords } from '../words.ts'

/** What is left, largest; below it the day it counts to. Read out with the full date. */
export function Clock({ when, due, today }: { when: Waiting['when']; due: string | null; today: string }) {
  const t = useWords()
  const tone = when === 'late' ? ' late' : when === 'soon' ? ' soon' : ''
  if (!due)
    return (
      <span className="clock">
        <b>{t(`desk.clock.${when}`)}</b>
      </span>
    )
  return (
    <span className={`clock${tone}`} title={longDay(due)}>
      <b>{due === today ? t('desk.clock.today') : leftText(due, today)}</b>
      <span className="of">
        {t(due < today ? 'desk.clock.should' : 'desk.clock.until', { day: dayText(due, today) })}
      </span>
    </span>
  )
}
