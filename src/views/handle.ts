import { isDay, type Day } from '#base/day'
import { isUuid } from '#base/id'
import { Problem } from '#base/problem'

/** How a unit is meant: with all that lies below it today, with what lay below it on each day, or by itself alone. */
export type Tree = 'restated' | 'as-was' | 'alone'

/**
 * Everything it takes to count a figure again: what (`slice` is '' or `field=value`), by which version of its definition, where,
 * from which day to which (a stock is what stands on the last), and when it was last told (milliseconds).
 */
export type Handle = {
  readonly indicator: string
  readonly slice: string
  readonly version: number
  readonly unit: number
  readonly tree: Tree
  readonly from: Day
  readonly to: Day
  readonly asOf: number
}

const letters = { restated: 'r', 'as-was': 'w', alone: 'a' } as const

/** `lectures.sessions~setting=village~1~22~r~20210101~20251231~lp3k2x9w`: readable, and safe in an address as it is. */
export const encodeHandle = (handle: Handle): string => {
  const { about, unit, tree, span, stamp } = handleParts(handle)
  return [about, unit, tree, span, stamp].join('~')
}

/** The parts a handle is joined from, for tables that have most of them in common. */
export function handleParts({ indicator, slice, version, unit, tree, from, to, asOf }: Handle) {
  const safe = (text: string) => encodeURIComponent(text).replaceAll('~', '%7E')
  return {
    about: `${safe(indicator)}~${safe(slice)}~${version}`,
    unit,
    tree: letters[tree],
    span: `${from.replaceAll('-', '')}~${to.replaceAll('-', '')}`,
    stamp: asOf.toString(36),
  }
}

/** Throws `not-found` for a text that is no handle. */
export function decodeHandle(text: string): Handle {
  const [indicator = '', slice = '', version, unit, letter, from = '', to = '', asOf = '', ...more] = text.split('~')
  const tree = (Object.keys(letters) as Tree[]).find(key => letters[key] === letter)
  const handle = {
    indicator: plain(indicator),
    slice: plain(slice),
    version: Number(version),
    unit: Number(unit),
    tree: tree ?? 'restated',
    from: dayOf(from),
    to: dayOf(to),
    asOf: Number.parseInt(asOf, 36),
  }
  const whole = [handle.version, handle.unit, handle.asOf].every(n => Number.isSafeInteger(n) && n > 0)
  const days = isDay(handle.from) && isDay(handle.to) && handle.from <= handle.to
  if (!tree || !whole || !days || !/^[\w-]+\.\w+$/.test(handle.indicator) || more.length) throw noFigure()
  return handle
}

/** Opening and reported values are records of their own; their handle says which. */
export const statementHandle = (shard: number, id: string): string => `.${shard}~${id}`

/** The record behind a statement's handle, or undefined when the text is of another kind. */
export function decodeStatement(text: string): { shard: number; id: string } | undefined {
  const [, shard, id] = /^\.(\d{1,9})~([0-9a-f-]{36})$/.exec(text) ?? []
  return shard && isUuid(id) ? { shard: Number(shard), id } : undefined
}

/** An indicator as a question names it: `lectures.sessions`, or `lectures.sessions/setting=village` for one part. */
export function readName(name: string): { indicator: string; slice: string } {
  const [indicator = '', ...rest] = name.split('/')
  return { indicator, slice: rest.join('/') }
}

const noFigure = () => new Problem('not-found', { what: 'figure' })
const dayOf = (digits: string) => digits.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')

function plain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw noFigure()
  }
}
