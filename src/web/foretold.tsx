import { lazy, Suspense, type ReactNode } from 'react'
import type { PatternName } from '#language'
import type { Answers } from './answers.ts'
import type { RecordPage } from './shapes.ts'

type Told = { record: RecordPage; answers: Answers }
type Props = Told & { pattern: string; command: string }

const TaskCost = lazy(async () => ({ default: (await import('./task-cost.tsx')).TaskCost }))

const costs: Partial<Record<PatternName, Readonly<Record<string, (told: Told) => ReactNode>>>> = {
  task: { issue: told => <TaskCost {...told} /> },
}

/** What a command will cost others, said before it is given. */
export function Foretold({ pattern, command, record, answers }: Props) {
  return <Suspense>{costs[pattern as PatternName]?.[command]?.({ record, answers })}</Suspense>
}
