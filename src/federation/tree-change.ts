import { Problem } from '#base/problem'
import { levelNo } from '#language/programme'
import { ask, type Queryable } from '#store/database'
import { spell, unitSearchText } from './spelling.ts'
import { addLinks, insertUnits, nextNo } from './tree.ts'

// One change at a time: who calls these has taken the lock of the tree (`lockTree`) in the same transaction.

/** A unit as a change of the tree finds it; `linked` is since when it hangs where it hangs. */
export type Standing = {
  readonly no: number
  readonly id: string
  readonly shard: number
  readonly level: number
  readonly kind: string
  readonly code: string | null
  readonly name: string
  readonly ends: string | null
  readonly parent: number | null
  readonly linked: string | null
}

/** The unit as it stands. Throws `not-found`, or `not-in-this-state` when it has been closed. */
export async function standing(tx: Queryable, no: number): Promise<Standing> {
  const [found] = await ask<Standing>(
    tx,
    'standing-unit',
    `select u.no, u.id, u.shard, u.level, u.kind, u.code, u.name, u.ends, l.parent, l.since as linked
     from unit u left join unit_link l on l.unit = u.no and l.until = 'infinity' where u.no = $1`,
    [no],
  )
  if (!found) throw new Problem('not-found', { what: 'unit' })
  if (found.ends) throw new Problem('not-in-this-state', { what: 'unit', ends: found.ends })
  return found
}

type Founded = { parent: Standing; name: string; kind: string; level: number; since: string }

/** A new unit below another: a federation of a lower level, or a side body (level 6) anywhere. Returns its number. */
export async function addUnit(tx: Queryable, founded: Founded): Promise<number> {
  refuseWrongLevel(founded.level, founded.parent)
  const [no] = await found(tx, founded, [founded.name], 'founded')
  return no as number // one name makes one unit
}

/** The new name from a day on; the old one stays with the days before. */
export async function renameUnit(tx: Queryable, unit: Standing, name: string, since: string): Promise<void> {
  await ask(tx, 'name-end', `update unit_name set until = $2 where unit = $1 and until = 'infinity' and since < $2`, [
    unit.no,
    since,
  ])
  await ask(tx, 'name-drop', 'delete from unit_name where unit = $1 and since >= $2', [unit.no, since])
  await ask(tx, 'name-add', 'insert into unit_name (unit, since, name, short_name) values ($1, $2, $3, $3)', [
    unit.no,
    since,
    name,
  ])
  const { pinyin, initials } = spell(name)
  const search = unitSearchText({ name, shortName: name, code: unit.code })
  await ask(
    tx,
    'name-set',
    'update unit set name = $2, short_name = $2, pinyin = $3, initials = $4, search = $5 where no = $1',
    [unit.no, name, pinyin, initials, search],
  )
}

/** Hangs a unit with all below it under another parent from a day on. Figures restated follow, figures as-was do not. */
export async function moveUnit(tx: Queryable, unit: Standing, parent: Standing, since: string): Promise<void> {
  refuseWrongLevel(unit.level, parent)
  await refuseCircle(tx, unit, parent)
  await relink(tx, [unit.no], parent.no, since, 'moved')
  await regrow(tx, [unit.no])
}

/** Closes a unit in favour of another of its level: what was below it and its own past hang there from that day on. */
export async function mergeUnits(tx: Queryable, unit: Standing, into: Standing, since: string): Promise<void> {
  if (into.no === unit.no || into.level !== unit.level) throw new Problem('invalid-input', wrong('into', 'wrong-level'))
  await refuseCircle(tx, unit, into)
  const hung = [...(await childrenOf(tx, unit.no)), unit.no]
  await relink(tx, hung, into.no, since, 'merged')
  await endUnit(tx, unit.no, since, into.no)
  await regrow(tx, hung)
}

/**
 * Closes a unit and founds several in its place. Its own past stays where it hung; `children` says which of the units below
 * go to which of the new ones (by position), the first takes those not named. Returns the new numbers.
 */
