import type { ReactNode } from 'react'
import { Answer } from './answer.tsx'
import type { Answers, Wrong } from './answers.ts'
import type { Asked } from './shapes.ts'

type Props = {
  fields: Asked[]
  answers: Answers
  set: (name: string, value: unknown) => void
  wrong: Record<string, Wrong | string>
  today: string
  unit?: number | undefined
  hint?: (name: string) => string | undefined
  /** In a narrow place names and lists to choose from also share a line. */
  dense?: boolean
}

/** The questions of a form in one column; two short ones that follow each other share a line. */
export function Sheet({ fields, answers, set, wrong, today, unit, hint, dense = false }: Props) {
  const one = (field: Asked): ReactNode => {
    const said = hint?.(field.name)
    return (
      <Answer
        key={field.name}
        field={field}
        value={answers[field.name]}
        change={value => set(field.name, value)}
        wrong={wrong[field.name]}
        today={today}
        among={answers}
        {...(unit === undefined ? {} : { unit })}
        {...(said === undefined ? {} : { hint: said })}
      />
    )
  }
  return linesOf(fields, dense).map(line =>
    line.length === 2 ? (
      <div className="two" key={line[0]?.name}>
        {line.map(one)}
      </div>
    ) : (
      line.map(one)
    ),
  )
}

const short = new Set(['day', 'count', 'amount', 'number'])

/** Short questions two by two, all others alone. */
export function linesOf(fields: Asked[], dense = false): Asked[][] {
  const isShort = (field: Asked) =>
    short.has(field.kind) ||
    (dense && (field.kind === 'people' || (field.kind === 'choice' && (field.options?.length ?? 0) > 4)))
  const lines: Asked[][] = []
  for (const field of fields) {
    const last = lines.at(-1)
    const joins = last?.length === 1 && last[0] && isShort(last[0]) && isShort(field)
    if (joins) last.push(field)
    else lines.push([field])
  }
  return lines
}
