import { declaredSlices } from '#language/measure'
import type { Indicator, Programme } from '#language'
import { ask, type Tx } from '#store/database'

/** The numbers measures are stored under: `programme.name` and slice → smallint, given once and kept for ever. */
export type Book = {
  readonly no: (key: string, slice?: string) => number
  readonly definition: (key: string) => Indicator | undefined
  readonly keys: readonly string[]
  readonly named: (no: number) => { key: string; slice: string } | undefined
}

/** Registers every declared indicator and slice that has no number yet (as owner, at start), then reads the book. */
export async function openBook(tx: Tx, programmes: readonly Programme[]): Promise<Book> {
  const declared = declaredIndicators(programmes)
  const wanted = [...declared].flatMap(([key, { slices }]) => ['', ...slices].map(slice => ({ key, slice })))
  await ask(tx, 'book-lock', 'select pg_advisory_xact_lock(4712)')
  await ask(
    tx,
    'book-add',
    `insert into indicator (no, key, slice)
     select (select coalesce(max(no), 0) from indicator) + row_number() over (), key, slice
     from unnest($1::text[], $2::text[]) w(key, slice) where not exists (select from indicator i where i.key = w.key and i.slice = w.slice)`,
    [wanted.map(each => each.key), wanted.map(each => each.slice)],
  )
  return readBook(tx, programmes)
}

/** The book as it stands. Asking for an indicator that is not declared is a mistake in the code, not of a user: it throws. */
export async function readBook(tx: Parameters<typeof ask>[0], programmes: readonly Programme[]): Promise<Book> {
  const declared = declaredIndicators(programmes)
  const rows = await ask<{ no: number; key: string; slice: string }>(tx, 'book', 'select no, key, slice from indicator')
  const numbers = new Map(rows.map(row => [`${row.key}|${row.slice}`, row.no]))
  const names = new Map(rows.map(row => [row.no, row]))
  return {
    no: (key, slice = '') => {
      const found = numbers.get(`${key}|${slice}`)
      if (found === undefined) throw new Error(`no such indicator: ${key} ${slice}`)
      return found
    },
    definition: key => declared.get(key)?.indicator,
    keys: [...declared.keys()],
    named: no => names.get(no),
  }
}

function declaredIndicators(programmes: readonly Programme[]) {
  const found = new Map<string, { indicator: Indicator; slices: string[] }>()
  for (const programme of programmes) {
    const { pattern } = programme
    for (const [owner, indicators] of [
      [programme.id, programme.indicators],
      [pattern.name, pattern.common],
    ] as const)
      for (const [name, indicator] of Object.entries(indicators))
        found.set(`${owner}.${name}`, { indicator, slices: declaredSlices(programme, indicator) })
  }
  return found
}
