import type pg from 'pg'
import type { House } from '#engine/house'
import type { Handle } from '#views/handle'

/** The figure told the plain way, from measures and the dated closure, by the owner of the tables. */
export async function plainly(
  owner: pg.Client,
  house: House,
  { indicator, slice, unit, tree, from, to }: Handle,
): Promise<{ value: number; entries: number }> {
  const where =
    tree === 'alone'
      ? 'x.unit = $1'
      : `exists (select from unit_ancestor a where a.unit = x.unit and a.ancestor = $1 and
    ${tree === 'as-was' ? 'x.day >= a.since and x.day < a.until' : `a.until = 'infinity'`})`
  const one = async (text: string, key: string, part: string, first: string) =>
    (
      await owner.query(
        `select ${text} from %t x join indicator i on i.no = x.ind where i.key = $2 and i.slice = $3 and x.day between $4 and $5 and ${where}`.replace(
          '%t',
          text.includes('person') ? 'reached' : 'measure',
        ),
        [unit, key, part, first, to],
      )
    ).rows[0]
  const definition = house.book.definition(indicator)
  const plain = async (key: string, part: string): Promise<{ value: number; entries: number }> => {
    const kind = house.book.definition(key)?.kind
    if (kind === 'persons' || kind === 'households')
      return one(`count(distinct person)::int as value, count(distinct (record, day))::int as entries`, key, part, from)
    const first = kind === 'stock' ? '1900-01-01' : from
    const sum = await one('coalesce(sum(val), 0)::int as value, count(*)::int as entries', key, part, first)
    if (kind !== 'stock') return sum
    const { rowCount } = await owner.query(
      `select from measure x join indicator i on i.no = x.ind where i.key = $2 and i.slice = $3 and x.day between '1900-01-01' and $4 and ${where}
       group by record having sum(val) <> 0`,
      [unit, key, part, to],
    )
    return { value: sum.value, entries: rowCount ?? 0 }
  }
  if (definition?.kind === 'rate') {
    const full = (name = '') => (name.includes('.') ? name : `${indicator.split('.')[0]}.${name}`)
    const [top, bottom] = [await plain(full(definition.top), ''), await plain(full(definition.bottom), '')]
    return { value: bottom.value ? (100 * top.value) / bottom.value : 0, entries: top.entries + bottom.entries }
  }
  if (definition?.kind === 'total') {
    const parts = await Promise.all(
      (definition.parts ?? []).map(name => plain(name.includes('.') ? name : `${indicator.split('.')[0]}.${name}`, '')),
    )
    return {
      value: parts.reduce((sum, part) => sum + part.value, 0),
      entries: parts.reduce((sum, part) => sum + part.entries, 0),
    }
  }
  return plain(indicator, slice)
}
