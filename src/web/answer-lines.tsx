import { useState } from 'react'
import type { Asked } from './shapes.ts'

type Props = { aria: { id: string }; value: string[] | undefined; change: (value: unknown) => void }

/** Questions, one line each; an empty line is none. */
export function AnswerQuestions({ aria, value, change }: Props) {
  const [text, setText] = useState(() => (value ?? []).join('\n'))
  const take = (typed: string) => {
    setText(typed)
    const lines = typed.split('\n').flatMap(line => line.trim() || [])
    change(lines.length === 0 ? undefined : lines)
  }
  return <textarea {...aria} className="in" rows={3} value={text} onChange={event => take(event.target.value)} />
}

type RepliesProps = Props & { field: Asked }

/** One answer under each question; the questions come as the field's options. */
export function AnswerReplies({ aria, field, value, change }: RepliesProps) {
  const questions = field.options ?? []
  const now = questions.map((_, at) => value?.[at] ?? '')
  const put = (at: number, reply: string) => change(now.map((each, i) => (i === at ? reply : each)))
  return (
    <ol className="replies">
      {questions.map((question, at) => (
        <li key={question}>
          <label htmlFor={`${aria.id}-${at}`}>{question}</label>
          <input
            id={`${aria.id}-${at}`}
            className="in"
            autoComplete="off"
            maxLength={200}
            value={now[at]}
            onChange={event => put(at, event.target.value)}
          />
        </li>
      ))}
    </ol>
  )
}
