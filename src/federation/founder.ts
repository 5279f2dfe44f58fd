import type { Actor } from './actor.ts'
import type { Place } from './unit.ts'

/**
 * Who sets the house up, or runs a command on its own machine: administrator of the root before any post is held. Only the
 * one-time set-up and the command line, which has the database anyway, may call this.
 */
export function founder(person: string, name: string, root: Place): Actor {
  const below = { all: true, shards: new Set<number>(), units: new Set<number>() }
  const post = { kind: 'admin', unit: root.unit, shard: root.shard, level: root.level, term: '', below } as const
  return { person, name, posts: [post], context: { all: true, shards: [], units: [], actor: person } }
}
