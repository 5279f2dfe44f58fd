import { Problem, type FieldIssue } from '#base/problem'
import { fieldsOf } from '#language/commands'
import { shapeOf } from '#language/shape'
import type { Fields, Input, Programme } from '#language'
import type { ZodObject } from 'zod'

export type NewPerson = { readonly id: string; readonly name: string; readonly kind: 'person' | 'household' }
/** Input as patterns see it: people as ids, guarded answers taken out and kept beside. */
export type Parsed = {
  readonly input: Input
  readonly people: readonly NewPerson[]
  readonly guarded: ReadonlyMap<string, string>
}

const shapes = new Map<string, ZodObject>()

/** Checks an order's input against the command's fields: unknown keys refused, usual answers filled in. Throws `invalid-input` with an issue per field. */
export function parse(programme: Programme, command: string, raw: Input, today: string): Parsed {
  const fields = fieldsOf(programme, command)
  if (!fields) throw new Problem('not-found', { what: 'command' })
  const key = `${programme.id}.${programme.version}.${command}`
  const changes = programme.pattern.commands[command]?.own === 'change'
  const shape = shapes.get(key) ?? shapeOf(fields, changes)
  shapes.set(key, shape)
  const result = shape.safeParse(raw)
  if (!result.success) throw new Problem('invalid-input', { issues: result.error.issues.map(issue => issueOf(issue)) })
  const filled = changes ? result.data : withUsual(fields, result.data, today)
  refuseFuture(fields, filled, today)
  return split(fields, filled)
}

function issueOf(issue: {
  code?: string
  path: PropertyKey[]
  keys?: string[]
  params?: Record<string, unknown>
  input?: unknown
  minimum?: unknown
  maximum?: unknown
}): FieldIssue {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') return { path: issue.keys?.join('、') ?? path, rule: 'unknown' }
  if (issue.code === 'custom') return { path, rule: String(issue.params?.rule ?? 'not-valid') }
  if (issue.code === 'too_big') return { path, rule: 'too-much', most: issue.maximum }
  if (issue.code === 'too_small')
    return { path, rule: issue.minimum === 1 ? 'missing' : 'too-little', least: issue.minimum }
  if (issue.code === 'invalid_type' && issue.input === undefined) return { path, rule: 'missing' }
  return { path, rule: issue.code === 'invalid_value' ? 'not-offered' : 'not-valid' }
}

function withUsual(fields: Fields, input: Input, today: string): Input {
  const usual = Object.entries(fields).flatMap(([name, each]) =>
    input[name] === undefined && each.usual !== undefined ? [[name, each.usual === 'today' ? today : each.usual]] : [],
  )
  return { ...input, ...Object.fromEntries(usual) }
}

function refuseFuture(fields: Fields, input: Input, today: string): void {
  const late = Object.entries(fields).filter(
    ([name, each]) => each.kind === 'day' && each.when === 'past' && String(input[name] ?? '') > today,
  )
  if (late.length) throw new Problem('too-early', { path: late[0]?.[0], day: input[late[0]?.[0] ?? ''], today })
}

type Someone = { id: string; name?: string }

function split(fields: Fields, input: Input): Parsed {
  const people: NewPerson[] = []
  const guarded = new Map<string, string>()
  const note = (kind: NewPerson['kind'], who: Someone) => {
    if (who.name) people.push({ id: who.id, name: who.name, kind })
    return who.id
  }
  const entries = Object.entries(input).map(([name, value]) => {
    const each = fields[name]
    if (value === null || value === undefined || !each) return [name, value]
    if (each.guarded) {
      guarded.set(name, typeof value === 'string' ? value : JSON.stringify(value))
      return [name, true] // the state says only that there is an answer
    }
    if (each.kind === 'person') return [name, note('person', value as Someone)]
    if (each.kind === 'people') return [name, [...new Set((value as Someone[]).map(who => note('person', who)))]]
    if (each.kind === 'households') return [name, [...new Set((value as Someone[]).map(who => note('household', who)))]]
    return [name, value]
  })
  return { input: Object.fromEntries(entries.filter(([, value]) => value !== undefined)), people, guarded }
}
