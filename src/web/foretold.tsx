import { lazy, Suspense } from 'react'
import type { Answers } from './answers.ts'
import type { RecordPage } from './shapes.ts'

const TaskCost = lazy(async () => ({ default: (await import('./task-cost.tsx')).TaskCost }))

type Props = { pattern: string; command: string; record: RecordPage; answers: Answers }

/** What a command will cost others, said before it is given. */
export function Foretold({ pattern, command, record, answers }: Props) {
  if (pattern !== 'task' || command !== 'issue') return null
  return (
    <Suspense>
      <TaskCost record={record} answers={answers} />
    </Suspense>
  )
}
