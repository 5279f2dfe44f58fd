import { addDays, type Day } from '#base/day'
import type { Actor } from '#federation/actor'
import { reach } from '#federation/reach'
import { numberAt } from '#federation/setting'
import type { PostKind, Programme } from '#language'
import { mainCommand } from '#language/commands'
import { houseSettings, limitKey } from '#programmes/settings'
import { ask, type Queryable } from '#store/database'
import { filled, houseWords, type Language } from './house-words.ts'
import { recordLines, type RecordLine } from './record-lines.ts'
import { listRecords, type RecordQuestion } from './records.ts'
import { scopeHere, sights, type Scope } from './scope.ts'
import { unitBriefs } from './units.ts'
import { dayInWords } from './wording.ts'

export type Waiting = {
  kind: string
  title: string
  detail: string
  when: 'late' | 'today' | 'soon' | 'later'
  due: Day | null
  link: string
}

type Asked = {
  readonly tx: Queryable
  readonly actor: Actor
  readonly unit: number
  readonly below: Scope
  readonly programmes: ReadonlyMap<string, Programme>
  readonly today: Day
  readonly language: Language
}

/** What waits for this reader at a unit: plans that fell due, terms that end, venues nobody used, records to verify. */
export async function waitingFor(asked: Asked): Promise<Waiting[]> {
  const found = [
    await planned(asked),
    await tasks(asked),
    await reportedTasks(asked),
    await termsEnding(asked),
    await venuesUnused(asked),
    await contactsDue(asked),
    await letters(asked),
    await documents(asked),
    await decisions(asked),
    await unverified(asked),
  ].flat()
  const order = ['late', 'today', 'soon', 'later']
  return found.toSorted(
    (a, b) => order.indexOf(a.when) - order.indexOf(b.when) || (a.due ?? '').localeCompare(b.due ?? ''),
  )
}

/** The lines of records of some programmes that a command of hers could move on. */
async function movable(
  { tx, actor, programmes, language }: Asked,
  command: (programme: Programme) => string | undefined,
  question: Omit<RecordQuestion, 'limit'> & { limit?: number },
): Promise<RecordLine[]> {
  const these = [...programmes.values()].filter(programme => command(programme) !== undefined)
  const seen = sights(these, programme => reach(actor, programme.access[command(programme) ?? ''] ?? []))
  const { rows } = await listRecords(tx, seen, actor.context, { limit: 20, ...question })
  return recordLines(tx, rows, programmes, language)
}

/** Plans of her own unit that fell due or soon do. */
async function planned(asked: Asked): Promise<Waiting[]> {
  const within = scopeHere(asked.unit)
  const finishing = (programme: Programme) =>
    'plan' in programme.pattern.commands ? mainCommand(programme) : undefined
  const notice = await numberAt(asked.tx, asked.unit, houseSettings.planNotice)
  const lines = await movable(asked, finishing, { within, phase: 'planned', to: addDays(asked.today, notice) })
  const { title, detail } = houseWords(asked.language).waiting.planned
  return lines.map(line => ({
    kind: 'planned',
    title: filled(title, line),
    detail: filled(detail, { ...line, day: dayInWords(line.day, asked.language) }),
    when: line.day < asked.today ? 'late' : line.day === asked.today ? 'today' : 'soon',
    due: line.day,
    link: `/records/${line.shard}/${line.id}/${finishing(asked.programmes.get(line.programme) as Programme)}`,
  }))
}

/** Tasks her own unit was given and has not done. Those the records fulfil close by themselves: she only has to do the work. */
const tasks = (asked: Asked): Promise<Waiting[]> =>
  arrived(asked, 'task', programme => ('receive' in programme.pattern.commands ? 'receive' : undefined), ['given', ''])

/** Letters from above that her own unit has to answer. */
const letters = (asked: Asked): Promise<Waiting[]> =>
  arrived(asked, 'letter', programme => (programme.pattern.name === 'letter' ? 'answer' : undefined), [
    'sent',
    '/answer',
  ])

