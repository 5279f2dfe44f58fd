import type { Programme } from '#language'
import { ask, inSnapshot } from '#store/database'
import { causesSince } from './causes.ts'
import type { FigureDesk } from './figures.ts'
import { decodeStatement } from './handle.ts'

/** A figure as a report told it when it was issued, and why it is another now. */
export type IssuedFigure = {
  readonly value: number | null
  readonly at: string
  readonly title: string
  readonly causes: { cause: string; change: number }[]
}

/** The last report that issued this figure (same part, definition, unit and days), where the reader's own context holds it. */
export async function issuedFigure(
  desk: FigureDesk,
  programmes: ReadonlyMap<string, Programme>,
  handle: string,
  is: number | null,
): Promise<IssuedFigure | null> {
  if (decodeStatement(handle)) return null
  const same = handle.slice(0, handle.lastIndexOf('~') + 1)
  const [found] = await inSnapshot(desk.db, desk.reach.context, tx =>
    ask<{ value: number | null; at: Date; title: string }>(
      tx,
      'issued-figure',
      `select i.value, i.at, r.title from issue i join report r on r.shard = i.shard and r.id = i.report
       where starts_with(i.handle, $1) order by i.at desc limit 1`,
      [same],
    ),
  )
  if (!found) return null
  const { value, at, title } = found
  const told = { was: value ?? 0, is: is ?? 0 }
  const causes = await causesSince(desk, programmes, handle, at.getTime(), told)
  return { value, at: at.toISOString(), title, causes: [...causes] }
}
