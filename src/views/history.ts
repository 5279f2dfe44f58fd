import type { Common, Event, Input, PostKind, Programme } from '#language'
import { allFields } from '#language/commands'
import { ask, type Queryable } from '#store/database'
import { houseWords, type Language } from './house-words.ts'
import { namesOf } from './people.ts'
import { wordsFor } from './programme-words.ts'
import { unitBriefs } from './units.ts'
import { dayInWords, inWords, namesIn } from './wording.ts'

type EventRow = Event & { seq: number; at: Date; actor: string; post: string }

export type Happening = {
  seq: number
  kind: string
  name: string
  day: string
  at: string
  by: string
  reason?: string
  changes: { field: string; label: string; old: string | null; new: string | null }[]
}

/** What happened to a record, newest first: who did it in which post, why, and each answer before and after, in words. */
export async function historyOf(
  tx: Queryable,
  programme: Programme,
  { shard, id }: { shard: number; id: string },
  language: Language,
): Promise<Happening[]> {
  const events = await ask<EventRow>(
    tx,
    'history',
    'select seq, kind, data, day, at, actor, post from event where shard = $1 and record = $2 order by seq',
    [shard, id],
  )
  const steps = replayed(programme, events)
  const fields = allFields(programme)
  const answers = steps.flatMap(({ changes }) =>
    changes.flatMap(each => [each.old, each.new].map(value => [each.field, value])),
  )
  const needed = answers.map(([name, value]) => namesIn(fields, { [String(name)]: value }))
  const posts = events.map(event => postOf(event.post))
  const people = await namesOf(tx, [...events.map(event => event.actor), ...needed.flatMap(each => each.people)])
  const briefs = await unitBriefs(tx, [...posts.map(post => post.unit), ...needed.flatMap(each => each.units)])
  const names = { people, units: new Map([...briefs].map(([no, unit]) => [no, unit.short])) }
  const words = wordsFor(programme, language)
  const house = houseWords(language)
  const told = (name: string, value: unknown) =>
    typeof value === 'string' && fields[name]?.kind === 'day' && !fields[name].guarded
      ? dayInWords(value, language)
      : inWords(name, fields[name], value, words, names, language) || null
  return steps
    .map(({ event, changes, reason }, i) => ({
      seq: event.seq,
      kind: event.kind,
      name: words.event(event.kind),
      day: event.day,
      at: event.at.toISOString(),
      // what the house does by itself is nobody's: it has no unit and no name
      by:
        posts[i]?.kind === 'house'
          ? house.posts.house
          : [
              names.units.get(posts[i]?.unit ?? 0),
              house.posts[posts[i]?.kind ?? 'staff'],
              people.get(event.actor) ?? house.someone,
            ].join(' '),
      ...(reason === undefined ? {} : { reason }),
      changes: changes.map(({ field, old, new: now }) => ({
        field,
        label: words.field(field).label,
        old: told(field, old),
        new: told(field, now),
      })),
    }))
    .toReversed()
}

type Step = { event: EventRow; reason?: string; changes: { field: string; old: unknown; new: unknown }[] }

/** The same fold that made the record, told step by step; the first step has no before. */
function replayed(programme: Programme, events: readonly EventRow[]): Step[] {
  let state: Common = programme.pattern.start
  return events.map((event, i) => {
    const before: Input = state.fields
    state = programme.pattern.evolve(state, event)
    const reason = event.data.reason === undefined ? {} : { reason: String(event.data.reason) }
    return { event, ...reason, changes: i === 0 ? [] : changedAnswers(before, state.fields) }
  })
}

function changedAnswers(before: Input, after: Input): Step['changes'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map(field => ({ field, old: before[field] ?? null, new: after[field] ?? null }))
}

/** `staff@12`: the post in which it was done. */
function postOf(text: string): { kind: PostKind; unit: number } {
  const [kind, unit] = text.split('@')
  return { kind: kind as PostKind, unit: Number(unit) } // written by the engine
}
