import { z } from 'zod'
import { isDay } from '#base/day'
import { IndicatorWords } from './figures.ts'
import { day, Field, ref, UnitBrief, uuid } from './parts.ts'

export const Words = z.object({
  label: z.string(),
  help: z.string().optional(),
  options: z.record(z.string(), z.string()).optional(),
})

/** A programme as the screens need it: fields in the order they are asked, every text in the reader's language. */
export const Declaration = z
  .object({
    id: z.string(),
    version: z.number().int(),
    pattern: z.string(),
    chapter: z.string(),
    systems: z.array(z.string()),
    name: z.string(),
    short: z.string(),
    what: z.string(),
    /** The words on its button: 记一场宣讲. */
    recordWords: z.string(),
    /** May the reader begin a record at one of her own units? */
    mayRecord: z.boolean(),
    /** May she begin one at a unit below hers (a letter to it), and at none of her own? */
    maySend: z.boolean(),
    runsAt: z.array(z.number().int()).optional(),
    main: z.string(),
    commands: z.record(
      z.string(),
      z.object({ name: z.string(), begins: z.boolean(), fields: z.array(Field.extend({ words: Words })) }),
    ),
    fields: z.array(Field.extend({ words: Words })),
    phases: z.record(z.string(), z.string()),
    indicators: z.array(IndicatorWords),
  })
  .meta({ id: 'Declaration' })

export const Order = z
  .strictObject({
    id: uuid,
    programme: z.string().max(60),
    command: z.string().max(40),
    record: z.strictObject({ id: uuid, shard: z.number().int().optional() }),
    unit: z.number().int().optional(),
    revision: z.number().int().optional(),
    input: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Order' })

export const Receipt = z
  .object({
    order: uuid,
    record: ref,
    unit: z.number().int(),
    revision: z.number().int(),
    repeated: z.boolean(),
    number: z.string(),
  })
  .meta({ id: 'Receipt' })

export const RecordLine = z
  .object({
    shard: z.number().int(),
    id: uuid,
    programme: z.string(),
    programmeName: z.string(),
    unit: UnitBrief,
    day,
    title: z.string(),
    phase: z.string(),
    phaseName: z.string(),
    revision: z.number().int(),
    /** Plain values in words, by field name; only fields that are not guarded. */
    values: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'RecordLine' })

export const Happening = z.object({
  seq: z.number().int(),
  kind: z.string(),
  name: z.string(),
  day,
  at: z.string(),
  by: z.string(),
  reason: z.string().optional(),
  changes: z.array(
    z.object({ field: z.string(), label: z.string(), old: z.string().nullable(), new: z.string().nullable() }),
  ),
})

export const RecordPage = RecordLine.extend({
  fields: z.array(
    z.object({ name: z.string(), label: z.string(), text: z.string(), value: z.unknown(), guarded: z.boolean() }),
  ),
  history: z.array(Happening),
  /** Commands the reader may give now, each with the fields it asks. */
  may: z.array(z.string()),
  people: z.record(z.string(), z.string()),
  /** Where anybody may look it up: a certificate that was given, a public notice while it lasts, the certificates
   * of a class (each with `.` and the person's place behind). */
  publicPage: z.object({ kind: z.enum(['certificate', 'notice', 'class']), url: z.string() }).nullable(),
  countsInto: z.array(z.object({ key: z.string(), name: z.string(), value: z.number(), unit: z.string() })),
}).meta({ id: 'RecordPage' })

export const recordFilter = z.object({
  programme: z.string().optional(),
  unit: z.coerce.number().int().optional(),
  only: z.enum(['here', 'below']).default('below'),
  from: z.string().refine(isDay).optional(),
  to: z.string().refine(isDay).optional(),
  q: z.string().trim().max(60).optional(),
  phase: z.string().max(30).optional(),
  mine: z.stringbool().optional(),
  after: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const Waiting = z.object({
  kind: z.string(),
  title: z.string(),
  detail: z.string(),
  when: z.enum(['late', 'today', 'soon', 'later']),
  due: day.nullable(),
  link: z.string(),
})

/** Who signed for a document that was sent down; `received` is the day. */
export const Receipts = z
  .object({
    given: z.number().int(),
    signed: z.number().int(),
    rows: z.array(z.object({ unit: UnitBrief, shard: z.number().int(), id: uuid, received: day.nullable() })),
  })
  .meta({ id: 'Receipts' })
