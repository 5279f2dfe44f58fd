import { ask, type Queryable } from '#store/database'

/** A setting in force: its value, and the unit that decided it. */
export type InForce = { readonly value: unknown; readonly from: number }

/**
 * What is decided for a unit: of each key the value of the nearest unit, itself first, then those above. Keys nobody decided are
 * not in it. `begins`: only keys that begin so.
 */
export async function settingsAt(db: Queryable, unit: number, begins = ''): Promise<Map<string, InForce>> {
  const rows = await ask<{ key: string; value: unknown; unit: number }>(
    db,
    'settings-at',
    `select distinct on (s.key) s.key, s.value, s.unit
     from unit_ancestor a join setting s on s.unit = a.ancestor and starts_with(s.key, $2)
     where a.unit = $1 and a.until = 'infinity'
     order by s.key, (select count(*) from unit_ancestor up where up.unit = a.ancestor and up.until = 'infinity') desc`,
    [unit, begins],
  )
  return new Map(rows.map(({ key, value, unit: from }) => [key, { value, from }]))
}

/** One number decided for a unit, or what is usual. */
export async function numberAt(
  db: Queryable,
  unit: number,
  { key, usual }: { key: string; usual: number },
): Promise<number> {
  const found = (await settingsAt(db, unit, key)).get(key)?.value
  return typeof found === 'number' ? found : usual
}
