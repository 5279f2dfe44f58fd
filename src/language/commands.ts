import type { Fields } from './fields.ts'
import type { Programme } from './programme.ts'

/** The fields a command takes in this programme, in the order they are asked: the pattern's, then the programme's own. */
export function fieldsOf(programme: Programme, command: string): Fields | undefined {
  const found = Object.hasOwn(programme.pattern.commands, command) ? programme.pattern.commands[command] : undefined
  if (!found) return undefined
  if (found.own === 'ask') return { ...found.fields, ...programme.fields }
  if (found.own === 'change')
    return { ...loosened({ ...programme.pattern.fields, ...programme.fields }), ...found.fields }
  return found.fields
}

/** Everything a record of this programme may hold, for lists, exports and imports. */
export const allFields = (programme: Programme): Fields => ({ ...programme.pattern.fields, ...programme.fields })

/** The command that makes a record after the fact: the first that begins one and is offered as 记一笔. */
export const mainCommand = (programme: Programme): string =>
  Object.entries(programme.pattern.commands).find(([, command]) => command.begins)?.[0] ?? ''

const loosened = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, each]) => !each.derived)
      .map(([name, each]) => [name, each.optional ? each : { ...each, optional: true, kept: true }]),
  )
