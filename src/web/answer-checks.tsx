import type { Checks } from './answers.ts'
import type { Asked } from './shapes.ts'
import { useWords } from './words.ts'

type Props = { field: Asked; value: Checks | undefined; change: (value: unknown) => void }

/** A standard gone through item by item: in order, or not yet. An item may stay unsaid. */
export function AnswerChecks({ field, value, change }: Props) {
  const t = useWords()
  const now: Checks = value ?? { passed: [], failed: [] }
  const put = (item: string, verdict: keyof Checks) => {
    const without = (list: string[]) => list.filter(each => each !== item)
    const next = { passed: without(now.passed), failed: without(now.failed) }
    next[verdict].push(item)
    change(next)
  }
  return (
    <ul className="checks">
      {(field.options ?? []).map(item => (
        <li key={item}>
          <span>{field.words.options?.[item] ?? item}</span>
          <span className="seg">
            {(['passed', 'failed'] as const).map(verdict => (
              <label key={verdict}>
                <input
                  type="radio"
                  name={`${field.name}-${item}`}
                  aria-label={`${field.words.options?.[item] ?? item}：${t(`answers.checks.${verdict}`)}`}
                  checked={now[verdict].includes(item)}
                  onChange={() => put(item, verdict)}
                />
                <span>{t(`answers.checks.${verdict}`)}</span>
              </label>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
