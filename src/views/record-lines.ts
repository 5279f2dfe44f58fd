import type { Programme } from '#language'
import { allFields } from '#language/commands'
import type { Queryable } from '#store/database'
import type { Language } from './house-words.ts'
import { namesOf } from './people.ts'
import { wordsFor } from './programme-words.ts'
import type { ListedRecord } from './records.ts'
import { unitBriefs, type UnitBrief } from './units.ts'
import { inWords, namesIn } from './wording.ts'

export type RecordLine = {
  shard: number
  id: string
  programme: string
  programmeName: string
  unit: UnitBrief
  day: string
  title: string
  phase: string
  phaseName: string
  revision: number
  values: Record<string, unknown>
}

const nowhere: UnitBrief = { no: 0, name: '', short: '', level: 0 }

/** Listed records as the reader sees them: everything in words, names resolved for the whole page at once. */
export async function recordLines(
  tx: Queryable,
  rows: readonly ListedRecord[],
  programmes: ReadonlyMap<string, Programme>,
  language: Language,
): Promise<RecordLine[]> {
  const known = rows.flatMap(row => {
    const programme = programmes.get(row.programme)
    return programme ? [{ row, programme, fields: allFields(programme) }] : []
  })
  const named = known.map(({ row, fields }) => namesIn(fields, row.state.fields))
  const people = await namesOf(
    tx,
    named.flatMap(each => each.people.slice(0, 6)),
  )
  const units = await unitBriefs(tx, [...rows.map(row => row.unit), ...named.flatMap(each => each.units)])
  const names = { people, units: new Map([...units].map(([no, unit]) => [no, unit.short])) }
  return known.map(({ row, programme, fields }, at) => {
    const words = wordsFor(programme, language)
    const told = (name: string, value: unknown) => {
      const plain = typeof value === 'number' && fields[name]?.kind !== 'unit' && fields[name]?.kind !== 'amount'
      return plain ? value : inWords(name, fields[name], value, words, names, language)
    }
    const { shard, id, day, title, phase, revision, state } = row
    return {
      shard,
      id,
      day,
      phase,
      revision,
      programme: programme.id,
      programmeName: words.short,
      phaseName: words.phase(phase),
      unit: units.get(row.unit) ?? nowhere,
      title: title || called(named[at]?.people ?? [], people) || words.short,
      values: Object.fromEntries(
        Object.entries(state.fields)
          .filter(([name]) => fields[name] && !fields[name].guarded)
          .map(([name, value]) => [name, told(name, value)]),
      ),
    }
  })
}

/** A record without a title of its own is called by those it names. */
const called = (ids: readonly string[], people: ReadonlyMap<string, string>): string =>
  ids
    .flatMap(id => people.get(id) ?? [])
    .slice(0, 2)
    .join('、')
