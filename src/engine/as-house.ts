import type { Actor } from '#federation/actor'

const everything = { all: true, shards: new Set<number>(), units: new Set<number>() }

/**
 * The same person with the one post the platform itself holds: for what follows from an order she was allowed to give. Row
 * security still sees her own context, so nothing lands outside it.
 */
export const asHouse = (actor: Actor): Actor => ({
  ...actor,
  posts: [{ kind: 'house', unit: 0, shard: 0, level: 0, term: '', below: everything }],
})
