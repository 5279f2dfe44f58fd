import { Problem } from '#base/problem'
import { withWholeChecks } from './checks.ts'
import { lines, type Line } from './measure.ts'
import type { Common, Input, Surroundings } from './pattern.ts'
import type { Level, Programme } from './programme.ts'
import { usualRules, type Rules } from './rules.ts'

/** Plays orders against a programme in memory, so a declaration can be tested as a story. */
export function rehearse<CommandName extends string, FactKind extends string, Key extends string>(
  of: Programme<CommandName, FactKind, Key>,
  today = '2026-11-25',
  level: Level = 'village',
) {
  // the commands' names do not matter to what a state counts towards
  const any = of as unknown as Programme
  let state: Common = of.pattern.start
  return {
    get state() {
      return state as Common & Input
    },
    /** What the record counts towards now. */
    get lines(): Line[] {
      return lines(any, state, [], level)
    },
    /** The value of one of its indicators (of the whole or of a slice) up to a day: what stands, what happened, how many were reached. */
    counted(name: string, slice = '', until = today): number {
      const key = name.includes('.') ? name : `${of.id}.${name}`
      return lines(any, state, [], level)
        .filter(line => line.key === key && line.slice === slice && line.day <= until)
        .reduce((sum, line) => sum + ('value' in line ? line.value : line.reached.length), 0)
    },
    /** The kinds of the events that followed, or the Problem that stood in the way. */
    do(
      command: CommandName,
      said: Input,
      around: Surroundings = {},
      { day = today, ...own }: Partial<Rules> & { day?: string } = {},
    ): string[] | Problem {
      const input = withWholeChecks(any, command, said)
      const rules = { ...usualRules(of.pattern.limits), ...own }
      const outcome = of.guard?.(state, command, input) ?? of.pattern.decide(state, command, input, around, day, rules)
      if (outcome instanceof Problem) return outcome
      state = outcome.reduce((now, event) => of.pattern.evolve(now, event), state)
      return outcome.map(event => event.kind)
    },
  }
}
