import { z } from 'zod'
import { day, ref, UnitBrief, uuid } from './parts.ts'

export const ReportLine = z
  .object({
    shard: z.number().int(),
    id: uuid,
    kind: z.enum(['old', 'review']),
    title: z.string(),
    unit: UnitBrief,
    from: day.nullable(),
    to: day.nullable(),
    at: z.string(),
    by: z.string(),
    found: z.number().int(),
    accepted: z.number().int(),
    issued: z.boolean(),
  })
  .meta({ id: 'ReportLine' })

/** A figure found in an old report: offsets are into `text`. `verdict` of the person who goes through them. */
export const FoundFigure = z
  .object({
    no: z.number().int(),
    sentence: z.string(),
    raw: z.string(),
    value: z.number().nullable(),
    unit: z.string().nullable(),
    approx: z.boolean(),
    bound: z.string().nullable(),
    measure: z.string(),
    kind: z.string(),
    period: z.string().nullable(),
    start: z.number().int(),
    end: z.number().int(),
    system: z.string().nullable(),
    confidence: z.number(),
    indicator: z.string().nullable(),
    candidates: z.array(z.object({ key: z.string(), name: z.string() })),
    verdict: z.enum(['open', 'accepted', 'rejected']),
    record: ref.nullable(),
  })
  .meta({ id: 'FoundFigure' })

/** Plain text, or a .docx in base64. `from`, `to`: the period the report speaks of. */
export const ReadRequest = z
  .strictObject({
    unit: z.number().int(),
    name: z.string().max(120),
    text: z.string().max(400_000).optional(),
    docx: z.base64().max(20_000_000).optional(),
    from: day.optional(),
    to: day.optional(),
  })
  .meta({ id: 'ReadRequest' })

export const ReportPage = ReportLine.extend({ text: z.string(), figures: z.array(FoundFigure) }).meta({
  id: 'ReportPage',
})

/** Accept, correct (accept with other values) or reject one figure. Accepted ones become opening figures whose source is the clause. */
export const Judgement = z
  .strictObject({
    order: uuid,
    no: z.number().int(),
    verdict: z.enum(['accepted', 'rejected', 'open']),
    indicator: z.string().max(120).optional(),
    value: z.number().optional(),
    unit: z.string().max(12).optional(),
    from: day.optional(),
    to: day.optional(),
  })
  .meta({ id: 'Judgement' })

export const ReviewRequest = z
  .strictObject({ unit: z.number().int(), from: day, to: day, title: z.string().max(80).optional() })
  .meta({ id: 'ReviewRequest' })

/** kind: unbound 没有出处, stale 已经变了, unit 人次写成人, twice 一事两数, sum 加起来不对. */
export const Finding = z
  .object({
    kind: z.enum(['unbound', 'stale', 'unit', 'twice', 'sum']),
    sentence: z.string(),
    number: z.string(),
    advice: z.string(),
    handle: z.string().nullable(),
    now: z.string().nullable(),
  })
  .meta({ id: 'Finding' })

/** A sentence as runs: words, and numbers with their handles. */
const Sentence = z.object({
  id: z.string(),
  runs: z.array(
    z.object({
      text: z.string(),
      handle: z.string().optional(),
      mark: z.enum(['opening', 'reported']).optional(),
      issued: z.number().nullable().optional(),
      now: z.number().nullable().optional(),
    }),
  ),
})

export const ReviewPage = ReportLine.extend({
  chapters: z.array(z.object({ key: z.string(), title: z.string(), sentences: z.array(Sentence) })),
  figures: z.number().int(),
  changed: z.array(
    z.object({
      sentence: z.string(),
      handle: z.string(),
      name: z.string(),
      before: z.number().nullable(),
      now: z.number().nullable(),
      causes: z.array(z.object({ cause: z.string(), change: z.number() })),
    }),
  ),
  issuedAt: z.string().nullable(),
  findings: z.array(Finding),
}).meta({ id: 'ReviewPage' })

export const ImportRequest = z
  .strictObject({
    programme: z.string().max(60),
    unit: z.number().int(),
    name: z.string().max(120),
    file: z.base64().max(40_000_000),
    sheet: z.string().max(60).optional(),
  })
  .meta({ id: 'ImportRequest' })

/** Which column is which field; null leaves a column out. Remembered for the next file with the same heads. */
export const ImportMapping = z
  .strictObject({
    columns: z.record(z.string(), z.string().nullable()),
    sheet: z.string().max(60).optional(),
    remember: z.boolean().default(true),
  })
  .meta({ id: 'ImportMapping' })

export const ImportPage = z
  .object({
    id: uuid,
    programme: z.string(),
    sheets: z.array(z.string()),
    sheet: z.string(),
    heads: z.array(
      z.object({
        column: z.string(),
        head: z.string(),
        samples: z.array(z.string()),
        field: z.string().nullable(),
        sure: z.number(),
      }),
    ),
    fields: z.array(z.object({ name: z.string(), label: z.string(), needed: z.boolean() })),
    remembered: z.boolean(),
    state: z.enum(['mapped', 'rehearsed', 'running', 'done']),
    rows: z.object({
      total: z.number().int(),
      good: z.number().int(),
      repeated: z.number().int(),
      bad: z.number().int(),
    }),
    skipped: z.array(z.object({ row: z.number().int(), why: z.string() })),
    problems: z.array(z.object({ row: z.number().int(), column: z.string(), why: z.string() })),
    wouldCount: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string() })),
  })
  .meta({ id: 'ImportPage' })

/** The template of a unit's reviews: its file's name and the unit it is from, or null for the one the house comes with. */
export const Template = z.object({ name: z.string().nullable(), from: UnitBrief.nullable() }).meta({ id: 'Template' })
