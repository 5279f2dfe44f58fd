import { ask, type Queryable } from '#store/database'
import { definitionOf, isSensitive } from './definitions.ts'
import { maker, type FigureDesk } from './figures.ts'
import { encodeHandle, type Handle } from './handle.ts'
import { handles, hideSmall } from './hide-small.ts'
import { figurePlaces, type FigurePlace } from './place.ts'
import type { Hidden } from './suppress.ts'

/**
 * Is this figure hidden from the reader? A sensitive one of a unit that is not her own is judged among its neighbours below the
 * same unit, as the table shows it: otherwise what covers a small number there could be opened alone.
 */
export async function isHiddenFrom(
  tx: Queryable,
  desk: FigureDesk,
  place: FigurePlace,
  handle: Handle,
): Promise<Hidden> {
  if (!isSensitive(desk.book, handle) || handles(desk.reach, place.unit)) return null
  const { from, to, tree } = handle
  const [parent, siblings] = tree === 'alone' ? [place, []] : await around(tx, place)
  const places = [parent, ...siblings.filter(each => each.unit !== parent.unit)]
  const make = await maker(tx, desk, places, [handle], { from, to, tree, grain: 'none' })
  const rows = (siblings.length ? siblings : [place]).map(({ unit }) => ({
    unit,
    name: null,
    cells: [make.cell(unit, handle, 0)],
  }))
  const total = siblings.length ? [make.cell(parent.unit, handle, 0)] : null
  const table = await hideSmall(tx, desk, parent, { asOf: desk.now, unit: parent.unit, columns: ['all'], rows, total })
  const { version } = definitionOf(desk.book, handle)
  const wanted = encodeHandle({ ...handle, version, unit: place.unit, asOf: desk.now })
  return table.rows.flatMap(row => row.cells).find(cell => cell.handle === wanted)?.hidden ?? null
}

async function around(tx: Queryable, place: FigurePlace): Promise<[FigurePlace, FigurePlace[]]> {
  const rows = await ask<{ parent: number; unit: number }>(
    tx,
    'figure-siblings',
    `select l.parent, s.unit from unit_link l join unit_link s on s.parent = l.parent and s.until = 'infinity'
     where l.unit = $1 and l.until = 'infinity'`,
    [place.unit],
  )
  const parents = await figurePlaces(
    tx,
    rows.slice(0, 1).map(row => row.parent),
  )
  const [parent] = parents
  return parent
    ? [
        parent,
        await figurePlaces(
          tx,
          rows.map(row => row.unit),
        ),
      ]
    : [place, []]
}
