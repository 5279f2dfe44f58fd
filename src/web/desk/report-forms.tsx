import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { call } from '#contract/call'
import { forgetAnswers } from '../door.ts'
import { homeUnit } from '../session.ts'
import type { Me } from '../shapes.ts'
import { Trouble } from '../trouble.tsx'
import { useWords } from '../words.ts'
import { base64Of } from './file-bytes.ts'
import { FileButton } from './file-button.tsx'
import { ReviewTemplate } from './review-template.tsx'
import { UnitPick } from './unit-pick.tsx'

/** Carries out an act of a form: one at a time, its refusal beside the button. */
function useAct(act: () => Promise<void>) {
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setState({ busy: true })
    try {
      await act()
      setState({ busy: false })
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  return { ...state, submit }
}

/** An old report as a file (.docx or plain text) or pasted. */
export function ReadForm({ me }: { me: Me }) {
  const t = useWords()
  const [, go] = useLocation()
  const [unit, setUnit] = useState(homeUnit(me)?.no ?? 0)
  const [file, setFile] = useState<File>()
  const [text, setText] = useState('')
  const [span, setSpan] = useState({ from: '', to: '' })
  const { busy, error, submit } = useAct(async () => {
    const isWord = file?.name.toLowerCase().endsWith('.docx')
    const body = {
      unit,
      name: file?.name ?? t('papers.read.pasted'),
      ...(file ? (isWord ? { docx: await base64Of(file) } : { text: await file.text() }) : { text }),
      ...(span.from && span.to ? span : {}),
    }
    const { shard, id } = await call('readReport', { body })
    await forgetAnswers()
    go(`/reports/${shard}/${id}`)
  })
  return (
    <form className="papers-form" onSubmit={event => void submit(event)}>
      <p>
        {t('papers.read.unit')} <UnitPick me={me} no={unit} change={setUnit} />
      </p>
      <div className="acts">
        <FileButton accept=".txt,.docx,text/plain" label={t('papers.read.file')} pick={setFile} />
      </div>
      {file && <p className="dim">{file.name}</p>}
      {!file && (
        <label>
          {t('papers.read.paste')}
          <textarea value={text} onChange={event => setText(event.target.value)} />
        </label>
      )}
      <Days span={span} change={setSpan} optional />
      {error !== undefined && <Trouble error={error} />}
      <div>
        <button type="submit" className="btn first" disabled={busy || (!file && text.trim().length < 10)}>
          {t(busy ? 'papers.read.busy' : 'papers.read.act')}
        </button>
      </div>
    </form>
  )
}

/** A review of a unit for a span, the last five whole years when nothing is said. */
export function WriteForm({ me }: { me: Me }) {
  const t = useWords()
  const [, go] = useLocation()
  const year = Number(me.today.slice(0, 4))
  const [unit, setUnit] = useState(homeUnit(me)?.no ?? 0)
  const [span, setSpan] = useState({ from: `${year - 5}-01-01`, to: `${year - 1}-12-31` })
  const { busy, error, submit } = useAct(async () => {
    const { shard, id } = await call('writeReview', { body: { unit, ...span } })
    await forgetAnswers()
    go(`/reviews/${shard}/${id}`)
  })
  return (
    <form className="papers-form" onSubmit={event => void submit(event)}>
      <p>
        {t('papers.write.unit')} <UnitPick me={me} no={unit} change={setUnit} />
      </p>
      <Days span={span} change={setSpan} />
      <ReviewTemplate unit={unit} />
      {error !== undefined && <Trouble error={error} />}
      <div>
        <button type="submit" className="btn first" disabled={busy || !span.from || !span.to}>
          {t(busy ? 'papers.write.busy' : 'papers.write.act')}
        </button>
      </div>
    </form>
  )
}

type Span = { from: string; to: string }

function Days({ span, change, optional }: { span: Span; change: (span: Span) => void; optional?: boolean }) {
  const t = useWords()
  return (
    <div className="two">
      {(['from', 'to'] as const).map(end => (
        <label key={end}>
          <span>
            {t(`papers.${end}`)}
            {optional && <span className="note">　{t('answers.optional')}</span>}
          </span>
          <input
            className="in"
            type="date"
            value={span[end]}
            onChange={event => change({ ...span, [end]: event.target.value })}
          />
        </label>
      ))}
    </div>
  )
}