/** Documents from above that her own unit has not signed for. */
async function documents(asked: Asked): Promise<Waiting[]> {
  const within = scopeHere(asked.unit)
  const signing = (programme: Programme) => (programme.pattern.name === 'document' ? 'receive' : undefined)
  const lines = await movable(asked, signing, { within, phase: 'arrived' })
  const { title, detail } = houseWords(asked.language).waiting.document
  return lines.map(line => ({
    kind: 'document',
    title: filled(title, line),
    detail: filled(detail, { unit: line.values.from }),
    when: 'soon',
    due: null,
    link: `/records/${line.shard}/${line.id}/receive`,
  }))
}

/** What came down to her own unit and is not answered, seen or unseen. It opens at the page that answers. */
async function arrived(
  asked: Asked,
  kind: 'task' | 'letter',
  moving: (programme: Programme) => string | undefined,
  [unseen, page]: readonly [string, string],
): Promise<Waiting[]> {
  const within = scopeHere(asked.unit)
  const { title, detail } = houseWords(asked.language).waiting[kind]
  const found = await Promise.all([unseen, 'received'].map(phase => movable(asked, moving, { within, phase })))
  return found.flat().map(line => ({
    kind,
    title: filled(title, line),
    detail: filled(detail, { day: dayInWords(line.day, asked.language) }),
    when: nearness(line.day, asked.today),
    due: line.day,
    link: `/records/${line.shard}/${line.id}${page}`,
  }))
}

function nearness(day: Day, today: Day): Waiting['when'] {
  if (day < today) return 'late'
  if (day === today) return 'today'
  return day <= addDays(today, 14) ? 'soon' : 'later'
}

/** What units below say they have done: she accepts it or returns it. */
async function reportedTasks(asked: Asked): Promise<Waiting[]> {
  const accepting = (programme: Programme) =>
    programme.pattern.name === 'task' && 'accept' in programme.pattern.commands ? 'accept' : undefined
  const lines = await movable(asked, accepting, { within: asked.below, phase: 'reported', limit: 8 })
  const { title, detail } = houseWords(asked.language).waiting.accept
  return lines
    .filter(line => line.unit.no !== asked.unit)
    .map(line => ({
      kind: 'accept',
      title: filled(title, line),
      detail: filled(detail, { unit: line.unit.short }),
      when: 'later' as const,
      due: line.day,
      link: `/records/${line.shard}/${line.id}`,
    }))
}

/** Terms that end of the chairs of the unit and those directly below. */
async function termsEnding({ tx, actor, unit, today, language }: Asked): Promise<Waiting[]> {
  if (!actor.posts.some(post => ['chair', 'vice', 'staff'].includes(post.kind))) return []
  const years = await numberAt(tx, unit, houseSettings.termYears)
  const notice = await numberAt(tx, unit, houseSettings.termNotice)
  const rows = await ask<{ unit: number; kind: PostKind; name: string | null; ends: Day }>(
    tx,
    'terms-ending',
    `select a.unit, a.kind, p.name, (a.since + make_interval(years => $3))::date as ends
     from appointment a left join person p on p.shard = a.shard and p.id = a.person
     where a.kind = 'chair' and a.until = 'infinity' and (a.since + make_interval(years => $3))::date <= ($2::date + make_interval(months => $4))::date
       and a.unit in (select $1 union select unit from unit_link where parent = $1 and until = 'infinity')
     order by ends, a.unit limit 20`,
    [unit, today, years, notice],
  )
  const units = await unitBriefs(
    tx,
    rows.map(row => row.unit),
  )
  const words = houseWords(language)
  return rows.map(({ unit, kind, name, ends }) => {
    const values = {
      unit: units.get(unit)?.short,
      post: words.posts[kind],
      name: name ?? '',
      day: dayInWords(ends, language),
    }
    return {
      kind: 'term',
      title: filled(words.waiting.term.title, values),
      detail: filled(words.waiting.term.detail, values),
      when: ends < today ? 'late' : ends <= addDays(today, 60) ? 'soon' : 'later',
      due: ends,
      link: `/units/${unit}`,
    }
  })
}