export async function splitUnit(
  tx: Queryable,
  unit: Standing,
  names: readonly string[],
  since: string,
  children: readonly (readonly number[])[] = [],
): Promise<number[]> {
  if (unit.parent === null) throw new Problem('not-in-this-state', { what: 'unit', top: true })
  const parent = await standing(tx, unit.parent)
  const below = await childrenOf(tx, unit.no)
  const { kind, level } = unit
  const founded = await found(tx, { parent, name: unit.name, kind, level, since }, names, 'split')
  const named = new Set(children.flat())
  for (const [at, no] of founded.entries()) {
    const go = below.filter(child => children[at]?.includes(child) || (at === 0 && !named.has(child)))
    if (go.length) await relink(tx, go, no, since, 'split')
  }
  await endUnit(tx, unit.no, since, null)
  if (below.length) await regrow(tx, below)
  return founded
}

/** Ends a unit that has nothing standing below it. Its numbers stay with those above. */
export async function closeUnit(tx: Queryable, unit: Standing, since: string): Promise<void> {
  const below = await childrenOf(tx, unit.no)
  if (below.length) throw new Problem('not-in-this-state', { what: 'unit', below: below.length })
  await endUnit(tx, unit.no, since, null)
}

async function found(
  tx: Queryable,
  { parent, kind, level, since }: Founded,
  names: readonly string[],
  reason: string,
): Promise<number[]> {
  const first = await nextNo(tx)
  const seeds = names.map((name, at) => {
    const no = first + at
    const inside = parent.level >= levelNo.county
    const sort = `~${spell(name).pinyin}`
    return {
      no,
      parent: parent.no,
      level,
      kind,
      code: null,
      name,
      shortName: name,
      shard: inside ? parent.shard : no,
      begins: since,
      sort,
    }
  })
  await insertUnits(tx, seeds)
  const numbers = seeds.map(seed => seed.no)
  await addLinks(
    tx,
    numbers.map(unit => ({ unit, parent: parent.no, since, reason })),
  )
  await ask(tx, 'grow-closure', 'select close_over($1)', [numbers])
  return numbers
}

/** A later link than the day in question was made on what is being changed now: it changes in its place. */
async function relink(tx: Queryable, units: readonly number[], parent: number, since: string, reason: string) {
  await ask(
    tx,
    'relink-again',
    `update unit_link set parent = $2, reason = $4 where unit = any($1) and until = 'infinity' and since >= $3`,
    [units, parent, since, reason],
  )
  await ask(
    tx,
    'relink',
    `with ended as (update unit_link set until = $3 where unit = any($1) and until = 'infinity' and since < $3 returning unit)
     insert into unit_link (unit, parent, since, reason) select unit, $2, $3, $4 from ended`,
    [units, parent, since, reason],
  )
}

const regrow = (tx: Queryable, units: readonly number[]) => ask(tx, 'regrow', 'select regrow($1)', [units])

const endUnit = (tx: Queryable, unit: number, since: string, successor: number | null) =>
  ask(tx, 'end-unit', 'update unit set ends = $2, successor = $3 where no = $1', [unit, since, successor])

async function childrenOf(tx: Queryable, unit: number): Promise<number[]> {
  const rows = await ask<{ no: number }>(
    tx,
    'children-of',
    `select u.no from unit_link l join unit u on u.no = l.unit where l.parent = $1 and l.until = 'infinity' and u.ends is null order by u.no`,
    [unit],
  )
  return rows.map(row => row.no)
}

async function refuseCircle(tx: Queryable, unit: Standing, parent: Standing): Promise<void> {
  const found = await ask(
    tx,
    'is-below',
    `select from unit_ancestor where unit = $1 and ancestor = $2 and until = 'infinity'`,
    [parent.no, unit.no],
  )
  if (found.length) throw new Problem('invalid-input', wrong('parent', 'below-itself'))
}

function refuseWrongLevel(level: number, parent: Standing): void {
  if (level !== levelNo.side && level <= parent.level)
    throw new Problem('invalid-input', wrong('parent', 'wrong-level', { level: parent.level }))
}

const wrong = (path: string, rule: string, more: Record<string, unknown> = {}) => ({
  issues: [{ path, rule, ...more }],
})
