import type { Programme } from '#language'
import { runsIn, type ReviewBody } from '#papers/review/body'
import type { NowFigure } from '#papers/review/check'
import { ask, inSnapshot } from '#store/database'
import { causesSince } from './causes.ts'
import { figureTable, nameText, type FigureDesk } from './figures.ts'
import { figureName, indicatorBook } from './figure-words.ts'
import { decodeHandle, decodeStatement, encodeHandle, type Handle } from './handle.ts'

/** What each handle says at this moment, those that differ only in when they were told under one. Handles of nothing are left out. */
export async function nowOf(
  desk: FigureDesk,
  programmes: readonly Programme[],
  handles: Iterable<string>,
): Promise<Map<string, NowFigure>> {
  const wanted = [...new Set(handles)]
  const words = indicatorBook(programmes, 'zh-CN')
  const counted = wanted.flatMap(text => {
    const handle = decodeStatement(text) ? undefined : known(text)
    return handle ? [{ text, handle }] : []
  })
  const now = new Map<string, NowFigure>()
  const alike = Map.groupBy(counted, ({ handle }) => JSON.stringify([handle.unit, handle.tree, handle.from, handle.to]))
  for (const group of alike.values()) {
    const [first] = group
    if (!first || first.handle.tree === 'alone') continue
    const { unit, tree, from, to } = first.handle
    const indicators = [...new Set(group.map(({ handle }) => nameText(handle)))].filter(name =>
      words.has(name.split('/')[0] ?? ''),
    )
    if (indicators.length === 0) continue
    const table = await figureTable(desk, { indicators, unit, rows: 'indicators', columns: 'none', from, to, tree })
    const cells = new Map(
      table.rows.flatMap(({ name, cells }) => (name && cells[0] ? [[nameText(name), cells[0]] as const] : [])),
    )
    for (const { text, handle } of group) {
      const cell = cells.get(nameText(handle))
      if (!cell) continue
      const { recorded: value, countUnit } = cell
      now.set(text, {
        handle: encodeHandle({ ...handle, version: 1, asOf: 1 }),
        name: figureName(words, handle.indicator, handle.slice),
        value,
        unit: countUnit,
      })
    }
  }
  for (const [text, figure] of await statements(desk, wanted))
    now.set(text, { ...figure, name: figureName(words, figure.name, '') })
  return now
}

function known(text: string): Handle | undefined {
  try {
    return decodeHandle(text)
  } catch {
    return undefined
  }
}

/** What opening and reported values say now; one taken back says nothing. */
async function statements(desk: FigureDesk, wanted: readonly string[]): Promise<[string, NowFigure][]> {
  const asked = wanted.flatMap(text => {
    const at = decodeStatement(text)
    return at ? [{ text, ...at }] : []
  })
  if (asked.length === 0) return []
  const rows = await inSnapshot(desk.db, desk.reach.context, tx =>
    ask<{ id: string; fields: { indicator: string; value: number; countUnit: string } }>(
      tx,
      'statements-now',
      `select r.id, r.state -> 'fields' as fields from unnest($1::int[], $2::uuid[]) t(shard, id) join record r using (shard, id)
       where r.phase = 'declared'`,
      [asked.map(each => each.shard), asked.map(each => each.id)],
    ),
  )
  const byId = new Map(rows.map(row => [row.id, row.fields]))
  return asked.flatMap(({ text, id }): [string, NowFigure][] => {
    const fields = byId.get(id)
    if (!fields) return []
    const { indicator, value, countUnit } = fields
    return [
      [
        text,
        { handle: text, name: indicator, value: countUnit === '元' ? Math.round(value * 100) : value, unit: countUnit },
      ],
    ]
  })
}

/** A number of a review that is another now, in the sentence it stands in. */
export type ReviewChange = {
  readonly sentence: string
  readonly handle: string
  readonly name: string
  readonly before: number | null
  readonly now: number | null
  readonly causes: { cause: string; change: number }[]
}

/** Every handle a review's sentences are bound to. */
export const handlesOf = (body: ReviewBody): string[] =>
  body.chapters.flatMap(runsIn).flatMap(run => (run.handle ? [run.handle] : []))

/** Exactly the sentences whose numbers are others than written, each with what changed and why. `since`: when it was written. */
export async function changesOf(
  desk: FigureDesk,
  programmes: ReadonlyMap<string, Programme>,
  body: ReviewBody,
  now: ReadonlyMap<string, NowFigure>,
): Promise<ReviewChange[]> {
  const why = new Map<string, { cause: string; change: number }[]>()
  const changes: ReviewChange[] = []
  for (const { id, runs } of body.chapters.flatMap(({ parts }) => parts.flatMap(part => part.sentences)))
    for (const { handle, value = 0 } of runs) {
      if (!handle) continue
      const figure = now.get(handle)
      const is = figure?.value ?? null
      if (is === value) continue
      const causes =
        why.get(handle) ??
        (decodeStatement(handle)
          ? [{ cause: is === null ? 'withdrawn' : 'corrected', change: (is ?? 0) - value }]
          : [...(await causesSince(desk, programmes, handle, body.asOf, { was: value, is: is ?? 0 }))])
      why.set(handle, causes)
      const name = figure?.name ?? body.sources.find(source => source.handle === handle)?.name ?? ''
      changes.push({ sentence: id, handle, name, before: value, now: is, causes })
    }
  return changes
}
