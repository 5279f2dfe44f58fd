import { useState } from 'react'
import { isDay } from '#base/day'
import { AnswerDay } from '../answer-day.tsx'
import { useWords } from '../words.ts'
import { Options, Pick } from './pick.tsx'
import { saySpan, spanKeys, spanOf, type Span } from './span.ts'

type Props = { span: Span | undefined; today: string; change: (span: Span | undefined) => void; every?: boolean }

/** 时间 in the sentence: the usual spans, or from one day to another. `every`: may also be left open. */
export function SpanPick({ span, today, change, every }: Props) {
  const t = useWords()
  const [own, setOwn] = useState<Span>(span ?? spanOf('year', today))
  const label = span ? saySpan(span, today, t) : t('desk.span.every')
  const rows = [
    ...(every ? [{ key: '', name: t('desk.span.every') }] : []),
    ...spanKeys.map(key => ({ key, name: t(`desk.span.${key}`) })),
  ]
  const now = span
    ? spanKeys.find(key => spanOf(key, today).from === span.from && spanOf(key, today).to === span.to)
    : ''
  const right = isDay(own.from) && isDay(own.to) && own.from <= own.to
  return (
    <Pick name={t('desk.span.name')} label={label}>
      {close => (
        <>
          <Options
            rows={rows}
            now={now ?? 'own'}
            pick={key => {
              const known = spanKeys.find(each => each === key)
              change(known ? spanOf(known, today) : undefined)
              close()
            }}
          />
          <hr />
          <form
            className="pad"
            onSubmit={event => {
              event.preventDefault()
              if (!right) return
              change(own)
              close()
            }}
          >
            <div className="two">
              {(['from', 'to'] as const).map(end => (
                <div className="f" key={end} style={{ marginBottom: 8 }}>
                  <label className="lab" htmlFor={`span-${end}`}>
                    {t(`desk.span.${end}`)}
                  </label>
                  <AnswerDay
                    aria={{ id: `span-${end}` }}
                    value={own[end]}
                    today={today}
                    change={day => setOwn({ ...own, [end]: day })}
                  />
                </div>
              ))}
            </div>
            <button type="submit" className="btn" disabled={!right}>
              {t('desk.span.take')}
            </button>
          </form>
        </>
      )}
    </Pick>
  )
}
