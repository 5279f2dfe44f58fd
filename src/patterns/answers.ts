import { Problem } from '#base/problem'
import type { Common, Input } from '#language'

/** Changed answers replace old ones; null empties one. */
export function withChanges(before: Input, changes: Input): Input {
  return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null))
}

/** A refusal for one field. */
export const wrong = (path: string, rule: string, details: Record<string, unknown> = {}): Problem =>
  new Problem('invalid-input', { issues: [{ path, rule, ...details }] })

/** From which phases each command may be given, and to which event it leads. */
export type Steps<CommandName extends string> = Readonly<
  Record<CommandName, { readonly from: readonly string[]; readonly to: string }>
>

/** Every kind of event these steps lead to, once each. */
export const eventKindsOf = (steps: Steps<string>): string[] => [...new Set(Object.values(steps).map(({ to }) => to))]

/** Refuses a command in a phase it is not for. */
export const outOfPhase = <CommandName extends string>(
  steps: Steps<CommandName>,
  { phase }: Common,
  command: CommandName,
): Problem | undefined =>
  steps[command].from.includes(phase) ? undefined : new Problem('not-in-this-state', { phase, command })

/** Refuses the first of these answers that is a day after today. */
export function notYet(answers: Input, paths: readonly string[], today: string): Problem | undefined {
  const path = paths.find(each => answers[each] > today)
  return path === undefined ? undefined : new Problem('too-early', { path, day: answers[path], today })
}

/** The number on a certificate: the year of its series, and its place in it (2026-0007). */
export const certificateNumber = (on: unknown, place: number | undefined): string =>
  `${String(on).slice(0, 4)}-${String(place ?? 0).padStart(4, '0')}`
