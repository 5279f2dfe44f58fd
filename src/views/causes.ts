import { lines, levelName, tagsOf, type Common, type Event, type Programme } from '#language'
import { ask, type Queryable } from '#store/database'
import { definitionOf, partsOf, type Definitions, type FigureName } from './definitions.ts'
import { atUnit, type FigureDesk } from './figures.ts'
import { decodeHandle, type Handle } from './handle.ts'
import { beginning } from './windows.ts'

/** Why a figure is another than it was: records entered, corrected or withdrawn since, or (`tree`) units that came or went. */
export type Cause = { readonly cause: 'entered' | 'corrected' | 'withdrawn' | 'tree'; readonly change: number }

type Changed = {
  id: string
  shard: number
  level: number
  programme: string
  state: Common
  events: { kind: string; day: string; data: Record<string, unknown>; before: boolean }[]
}

/**
 * The causes of the difference between what a figure `was` at a moment (`since`, milliseconds) and `is`: every record changed since is
 * played again up to that moment. For flows, stocks and totals; a rate and distinct persons have no parts that add up: no causes.
 */
export async function causesSince(
  desk: FigureDesk,
  programmes: ReadonlyMap<string, Programme>,
  text: string,
  since: number,
  told: { readonly was: number; readonly is: number },
): Promise<Cause[]> {
  const handle = decodeHandle(text)
  const names = addedUp(desk.book, handle)
  if (names.length === 0 || told.was === told.is) return []
  return atUnit(desk, handle.unit, async tx => {
    const changes = new Map<Cause['cause'], number>()
    const add = (cause: Cause['cause'], change: number) => changes.set(cause, (changes.get(cause) ?? 0) + change)
    for (const record of await changedSince(tx, handle, since)) {
      const programme = programmes.get(record.programme)
      if (!programme) continue
      const earlier = record.events.filter(event => event.before)
      const old = earlier.reduce<Common>(
        (state, event) => programme.pattern.evolve(state, event as Event),
        programme.pattern.start,
      )
      const worth = (state: Common) => worthOf(programmes, programme, record.level, state, names, handle)
      const change = worth(record.state) - worth(old)
      if (change === 0) continue
      if (earlier.length === 0) add('entered', change)
      else add(record.state.phase === 'withdrawn' ? 'withdrawn' : 'corrected', change)
    }
    const rest = told.is - told.was - [...changes.values()].reduce((sum, change) => sum + change, 0)
    if (rest !== 0) add('tree', rest)
    return [...changes].map(([cause, change]) => ({ cause, change }))
  })
}

/** The indicators whose lines add up to this one; none when its parts do not add up. */
function addedUp(book: Definitions, name: FigureName): (FigureName & { stock: boolean })[] {
  const found = definitionOf(book, name)
  if (found.kind === 'total') return partsOf(name, found).flatMap(part => addedUp(book, part))
  if (found.kind !== 'flow' && found.kind !== 'stock') return []
  return [{ indicator: name.indicator, slice: name.slice, stock: found.kind === 'stock' }]
}

function worthOf(
  programmes: ReadonlyMap<string, Programme>,
  programme: Programme,
  level: number,
  state: Common,
  names: readonly (FigureName & { stock: boolean })[],
  { from, to }: Handle,
): number {
  const tagged = tagsOf(state).flatMap(id => (id === programme.id ? [] : (programmes.get(id) ?? [])))
  const counted = lines(programme, state, tagged, levelName(level)).filter(
    line =>
      line.day <= to &&
      names.some(
        ({ indicator, slice, stock }) =>
          line.key === indicator && line.slice === slice && line.day >= (stock ? beginning : from),
      ),
  )
  return counted.reduce((sum, line) => sum + ('value' in line ? line.value : 0), 0)
}

const changedSince = (tx: Queryable, { unit, tree }: Handle, since: number) =>
  ask<Changed>(
    tx,
    `changed-since-${tree}`,
    `select r.id, r.shard, u.level, r.programme, r.state, (
       select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'day', e.day, 'data', e.data, 'before', e.at <= $2) order by e.seq), '[]')
       from event e where e.shard = r.shard and e.record = r.id) as events
     from record r join unit u on u.no = r.unit
     where r.changed > $2::timestamptz and ${tree === 'alone' ? 'r.unit = $1' : `r.unit in (select unit from unit_ancestor where ancestor = $1 ${tree === 'restated' ? `and until = 'infinity'` : ''})`}`,
    [unit, new Date(since)],
  )
