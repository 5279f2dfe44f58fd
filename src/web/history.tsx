import { momentText } from './days.ts'
import type { Happening } from './shapes.ts'
import { useWords } from './words.ts'

/** What happened to a record, newest first: when, what changed from old to new, who, and why. */
export function History({ happenings, today }: { happenings: readonly Happening[]; today: string }) {
  const t = useWords()
  return (
    <ol className="tl">
      {[...happenings]
        .sort((a, b) => b.seq - a.seq)
        .map(each => (
          <li key={each.seq}>
            <time className="note" dateTime={each.at}>
              {momentText(each.at, today)}
            </time>
            <div>
              <span>{each.name}</span>
              {each.reason && <span className="dim">　{t('common.history.because', { reason: each.reason })}</span>}
              {each.changes.map(change => (
                <p key={change.field}>
                  <span className="dim">{change.label}　</span>
                  {change.old !== null && <s>{change.old}</s>}
                  {change.old !== null && change.new !== null && ' → '}
                  {change.new ?? t('common.history.emptied')}
                </p>
              ))}
            </div>
            <span className="note">{each.by}</span>
          </li>
        ))}
    </ol>
  )
}
