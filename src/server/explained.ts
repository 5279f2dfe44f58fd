import { Problem, type FieldIssue } from '#base/problem'
import type { Input, Programme } from '#language'
import { allFields } from '#language/commands'
import type { Language } from '#views/house-words'
import { indicatorName, wordsFor } from '#views/programme-words'

/** A problem of an order with the names its texts need: what the field is called, what state the record is in. */
export function explained(
  problem: Problem,
  programme: Programme,
  { command, input }: { command: string; input: Input },
  language: Language,
): Problem {
  const words = wordsFor(programme, language)
  const label = (path: unknown) => words.field(String(path).split('.')[0] ?? '').label
  const { issues, path, phase, changes, ...rest } = problem.details
  const asIssue = problem.code === 'too-early' && path ? [{ path, rule: 'too-early', ...rest } as FieldIssue] : []
  const all = [...((issues ?? []) as FieldIssue[]), ...asIssue] // by convention of base/problem
  return new Problem(problem.code, {
    ...rest,
    ...(all.length > 0
      ? {
          issues: all.map(issue => ({
            ...issue,
            rule: ruleOf(issue),
            label: label(issue.path),
            ...(issue.indicator === undefined ? {} : { figure: indicatorName(String(issue.indicator), language) }),
          })),
        }
      : {}),
    ...(path === undefined ? {} : { path }),
    ...(phase === undefined
      ? {}
      : { phase, phaseName: words.phase(String(phase)), commandName: words.command(command) }),
    ...(changes === undefined ? {} : { changes: (changes as Change[]).map(each => told(each)) }),
  })

  /** A choice nobody made is missing, and a text is long or short, not much or little. */
  function ruleOf({ path, rule }: FieldIssue): string {
    const field = allFields(programme)[path]
    if (rule === 'not-offered' && input[path] === undefined) return 'missing'
    if (field?.kind === 'text' || field?.kind === 'note')
      return { 'too-much': 'too-long', 'too-little': 'too-short' }[rule] ?? rule
    return rule
  }

  function told({ kind, at, data }: Change) {
    const { reason, ...answers } = data ?? {}
    return {
      kind,
      name: words.event(kind),
      at,
      ...(reason === undefined ? {} : { reason }),
      fields: Object.keys(answers).map(name => ({ field: name, label: label(name) })),
    }
  }
}

/** As refuseStale in engine/perform gives it. */
type Change = { kind: string; at: Date; data?: Record<string, unknown> }
