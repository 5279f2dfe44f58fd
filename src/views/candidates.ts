import { Problem } from '#base/problem'
import { placed, type Candidate, type Placed } from '#base/scores'
import { reaches, type Reach } from '#federation/reach'
import { ask, type Queryable } from '#store/database'
import type { Opened } from './record-page.ts'

/** A nomination beside the others of its edition, and what the people it names were given before. */
export type Beside = {
  readonly candidates: readonly (Placed & {
    readonly shard: number
    readonly title: string
    readonly unit: number
    readonly phase: string
  })[]
  readonly before: readonly {
    readonly shard: number
    readonly id: string
    readonly programme: string
    readonly title: string
    readonly award: string
    readonly rank: string
    readonly since: string
    readonly phase: string
  }[]
}

type Row = { shard: number; id: string; unit: number; title: string; phase: string; sheets: Candidate['sheets'] }

/**
 * For whoever decides on a nomination (`deciding`, a Reach of those who may show it): the candidates of its honour and edition within
 * her reach with their scores levelled, and the honours the same people hold or held, whatever they are. Throws `not-found`.
 */
export async function besideNomination(
  tx: Queryable,
  deciding: Reach,
  { record, programme }: Opened,
  honours: readonly string[],
): Promise<Beside> {
  if (!reaches(deciding, record)) throw new Problem('not-found', { what: 'record' })
  const { award, edition } = record.state.fields
  const rows = await ask<Row & { people: string[] }>(
    tx,
    'nominations-of',
    `select shard, id, unit, people, title, phase, coalesce(state->'sheets', '[]') as sheets from record
     where programme = $1 and phase in ('vetted', 'shown', 'granted') and state->'fields'->>'award' = $2
       and coalesce(state->'fields'->>'edition', '') = coalesce($3, '') and state->'fields' ? 'nominatedOn'
     order by unit, id limit 1000`,
    [programme.id, award, edition ?? null],
  )
  const seen = new Map(rows.filter(row => reaches(deciding, row)).map(row => [row.id, row]))
  const before = await ask<Beside['before'][number]>(
    tx,
    'honours-before',
    `select shard, id, programme, title, state->'fields'->>'award' as award, state->'fields'->>'rank' as rank,
       state->'fields'->>'since' as since, phase from record
     where people && $1::uuid[] and programme = any($2) and phase in ('granted', 'revoked') and id <> $3
     order by since desc limit 20`,
    [record.people, honours, record.id],
  )
  return {
    before,
    candidates: placed([...seen.values()]).map(each => {
      const { shard, title, unit, phase } = seen.get(each.id) as Row // placed answers those it was given
      return { ...each, shard, title, unit, phase }
    }),
  }
}
