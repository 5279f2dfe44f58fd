import { useEffect, useRef, useState } from 'react'
import { call } from '#contract/call'
import { memory } from '../door.ts'
import { freshId } from '../fresh-id.ts'
import type { FoundFigure, ReportPage } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { FoundList, type Judged } from './found-list.tsx'
import { Page } from './page.tsx'

/** The report at the left, what was found in it at the right; a person says of each figure whether it stands. */
export default function OldReport({ report }: { report: ReportPage }) {
  const t = useWords()
  const [at, setAt] = useState(report.figures.find(each => each.verdict === 'open')?.no ?? report.figures[0]?.no ?? 0)
  const [error, setError] = useState<unknown>()
  const open = report.figures.filter(each => each.verdict === 'open').length

  const judge = async (judged: Judged) => {
    setError(undefined)
    try {
      const { shard, id } = report
      const next = await call('judgeFigure', { params: { shard, id }, body: { order: freshId(), ...judged } })
      memory.setQueryData(['report', { params: { shard, id } }], next)
      const after = next.figures.find(each => each.no > judged.no && each.verdict === 'open')
      if (judged.verdict !== 'open' && after) setAt(after.no)
    } catch (problem) {
      setError(problem)
    }
  }
  useKeys(report.figures, at, setAt)

  return (
    <Page
      title={report.title}
      scope={t('papers.old.scope', { unit: report.unit.name, found: report.figures.length, open })}
    >
      {error !== undefined && <Trouble error={error} />}
      <div className="paper-grid">
        <Marked text={report.text} figures={report.figures} at={at} setAt={setAt} />
        <FoundList figures={report.figures} at={at} setAt={setAt} judge={judge} />
      </div>
    </Page>
  )
}

/** j and k go down and up the list. */
function useKeys(figures: readonly FoundFigure[], at: number, setAt: (no: number) => void) {
  useEffect(() => {
    const step = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest('input, select, textarea')) return
      const index = figures.findIndex(each => each.no === at)
      const next = event.key === 'j' ? figures[index + 1] : event.key === 'k' ? figures[index - 1] : undefined
      if (next) setAt(next.no)
    }
    window.addEventListener('keydown', step)
    return () => window.removeEventListener('keydown', step)
  }, [figures, at, setAt])
}

type MarkedProps = { text: string; figures: readonly FoundFigure[]; at: number; setAt: (no: number) => void }

function Marked({ text, figures, at, setAt }: MarkedProps) {
  const t = useWords()
  const here = useRef<HTMLElement>(null)
  useEffect(() => here.current?.scrollIntoView({ block: 'center', behavior: 'smooth' }), [at])
  const pieces: React.ReactNode[] = []
  let done = 0
  for (const each of figures.toSorted((a, b) => a.start - b.start)) {
    if (each.start < done) continue // a clause with several figures is marked once, by its first
    const now = figures.some(other => other.no === at && other.start >= each.start && other.start < each.end)
    pieces.push(text.slice(done, each.start))
    pieces.push(
      <mark
        key={each.no}
        ref={now ? here : undefined}
        className={`${each.verdict}${now ? ' at' : ''}`}
        role="button"
        tabIndex={-1}
        onClick={() => setAt(each.no)}
        onKeyDown={event => event.key === 'Enter' && setAt(each.no)}
      >
        {text.slice(each.start, each.end)}
      </mark>,
    )
    done = each.end
  }
  return (
    // the list beside it is the way by keyboard
    <article className="old-text" tabIndex={0} aria-label={t('papers.old.text')}>
      {pieces}
      {text.slice(done)}
    </article>
  )
}
