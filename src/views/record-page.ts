import { Problem } from '#base/problem'
import type { Actor } from '#federation/actor'
import { authorise, reaches, type Reach } from '#federation/reach'
import {
  levelNo,
  lines,
  tagsOf,
  usualRules,
  type Common,
  type Field,
  type Fields,
  type Level,
  type Programme,
  type Rule,
} from '#language'
import { allFields } from '#language/commands'
import { ask, type Queryable } from '#store/database'
import type { Language } from './house-words.ts'
import { historyOf } from './history.ts'
import { namesOf } from './people.ts'
import { wordsFor } from './programme-words.ts'
import { recordLines } from './record-lines.ts'
import type { ListedRecord } from './records.ts'
import { unitBriefs } from './units.ts'
import { dayInWords, inWords, namesIn } from './wording.ts'

export type OpenedRecord = Omit<ListedRecord, 'state'> & { state: Common; people: string[] }

/** A record somebody may see, proven by `openedRecord`. */
export type Opened = { readonly record: OpenedRecord; readonly programme: Programme }

/** A record the reader may see. Throws `not-found` for one that is not there as for one outside her reach: both look alike. */
export async function openedRecord(
  tx: Queryable,
  { shard, id }: { shard: number; id: string },
  programmes: ReadonlyMap<string, Programme>,
  reachOf: (programme: Programme) => Reach,
): Promise<Opened> {
  const [record] = await ask<OpenedRecord>(
    tx,
    'record-page',
    `select shard, id, unit, programme, version, phase, day, title, state, revision, people
     from record where shard = $1 and id = $2`,
    [shard, id],
  )
  const programme = record && programmes.get(record.programme)
  if (!programme || !reaches(reachOf(programme), record)) throw new Problem('not-found', { what: 'record' })
  return { record, programme }
}

/** Everything on a record's page. `actor` says which commands she may give now. */
export async function recordPage(
  tx: Queryable,
  { record, programme }: Opened,
  programmes: ReadonlyMap<string, Programme>,
  actor: Actor,
  today: string,
  language: Language,
) {
  const words = wordsFor(programme, language)
  const fields = allFields(programme)
  const { state } = record
  const needed = namesIn(fields, state.fields)
  const people = await namesOf(tx, needed.people)
  const units = await unitBriefs(tx, [record.unit, ...needed.units])
  const names = { people, units: new Map([...units].map(([no, unit]) => [no, unit.short])) }
  const titles = await titlesOf(tx, fields, state)
  const told = (name: string, field: Field, value: unknown) => {
    if (field.kind === 'record') return titles.get(name) ?? ''
    if (field.kind === 'day' && !field.guarded) return dayInWords(String(value), language)
    return inWords(name, field, value, words, names, language)
  }
  const [line] = await recordLines(tx, [record], programmes, language)
  if (!line) throw new Problem('not-found', { what: 'record' })
  return {
    ...line,
    fields: Object.entries(fields)
      .filter(([name]) => state.fields[name] !== undefined && state.fields[name] !== null)
      .map(([name, field]) => ({
        name,
        label: words.field(name).label,
        text: told(name, field, state.fields[name]),
        value: field.guarded ? null : state.fields[name],
        guarded: field.guarded ?? false,
      })),
    history: await historyOf(tx, programme, record, language),
    may: commandsNow(programme, record, actor, today, units.get(record.unit)?.level),
    people: Object.fromEntries(people),
    countsInto: countsInto(programme, programmes, state, units.get(record.unit)?.level ?? 0, today, language),
  }
}

/** The titles of the records it points to, by field; of those she may not see there is none. */
async function titlesOf(tx: Queryable, fields: Fields, { fields: answers }: Common): Promise<Map<string, string>> {
  const refs = Object.entries(fields).flatMap(([name, { kind }]) =>
    kind === 'record' && answers[name] ? [{ name, ...(answers[name] as { shard: number; id: string }) }] : [],
  )
  if (refs.length === 0) return new Map()
  const rows = await ask<{ id: string; title: string }>(
    tx,
    'record-titles',
    'select r.id, r.title from unnest($1::int[], $2::uuid[]) t(shard, id) join record r using (shard, id)',
    [refs.map(ref => ref.shard), refs.map(ref => ref.id)],
  )
  const found = new Map(rows.map(row => [row.id, row.title]))
  return new Map(refs.map(({ name, id }) => [name, found.get(id) ?? '']))
}

/** Commands whose rule lets her and whose state allows them; an order may still be refused for what it says. */
export function commandsNow(
  programme: Programme,
  record: OpenedRecord,
  actor: Actor,
  today: string,
  level = levelNo.province,
): string[] {
  return Object.entries(programme.pattern.commands).flatMap(([command, { below }]) => {
    if (below && level >= levelNo.village) return []
    const rules: readonly Rule[] = programme.access[command] ?? []
    return allowed(actor, rules, record) && fits(programme, record.state, command, today) ? [command] : []
  })
}

export function allowed(
  actor: Actor,
  rules: readonly Rule[],
  target: { unit: number; shard: number; people: string[] },
) {
  try {
    authorise(actor, rules, target)
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/** Asks the pattern with an empty input: that it is not in this state, or is stored already, does not depend on the answers. */
function fits(programme: Programme, state: Common, command: string, today: string): boolean {
  try {
    const outcome = programme.pattern.decide(state, command, {}, {}, today, usualRules(programme.pattern.limits))
    return !(outcome instanceof Problem && ['not-in-this-state', 'already-stored'].includes(outcome.code))
  } catch {
    return true // it looked at an answer that is not there: the state did not stand in the way
  }
}

function countsInto(
  programme: Programme,
  programmes: ReadonlyMap<string, Programme>,
  state: Common,
  level: number,
  today: string,
  language: Language,
) {
  const tagged = tagsOf(state).flatMap(id => (id === programme.id ? [] : (programmes.get(id) ?? [])))
  const levelName = (Object.keys(levelNo) as Level[]).find(name => levelNo[name] === level)
  const counted = new Map<string, { key: string; name: string; value: number; unit: string }>()
  for (const line of lines(programme, state, tagged, levelName).filter(
    each => each.slice === '' && each.day <= today,
  )) {
    const [owner = '', name = ''] = line.key.split('.')
    // the way of working counts it too, but once more would only confuse
    const home = programmes.get(owner)
    const indicator = home?.indicators[name]
    if (!home || !indicator) continue
    const value = ('value' in line ? line.value : line.reached.length) + (counted.get(line.key)?.value ?? 0)
    counted.set(line.key, {
      key: line.key,
      name: wordsFor(home, language).indicator(name).name,
      value,
      unit: indicator.unit,
    })
  }
  return [...counted.values()].filter(each => each.value !== 0)
}

/** What is kept sealed under a field of a record the reader may open. Throws `not-found` when there is nothing. */
export async function sealedField(
  tx: Queryable,
  record: { shard: number; id: string },
  field: string,
): Promise<string> {
  const [row] = await ask<{ sealed: string }>(
    tx,
    'sealed-field',
    'select sealed from guarded where shard = $1 and owner = $2 and field = $3',
    [record.shard, record.id, field],
  )
  if (!row) throw new Problem('not-found', { what: 'field' })
  return row.sealed
}
