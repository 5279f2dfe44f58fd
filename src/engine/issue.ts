import { Problem } from '#base/problem'
import type { Actor } from '#federation/actor'
import { houseRules } from '#federation/house-rules'
import { authorise } from '#federation/reach'
import { ask, inContext } from '#store/database'
import { audited, note } from './audit.ts'
import type { House } from './house.ts'
import { newId } from './perform.ts'

/** A figure as it is frozen: its value, the version of its definition, and the digest of the records it stands on. */
export type Frozen = {
  readonly handle: string
  readonly value: number
  readonly definition: number
  readonly digest: string
}

/** The text a signature is made over. */
export const signedText = (report: string, { handle, value, definition, digest }: Frozen, at: string): string =>
  JSON.stringify([report, handle, value, definition, digest, at])

/**
 * Issues a review: its figures are frozen and signed, its text stays as it is from now on. `order` is the client's own id; sent
 * twice, issued once. Throws `not-allowed`, `not-found`, `already-stored` when it was issued by another order.
 */
export async function issueReport(
  house: House,
  actor: Actor,
  order: string,
  at: { shard: number; id: string },
  body: object,
  figures: readonly Frozen[],
): Promise<void> {
  await inContext(house.db, actor.context, async tx => {
    const [report] = await ask<{ unit: number; issued: string | null }>(
      tx,
      'issue-open',
      `select unit, body ->> 'issuedAt' as issued from report where shard = $1 and id = $2 and kind = 'review' for update`,
      [at.shard, at.id],
    )
    if (!report) throw new Problem('not-found', { what: 'report' })
    const post = authorise(actor, houseRules['papers.keep'], { unit: report.unit, shard: at.shard, people: [] })
    const done = await ask(tx, 'issue-done', 'select from order_done where shard = $1 and id = $2', [at.shard, order])
    if (done.length) return
    if (report.issued) throw new Problem('already-stored', { what: 'issue' })
    const now = new Date(house.now())
    const signed = figures.map(each => house.secrets.sign(signedText(at.id, each, now.toISOString())))
    await ask(
      tx,
      'issue-write',
      `insert into issue (shard, id, unit, report, handle, value, definition, digest, signature, at)
       select $1, i, $2, $3, h, v, d, g, s, $4
       from unnest($5::uuid[], $6::text[], $7::numeric[], $8::int[], $9::text[], $10::text[]) t(i, h, v, d, g, s)`,
      [
        at.shard,
        report.unit,
        at.id,
        now,
        figures.map(() => newId(house)),
        figures.map(each => each.handle),
        figures.map(each => each.value),
        figures.map(each => each.definition),
        figures.map(each => each.digest),
        signed,
      ],
    )
    await ask(tx, 'issue-report', 'update report set body = $3, changed = $4 where shard = $1 and id = $2', [
      at.shard,
      at.id,
      JSON.stringify({ ...body, issuedAt: now.toISOString() }),
      now,
    ])
    await ask(
      tx,
      'issue-order',
      'insert into order_done (shard, id, record, revision, at) values ($1, $2, $3, 1, $4)',
      [at.shard, order, at.id, now],
    )
    const data = { order, figures: figures.length, post: `${post.kind}@${post.unit}` }
    await note(tx, audited(house, actor.person, report.unit, 'issue', at.id, data))
  })
}