/** Venues of her own unit not checked since the new year. */
async function venuesUnused(asked: Asked): Promise<Waiting[]> {
  const within = scopeHere(asked.unit)
  const check = (programme: Programme) => (programme.pattern.name === 'venue' ? 'check' : undefined)
  const lines = await movable(asked, check, { within, phase: 'operating' })
  const { title, detail } = houseWords(asked.language).waiting.unused
  const newYear = `${asked.today.slice(0, 4)}-01-01`
  return lines
    .filter(line => String(line.values.checked ?? '') < newYear)
    .map(line => ({
      kind: 'unused',
      title: filled(title, { name: line.title }),
      detail: filled(detail, {}),
      when: 'later' as const,
      due: null,
      link: `/records/${line.shard}/${line.id}/check`,
    }))
}

/** What her own unit decided in meetings and has not done. */
async function decisions(asked: Asked): Promise<Waiting[]> {
  const within = scopeHere(asked.unit)
  const settling = (programme: Programme) => (programme.pattern.name === 'meeting' ? 'settle' : undefined)
  const lines = await movable(asked, settling, { within, phase: 'following' })
  const { title, detail } = houseWords(asked.language).waiting.decision
  return lines.map(line => ({
    kind: 'decision',
    title: filled(title, { ...line, n: line.values.open }),
    detail: filled(detail, { next: line.values.next }),
    when: 'soon',
    due: null,
    link: `/records/${line.shard}/${line.id}/settle`,
  }))
}

/** Ties of her own unit whose people have not been in touch within the days the unit allows: who was forgotten longest comes first. */
async function contactsDue(asked: Asked): Promise<Waiting[]> {
  const { tx, unit, today, language } = asked
  const within = scopeHere(unit)
  const { title, detail } = houseWords(language).waiting.contact
  const found: Waiting[] = []
  for (const programme of asked.programmes.values()) {
    const { contactWithin } = programme.pattern.limits ?? {}
    if (!contactWithin) continue
    const days = await numberAt(tx, unit, { key: limitKey(programme.id, 'contactWithin'), usual: contactWithin.usual })
    const meet = (each: Programme) => (each === programme ? 'meet' : undefined)
    const lines = await movable(asked, meet, { within, phase: 'standing', to: addDays(today, -days) })
    for (const line of lines)
      found.push({
        kind: 'contact',
        title: filled(title, line),
        detail: filled(detail, { day: dayInWords(line.day, language), days }),
        when: line.day < addDays(today, -2 * days) ? 'late' : 'soon',
        due: addDays(line.day, days),
        link: `/records/${line.shard}/${line.id}/meet`,
      })
  }
  return found.toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))
}

/** The newest records of the units directly below her own, which she checks: the county the townships, a township its villages. */
async function unverified(asked: Asked): Promise<Waiting[]> {
  const children = await ask<{ unit: number }>(
    asked.tx,
    'waiting-children',
    `select unit from unit_link where parent = $1 and until = 'infinity'`,
    [asked.unit],
  )
  if (children.length === 0) return []
  const within = { all: false, shards: [], units: children.map(({ unit }) => unit) }
  const verify = (programme: Programme) => ('verify' in programme.pattern.commands ? 'verify' : undefined)
  const lines = await movable(asked, verify, { within, phase: 'held', limit: 8 })
  const { title, detail } = houseWords(asked.language).waiting.verify
  return lines.map(line => ({
    kind: 'verify',
    title: filled(title, line),
    detail: filled(detail, { unit: line.unit.short }),
    when: 'later' as const,
    due: null,
    link: `/records/${line.shard}/${line.id}`,
  }))
}
