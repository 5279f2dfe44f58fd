import CircleAlert from 'lucide-react/icons/circle-alert'
import { lazy, Suspense, useId, type ReactNode } from 'react'
import { AnswerChoice, AnswerChoices, AnswerYesNo } from './answer-choice.tsx'
import { AnswerCount, AnswerNumber } from './answer-count.tsx'
import { AnswerDay } from './answer-day.tsx'
import { AnswerNames } from './answer-names.tsx'
import type { Answers, Checks, Chosen, Place, Someone, Wrong } from './answers.ts'
import { dayText } from './days.ts'
import type { Asked } from './shapes.ts'
import { useWords, type Say } from './words.ts'

const AnswerPlace = lazy(async () => ({ default: (await import('./answer-place.tsx')).AnswerPlace }))
const AnswerChecks = lazy(async () => ({ default: (await import('./answer-checks.tsx')).AnswerChecks }))
const AnswerUnit = lazy(async () => ({ default: (await import('./answer-unit.tsx')).AnswerUnit }))
const AnswerIndicator = lazy(async () => ({ default: (await import('./answer-indicator.tsx')).AnswerIndicator }))
const AnswerShares = lazy(async () => ({ default: (await import('./answer-shares.tsx')).AnswerShares }))
const AnswerQuestions = lazy(async () => ({ default: (await import('./answer-lines.tsx')).AnswerQuestions }))
const AnswerReplies = lazy(async () => ({ default: (await import('./answer-lines.tsx')).AnswerReplies }))
const AnswerRecord = lazy(async () => ({ default: (await import('./answer-record.tsx')).AnswerRecord }))

type Props = {
  field: Asked
  value: unknown
  change: (value: unknown) => void
  wrong?: Wrong | string | undefined
  today: string
  unit?: number
  /** The other answers of the form, for one that depends on them. */
  among?: Answers
  /** Said beside the label: where a value that is already there came from. */
  hint?: string
}

/** One question of a form, made from its declaration: label above, the answer, what is wrong below. */
export function Answer({ field, value, change, wrong, today, unit, among, hint }: Props) {
  const t = useWords()
  const id = useId()
  const message = typeof wrong === 'string' ? wrong : wrong && sayWrong(wrong, field, today, t)
  const aria = { id, 'aria-invalid': Boolean(wrong), ...(wrong ? { 'aria-describedby': `${id}-e` } : {}) }
  const grouped = groups.has(field.kind)
  const beside = hint ?? (field.optional ? t('answers.optional') : undefined)
  const label = (
    <>
      {field.words.label}
      {beside && <em>{beside}</em>}
    </>
  )
  const body = <Input {...{ field, value, change, today, unit, among, aria }} />
  return (
    <div className={`f${wrong ? ' wrong' : ''}`} data-field={field.name}>
      {grouped ? (
        <div role="group" aria-labelledby={`${id}-l`}>
          <span className="lab" id={`${id}-l`}>
            {label}
          </span>
          {body}
        </div>
      ) : (
        <>
          <label className="lab" htmlFor={id}>
            {label}
          </label>
          {body}
        </>
      )}
      {field.words.help && !wrong && <p className="help">{field.words.help}</p>}
      {message && (
        <p className="tag cinnabar" id={`${id}-e`} role="alert">
          <CircleAlert />
          {message}
        </p>
      )}
    </div>
  )
}

const groups = new Set(['choices', 'yes-no', 'checks', 'place', 'shares', 'replies'])

/** What is wrong, in a sentence that says what to do. */
export function sayWrong(wrong: Wrong, field: Asked, today: string, t: Say): string {
  return t(`answers.wrong.${wrong.rule}`, {
    label: field.words.label,
    day: wrong.day ? dayText(wrong.day, today) : '',
    most: wrong.most,
    least: wrong.least,
  })
}

type Aria = { id: string; 'aria-invalid': boolean; 'aria-describedby'?: string }
type InputProps = Pick<Props, 'field' | 'value' | 'change' | 'today' | 'unit' | 'among'> & { aria: Aria }

function Input({ field, value, change, today, unit, among, aria }: InputProps): ReactNode {
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'note':
      return <textarea {...aria} className="in" rows={2} value={text} onChange={event => change(event.target.value)} />
    case 'count':
      return <AnswerCount {...{ aria, value, change }} min={field.min ?? 0} />
    case 'number':
    case 'amount':
      return <AnswerNumber {...{ aria, value, change }} money={field.kind === 'amount'} />
    case 'day':
      return <AnswerDay {...{ aria, value: text, change, today }} latest={field.when === 'any' ? undefined : today} />
    case 'choice':
      return <AnswerChoice {...{ aria, field, value: text, change }} />
    case 'choices':
      return <AnswerChoices {...{ field, value, change }} />
    case 'yes-no':
      return <AnswerYesNo {...{ aria, value, change }} />
    case 'people':
    case 'households':
    case 'person':
      return (
        <AnswerNames
          {...{ aria, unit }}
          value={value as Someone | Someone[] | undefined}
          change={change}
          kind={field.kind}
          label={field.words.label}
        />
      )
    case 'place':
    case 'checks':
    case 'unit':
    case 'indicator':
    case 'record':
    case 'shares':
    case 'questions':
    case 'replies':
      return (
        <Suspense fallback={<span className="in" />}>
          {seldom({ field, value, change, today, unit, among, aria })}
        </Suspense>
      )
    default:
      return (
        <input
          {...aria}
          className="in"
          autoComplete="off"
          maxLength={field.max}
          value={text}
          onChange={event => change(event.target.value)}
        />
      )
  }
}

/** Kinds that most records do not ask: their code is fetched when they are. */
function seldom({ field, value, change, unit, among, aria }: InputProps): ReactNode {
  switch (field.kind) {
    case 'place':
      return <AnswerPlace id={aria.id} label={field.words.label} value={value as Place | undefined} change={change} />
    case 'checks':
      return <AnswerChecks field={field} value={value as Checks | undefined} change={change} />
    case 'indicator':
      return <AnswerIndicator {...{ aria, field, change }} value={typeof value === 'string' ? value : ''} />
    case 'unit':
      return <AnswerUnit aria={aria} value={value as { no: number; name: string } | undefined} change={change} />
    case 'shares':
      return (
        <AnswerShares
          {...{ field, change, unit }}
          value={value as Record<string, number> | undefined}
          among={among ?? {}}
        />
      )
    case 'questions':
      return <AnswerQuestions {...{ aria, change }} value={value as string[] | undefined} />
    case 'replies':
      return <AnswerReplies {...{ aria, field, change }} value={value as string[] | undefined} />
    default:
      return (
        <AnswerRecord aria={aria} of={field.of ?? ''} unit={unit} value={value as Chosen | undefined} change={change} />
      )
  }
}
