import type { PostKind } from '#language'
import type { Actor } from './actor.ts'
import type { Place } from './unit.ts'

/**
 * Who sets the house up, or runs a command on its own machine: administrator of the root before any post is held, or with the
 * posts named (`staff`: sees and records work). Only the one-time set-up and the command line, which has the database anyway,
 * may call this.
 */
export function founder(person: string, name: string, root: Place, kinds: readonly PostKind[] = ['admin']): Actor {
  const below = { all: true, shards: new Set<number>(), units: new Set<number>() }
  const at = { unit: root.unit, shard: root.shard, level: root.level, term: '', below }
  const posts = kinds.map(kind => ({ kind, ...at }))
  return { person, name, posts, context: { all: true, shards: [], units: [], actor: person } }
}
