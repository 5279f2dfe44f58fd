import Check from 'lucide-react/icons/check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import { Figure } from '../figure.tsx'
import type { Finding, ReviewPage } from '../shapes.ts'
import { useWords } from '../words.ts'

/** What to look at: sentences whose numbers moved since they were written, and what the check of an edited copy found. */
export function Findings({ review, checked }: { review: ReviewPage; checked?: readonly Finding[] }) {
  const t = useWords()
  const findings = checked ?? review.findings
  return (
    <aside className="findings" aria-label={t('papers.review.look')}>
      <h2 style={{ fontSize: '1rem' }}>{t('papers.review.count', { count: review.figures })}</h2>
      {review.changed.length === 0 && findings.length === 0 && (
        <p className="tag pine">
          <Check />
          {t(checked ? 'papers.review.clean' : 'papers.review.same')}
        </p>
      )}
      <ol className="found">
        {review.changed.map(each => (
          <li key={`${each.sentence} ${each.handle}`}>
            <p className="tag ochre">
              <CircleAlert />
              {t('papers.kindsOf.stale')}
            </p>
            <p>
              {each.name}　<Figure value={each.before} source="recorded" bare /> →{' '}
              <Figure value={each.now} handle={each.handle} bare />
            </p>
            <p className="note">
              {each.causes.map(cause => `${cause.cause} ${cause.change > 0 ? '+' : ''}${cause.change}`).join('　')}
            </p>
          </li>
        ))}
        {findings.map(each => (
          <li key={`${each.kind} ${each.sentence} ${each.number}`}>
            <p className={`tag ${each.kind === 'unbound' ? 'cinnabar' : 'ochre'}`}>
              <CircleAlert />
              {t(`papers.kindsOf.${each.kind}`)}　{each.number}
            </p>
            <p className="dim">{each.sentence}</p>
            <p>{each.advice}</p>
          </li>
        ))}
      </ol>
    </aside>
  )
}
