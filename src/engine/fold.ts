import { ask, type Queryable } from '#store/database'

/** Carries everything that waits into the roll-ups, in portions; returns how many changes. The server's rounds do it every second. */
export async function foldAll(db: Queryable, portion = 100_000): Promise<number> {
  for (let folded = 0; ; ) {
    const [row] = await ask<{ n: number }>(db, 'fold', 'select fold($1) as n', [portion])
    folded += row?.n ?? 0
    if ((row?.n ?? 0) < portion) return folded
  }
}
