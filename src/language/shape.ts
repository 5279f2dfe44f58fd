import { z } from 'zod'
import { isDay } from '#base/day'
import type { Field, Fields } from './fields.ts'

/** The zod schema of an input with these fields: unknown keys are refused, `nullable` lets a correction empty an optional field. */
export function shapeOf(fields: Fields, nullable = false): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, schemaOf(each, nullable)])),
  )
}

function schemaOf(field: Field, nullable: boolean): z.ZodType {
  const schema = kinds[field.kind](field)
  if (!field.optional && field.usual === undefined) return schema
  return nullable && !field.kept ? schema.nullable().optional() : schema.optional()
}

const uuid = z.uuid().transform(id => id.toLowerCase())
const line = (max: number) => z.string().transform(clean).pipe(z.string().min(1).max(max))
/** A person is chosen by id, or written down by name under an id the client makes: she is then added to the unit's people. */
const someone = z.strictObject({ id: uuid, name: line(40).optional() })

/** A prefecture has at most some hundred townships; a list of villages is divided a township at a time. */
const mostShares = 3000

const kinds: Record<Field['kind'], (field: Field) => z.ZodType> = {
  text: of => line(of.max ?? 60),
  note: of =>
    z
      .string()
      .transform(text => text.trim())
      .pipe(
        z
          .string()
          .min(1)
          .max(of.max ?? 2000),
      ),
  count: of =>
    z
      .number()
      .int()
      .min(of.min ?? 0)
      .max(of.max ?? 1_000_000),
  amount: of =>
    z
      .number()
      .int()
      .min(of.min ?? 0)
      .max(of.max ?? 1e14),
  number: () => z.number().finite(),
  day: () => z.string().refine(isDay, { params: { rule: 'not-a-day' } }),
  choice: of => z.enum(of.options as [string, ...string[]]),
  choices: of => z.array(of.options?.length ? z.enum(of.options as [string, ...string[]]) : z.string().max(60)).max(40),
  'yes-no': () => z.boolean(),
  person: () => someone,
  people: of => z.array(someone).max(of.max ?? 500),
  households: of => z.array(someone).max(of.max ?? 500),
  place: () =>
    z.strictObject({
      address: line(120).optional(),
      lat: z.number().min(3).max(54).optional(),
      lng: z.number().min(73).max(136).optional(),
    }),
  unit: () => z.number().int().positive(),
  record: () => z.strictObject({ shard: z.number().int(), id: uuid }),
  indicator: () => line(120),
  slice: of => line(of.max ?? 80),
  shares: of =>
    z
      .record(
        z.string().regex(/^[1-9]\d{0,9}$/),
        z
          .number()
          .int()
          .min(0)
          .max(of.max ?? 1_000_000),
      )
      .refine(shares => Object.keys(shares).length <= mostShares, { params: { rule: 'too-many', most: mostShares } }),
  questions: of =>
    z
      .array(line(60))
      .min(1)
      .max(of.max ?? 10),
  replies: of =>
    z
      .array(line(200))
      .min(1)
      .max(of.max ?? 10),
  checks: () => z.strictObject({ passed: z.array(line(40)).max(40), failed: z.array(line(40)).max(40) }),
}

/** Full-width digits and spaces become plain ones; outer and double spaces go. */
function clean(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}
