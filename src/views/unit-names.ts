import type { Read } from '#papers/sheets/sheet'
import { ask, type Queryable } from '#store/database'
import { filled, type Language } from './house-words.ts'
import { paperWords } from './paper-words.ts'

type Row = { no: number; name: string; short: string; code: string | null; parent: number | null }

/**
 * Finds units of a part of the tree by the names a register writes: whole or customary, with or without 妇联, alone or with what
 * lies above in front (查干花镇永平村). One that fits several says so.
 */
export async function unitNames(
  db: Queryable,
  top: number,
  language: Language,
): Promise<(name: string) => Read<number>> {
  const rows = await ask<Row>(
    db,
    'unit-names-below',
    `select u.no, u.name, u.short_name as short, u.code, l.parent from unit_ancestor a join unit u on u.no = a.unit
     left join unit_link l on l.unit = u.no and l.until = 'infinity'
     where a.ancestor = $1 and a.until = 'infinity' and u.ends is null`,
    [top],
  )
  const byNo = new Map(rows.map(row => [row.no, row]))
  const byName = new Map<string, Row[]>()
  for (const row of rows)
    for (const name of new Set([plain(row.name), plain(row.short), ...(row.code ? [row.code] : [])]))
      byName.set(name, [...(byName.get(name) ?? []), row])
  const { imports } = paperWords(language)
  const above = (row: Row): string[] => {
    const parent = byNo.get(row.parent ?? 0)
    return parent ? [plain(parent.name), plain(parent.short), ...above(parent)] : []
  }
  /** Is all that stands in front said of what lies above: 榆树市大岭镇 of the township and its county? */
  const liesUnder = (row: Row, front: string): boolean => {
    if (front === '') return true
    const parent = byNo.get(row.parent ?? 0)
    if (!parent) return false
    const names = [plain(parent.name), plain(parent.short)]
    return (
      names.some(name => name.startsWith(front)) ||
      names.some(name => front.endsWith(name) && liesUnder(parent, front.slice(0, -name.length))) ||
      liesUnder(parent, front)
    )
  }
  const found = new Map<string, Read<number>>()
  const find = (said: string): Read<number> => {
    const name = plain(said)
    for (let at = 0; at < name.length - 1; at++) {
      const those = byName.get(name.slice(at)) ?? []
      const front = name.slice(0, at)
      const loosely = front
        ? those.filter(row => above(row).some(each => front.endsWith(each) || each.startsWith(front)))
        : those
      const wholly = loosely.filter(row => liesUnder(row, front))
      const fitting = wholly.length > 0 ? wholly : loosely
      const [first, second] = fitting
      if (first && !second) return { value: first.no }
      if (first)
        return {
          problem: filled(imports['unit.many'] ?? '', { name: said, path: `${above(first)[1] ?? ''}${first.short}` }),
        }
    }
    return { problem: filled(imports['unit.none'] ?? '', { name: said }) }
  }
  return said => {
    const known = found.get(said) ?? find(said)
    found.set(said, known)
    return known
  }
}

/** Without what every federation's name ends in, and without blanks. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(?:妇女联合会|妇联)$/, '')
    .replace(/(?:村民委员会|村委会)$/, '村')
    .replace(/(?:社区居委会|社区居民委员会)$/, '社区')
    .replace(/村村$/, '村')
