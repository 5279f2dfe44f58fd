import { ask } from '#store/database'
import { allContributions } from './contributions.ts'
import { basesOf } from './definitions.ts'
import { atUnit, type FigureDesk } from './figures.ts'
import { decodeHandle } from './handle.ts'

/** What an issued figure stood on: how many entries of records, and the SHA-256 over all of them in order. */
export type Digest = { readonly entries: number; readonly sha256: string }

/**
 * The digest of the record set behind a figure: over `record day value` of every entry, sorted, one stored number after the
 * other. It is the same for every reader, and changes exactly when a record comes, goes, or adds something else.
 */
export async function digest(desk: FigureDesk, text: string): Promise<Digest> {
  const handle = decodeHandle(text)
  return atUnit(desk, handle.unit, async (tx, place) => {
    let [entries, sha256] = [0, '']
    for (const base of basesOf(desk.book, handle)) {
      const { name, text, values } = allContributions({ ...handle, place }, base)
      const [row] = await ask<{ n: number; sha256: string }>(
        tx,
        `digest-${name}`,
        `select count(*)::int n, encode(sha256(convert_to($5 || coalesce(
           string_agg(record || ' ' || day || ' ' || value, E'\\n' order by record, day, value), ''), 'UTF8')), 'hex') sha256
         from (${text}) c`,
        [...values, sha256],
      )
      entries += row?.n ?? 0
      sha256 = row?.sha256 ?? ''
    }
    return { entries, sha256 }
  })
}
