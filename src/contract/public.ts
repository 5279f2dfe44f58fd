import { z } from 'zod'
import { day, UnitBrief, uuid } from './parts.ts'

/** What anybody learns of a certificate; the name is masked. `standing`: valid, over (its time ran out) or revoked. */
export const Certificate = z
  .object({
    name: z.string(),
    award: z.string(),
    rank: z.string(),
    number: z.string(),
    by: z.string(),
    since: day,
    until: day.nullable(),
    standing: z.enum(['valid', 'over', 'revoked']),
    ended: day.nullable(),
  })
  .meta({ id: 'Certificate' })

/** A public notice; once it is over it holds no name any more. */
export const PublicNotice = z
  .object({
    award: z.string(),
    edition: z.string(),
    by: z.string(),
    from: day,
    until: day,
    over: z.boolean(),
    rows: z.array(z.object({ name: z.string(), unit: z.string() })),
  })
  .meta({ id: 'PublicNotice' })

/** The candidates of an edition for whoever decides, levelled over strict and mild reviewers, and what the same people were given before. */
export const Candidates = z
  .object({
    candidates: z.array(
      z.object({
        shard: z.number().int(),
        id: uuid,
        title: z.string(),
        unit: UnitBrief,
        phase: z.string(),
        phaseName: z.string(),
        sheets: z.number().int(),
        score: z.number().nullable(),
        levelled: z.number().nullable(),
        place: z.number().int().nullable(),
        tied: z.boolean(),
      }),
    ),
    before: z.array(
      z.object({
        shard: z.number().int(),
        id: uuid,
        title: z.string(),
        award: z.string(),
        rank: z.string(),
        since: day,
        phaseName: z.string(),
      }),
    ),
  })
  .meta({ id: 'Candidates' })
