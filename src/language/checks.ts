import { fieldsOf } from './commands.ts'
import type { Input } from './pattern.ts'
import type { Programme } from './programme.ts'

/** A standard ticked item by item; items are the standard's own keys, or words of a list a unit put in its place. */
export type Checks = { readonly passed: readonly string[]; readonly failed: readonly string[] }

/** Items of the standard that nobody spoke of are not there. A check of nothing at all stays one, to be refused. */
export function wholeChecks({ passed, failed }: Checks, standard: readonly string[]): Checks {
  const said = new Set([...passed, ...failed])
  return said.size === 0
    ? { passed, failed }
    : { passed, failed: [...failed, ...standard.filter(item => !said.has(item))] }
}

/** The answers of a command that are ticked item by item, with the items declared for them. */
export const checksAsked = (programme: Programme, command: string): [field: string, declared: readonly string[]][] =>
  Object.entries(fieldsOf(programme, command) ?? {}).flatMap(([name, { kind, options }]) =>
    kind === 'checks' ? [[name, options ?? []] as [string, readonly string[]]] : [],
  )

/** The same input with every such answer made whole by its standard; `standardOf` gives the one that is in force. */
export function withWholeChecks(
  programme: Programme,
  command: string,
  input: Input,
  standardOf: (declared: readonly string[]) => readonly string[] = declared => declared,
): Input {
  const whole = checksAsked(programme, command).flatMap(([name, declared]) =>
    input[name] ? [[name, wholeChecks(input[name] as Checks, standardOf(declared))]] : [],
  )
  return whole.length === 0 ? input : { ...input, ...Object.fromEntries(whole) }
}
