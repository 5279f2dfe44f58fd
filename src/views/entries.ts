import { ask, type Queryable } from '#store/database'
import { allContributions, type Made } from './contributions.ts'
import type { Base } from './definitions.ts'

/** How many entries of records a figure is made of. */
export async function countEntries(tx: Queryable, made: Made, bases: readonly Base[]): Promise<number> {
  let entries = 0
  for (const base of bases) {
    const { name, text, values } = allContributions(made, base)
    const [row] = await ask<{ n: number }>(tx, `entries-${name}`, `select count(*)::int n from (${text}) c`, values)
    entries += row?.n ?? 0
  }
  return entries
}
