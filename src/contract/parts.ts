import { z } from 'zod'
import { isDay } from '#base/day'

export const uuid = z.uuid()
export const day = z
  .string()
  .refine(isDay, { params: { rule: 'not-a-day' } })
  .meta({ format: 'date' })
/** A record is found by its shard (county number) and its id. */
export const ref = z.object({ shard: z.number().int(), id: uuid })

/** A unit by its number. `level` 1 province … 5 village, 6 side body. */
export const UnitBrief = z
  .object({ no: z.number().int(), name: z.string(), short: z.string(), level: z.number().int() })
  .meta({ id: 'UnitBrief' })

/** A field as declared: what is valid and how it is asked. */
export const Field = z.object({
  name: z.string(),
  kind: z.string(),
  optional: z.boolean().optional(),
  later: z.boolean().optional(),
  guarded: z.boolean().optional(),
  usual: z.union([z.string(), z.number(), z.boolean()]).optional(),
  options: z.array(z.string()).optional(),
  max: z.number().optional(),
  min: z.number().optional(),
  of: z.string().optional(),
  when: z.enum(['past', 'any']).optional(),
})
