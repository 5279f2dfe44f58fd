import { ask, type Tx } from '#store/database'

/**
 * Takes the next number of each series (1, 2, 3 …) of a programme at the unit that gives them. The row stays locked until the
 * transaction ends, and one that fails gives its number back: no number is given twice, none is left out.
 */
export async function nextNumbers(
  tx: Tx,
  at: { readonly shard: number; readonly unit: number },
  programme: string,
  series: Readonly<Record<string, string>>,
): Promise<Record<string, number>> {
  const numbers: Record<string, number> = {}
  for (const [name, key] of Object.entries(series).toSorted(([, a], [, b]) => (a < b ? -1 : 1))) {
    const [row] = await ask<{ last: number }>(
      tx,
      'next-number',
      `insert into series as s (shard, unit, programme, key, last) values ($1, $2, $3, $4, 1)
       on conflict (shard, unit, programme, key) do update set last = s.last + 1 returning last`,
      [at.shard, at.unit, programme, `${name} ${key}`],
    )
    numbers[name] = row?.last ?? 0
  }
  return numbers
}
