import { Problem } from '#base/problem'
import type { Input } from '#language'

/** Changed answers replace old ones; null empties one. */
export function withChanges(before: Input, changes: Input): Input {
  return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null))
}

/** A refusal for one field. */
export const wrong = (path: string, rule: string, details: Record<string, unknown> = {}): Problem =>
  new Problem('invalid-input', { issues: [{ path, rule, ...details }] })
