import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Problem, type ProblemCode } from '#base/problem'
import type { Settings } from '#store/settings'
import type { ImportJob } from './import-work.ts'

/** What the process is given on its standard input. */
export type Elsewhere = { readonly settings: Settings; readonly person: string; readonly job: ImportJob }

/** A hundred thousand rows in less than 300 MB: a heap that is swept often, measured by `bench --part import`. */
export const smallHeap = ['--max-semi-space-size=4', '--max-old-space-size=150']

/**
 * Goes through a large register in a process of its own, which takes its memory along when it ends, while this one answers
 * others. Throws the Problem it met.
 */
export async function elsewhere(settings: Settings, person: string, job: ImportJob): Promise<void> {
  const program = fileURLToPath(new URL('import-process.ts', import.meta.url))
  const child = spawn(process.execPath, [...smallHeap, program], { stdio: ['pipe', 'pipe', 'pipe'] })
  const given: Elsewhere = { settings, person, job }
  child.stdin.on('error', () => {}) // told by its end
  child.stdin.end(JSON.stringify(given))
  const [said, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  if (code === 0) return
  const problem = said ? (JSON.parse(said) as { code: ProblemCode; details: Record<string, unknown> }) : undefined
  if (problem) throw new Problem(problem.code, problem.details)
  throw new Error(`an import ended with ${code}: ${complaint.slice(-500)}`)
}
