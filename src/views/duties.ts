import type { Day } from '#base/day'
import { numberAt } from '#federation/setting'
import { duties, type Duty } from '#programmes/duties'
import { dutySettings } from '#programmes/settings'
import { ask, type Queryable } from '#store/database'
import { houseWords, type Language } from './house-words.ts'
import { openSums } from './place.ts'

export type DutyCard = {
  person: string
  name: string
  since: Day
  done: number
  items: { duty: Duty; name: string; needed: number; is: number }[]
}

/**
 * The duty cards of a unit's executives (A10), from the records that name them since their term began, wherever those lie: a county's
 * training fills the card of a village's executive. Run in the house's context, after it was seen that the reader may see the unit's
 * posts: only numbers of its own people come back.
 */
export async function dutyCards(
  tx: Queryable,
  at: { unit: number; shard: number },
  numbers: (indicator: string) => number,
  today: Day,
  language: Language,
): Promise<DutyCard[]> {
  await openSums(tx, at.unit)
  const inds = duties.map(({ indicator }) => numbers(indicator))
  const rows = await ask<{ person: string; name: string | null; since: Day; counted: number[] }>(
    tx,
    'duty-cards',
    `with held as (
       select a.person, coalesce(p.name, c.name) as name, min(a.since) as since
       from appointment a left join person p on p.shard = a.shard and p.id = a.person left join account c on c.person = a.person
       where a.shard = $1 and a.unit = $2 and a.kind in ('executive', 'chair', 'vice') and a.since <= $3 and a.until > $3
       group by a.person, p.name, c.name)
     select h.person, h.name, h.since, k.counted from held h cross join lateral (
       select array_agg((select count(*)::int from reached r where r.ind = n.i and r.person = h.person and r.day >= h.since)
         order by n.o) as counted
       from unnest($4::smallint[]) with ordinality n(i, o)) k
     order by h.since, h.person`,
    [at.shard, at.unit, today, inds],
  )
  const needs = await Promise.all(
    dutySettings.map(({ key, usual }) => numberAt(tx, at.unit, { key, usual: Number(usual) })),
  )
  const words = houseWords(language)
  return rows.map(({ person, name, since, counted }) => {
    const items = duties.flatMap(({ key }, i) => {
      const needed = needs[i] ?? 1
      return needed > 0 ? [{ duty: key, name: words.duties[key], needed, is: counted[i] ?? 0 }] : []
    })
    const done = items.filter(item => item.is >= item.needed).length
    return { person, name: name ?? words.someone, since, done, items }
  })
}
