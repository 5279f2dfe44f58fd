import Download from 'lucide-react/icons/download'
import { useState } from 'react'
import { call } from '#contract/call'
import { downloads } from '#contract/paths'
import { memory } from '../door.ts'
import { FigureText } from '../figure.tsx'
import { freshId } from '../fresh-id.ts'
import type { Finding, Me, ReviewPage } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { base64Of } from './file-bytes.ts'
import { FileButton } from './file-button.tsx'
import { Findings } from './findings.tsx'
import { Page } from './page.tsx'

/** The review as outline, paper page and findings: every number on the page opens. */
export default function Review({ review }: { me: Me; review: ReviewPage }) {
  const t = useWords()
  const { shard, id } = review
  const params = { shard, id }
  const [checked, setChecked] = useState<readonly Finding[]>()
  const [error, setError] = useState<unknown>()
  const trying = async (act: () => Promise<unknown>) => {
    setError(undefined)
    await act().catch(setError)
  }
  const check = (file: File) =>
    trying(async () =>
      setChecked((await call('checkReview', { params, body: { docx: await base64Of(file) } })).findings),
    )
  const issue = () =>
    trying(async () =>
      memory.setQueryData(['review', { params }], await call('issueReview', { params, body: { order: freshId() } })),
    )
  const moved = new Set(review.changed.map(each => each.sentence))
  return (
    <Page
      title={review.title}
      scope={t('papers.review.scope', {
        unit: review.unit.name,
        from: review.from,
        to: review.to,
        count: review.figures,
        state: t(review.issuedAt ? 'papers.issued' : 'papers.draft'),
      })}
      acts={
        <>
          <a
            className="btn"
            href={downloads.reviewDocument.replace(':shard', String(shard)).replace(':id', id)}
            download
          >
            <Download />
            {t('papers.review.download')}
          </a>
          <FileButton accept=".docx" label={t('papers.review.check')} pick={check} />
          {!review.issuedAt && (
            <button type="button" className="btn first" onClick={() => void issue()}>
              {t('papers.review.issue')}
            </button>
          )}
        </>
      }
    >
      {error !== undefined && <Trouble error={error} />}
      <div className="review-grid">
        <nav className="toc" aria-label={t('papers.review.outline')}>
          <ol>
            {review.chapters
              .filter(chapter => chapter.title)
              .map(chapter => (
                <li key={chapter.key}>
                  <button
                    type="button"
                    onClick={() =>
                      document.getElementById(`chapter-${chapter.key}`)?.scrollIntoView({ behavior: 'smooth' })
                    }
                  >
                    {chapter.title}
                  </button>
                </li>
              ))}
          </ol>
        </nav>
        <article className="sheet-page" tabIndex={0} aria-label={t('papers.review.text')}>
          <h2>{review.title}</h2>
          {review.chapters.map(chapter => (
            <section key={chapter.key} id={`chapter-${chapter.key}`}>
              {chapter.title && <h3>{chapter.title}</h3>}
              {chapter.sentences.map(sentence => (
                <p key={sentence.id} className={moved.has(sentence.id) ? 'moved' : undefined}>
                  {sentence.runs.map((run, i) =>
                    // runs of a sentence keep their places
                    run.handle ? (
                      <FigureText
                        key={`${sentence.id}-${i}`}
                        handle={run.handle}
                        text={run.text}
                        {...(run.mark ? { source: run.mark } : {})}
                      />
                    ) : (
                      run.text
                    ),
                  )}
                </p>
              ))}
            </section>
          ))}
        </article>
        <Findings review={review} {...(checked ? { checked } : {})} />
      </div>
    </Page>
  )
}
