import { z } from 'zod'
import { day, UnitBrief } from './parts.ts'

/** An indicator in the reader's words. `key` is `programme.name`; `kind` flow, stock, persons, households, rate, reported. */
export const IndicatorWords = z
  .object({
    key: z.string(),
    name: z.string(),
    definition: z.string(),
    version: z.number().int(),
    kind: z.string(),
    unit: z.string(),
    system: z.string(),
    chapter: z.string(),
    programme: z.string(),
    slices: z.array(z.object({ slice: z.string(), name: z.string() })),
    sensitive: z.boolean(),
  })
  .meta({ id: 'Indicator' })

const Aside = z.object({ value: z.number(), hedge: z.string(), source: z.string(), handle: z.string() })

/**
 * One number on a screen. `recorded` follows from records; `opening` and `reported` stand beside it and are never added.
 * null: nothing recorded. `hidden`: a small cell of a sensitive indicator. For a rate `top` and `bottom` are its parts.
 */
export const Cell = z
  .object({
    indicator: z.string(),
    slice: z.string(),
    name: z.string(),
    countUnit: z.string(),
    handle: z.string(),
    recorded: z.number().nullable(),
    hidden: z.enum(['small', 'complement']).nullable(),
    top: z.number().nullable(),
    bottom: z.number().nullable(),
    unnamed: z.number().nullable(),
    opening: z.array(Aside),
    reported: z.array(Aside),
  })
  .meta({ id: 'Cell' })

/** indicators × units or × months/years. `tree`: as today's tree has it (restated) or as it was on each day. */
export const Question = z
  .strictObject({
    indicators: z.array(z.string().max(120)).min(1).max(400),
    unit: z.number().int(),
    rows: z.enum(['indicators', 'children', 'counties']).default('indicators'),
    columns: z.enum(['none', 'months', 'years', 'indicators']).default('none'),
    from: day,
    to: day,
    tree: z.enum(['restated', 'as-was']).default('restated'),
    /** Answered as PackedFigureTable: the same, several times shorter. */
    lean: z.boolean().default(false),
  })
  .meta({ id: 'FigureQuestion' })

export const Table = z
  .object({
    asOf: z.string(),
    unit: UnitBrief,
    columns: z.array(z.object({ key: z.string(), name: z.string() })),
    rows: z.array(
      z.object({
        unit: UnitBrief.nullable(),
        indicator: z.string().nullable(),
        name: z.string(),
        cells: z.array(Cell),
      }),
    ),
    total: z.array(Cell).nullable(),
  })
  .meta({ id: 'FigureTable' })

/** What the cells of a row or a column have in common; `about` is the part of their handles that says what is counted. */
const Common = z.object({
  indicator: z.string(),
  slice: z.string(),
  name: z.string(),
  countUnit: z.string(),
  about: z.string(),
})
/** Most rows are nothing but numbers: they are looked at first, and quickly. */
const Lean = z.union([z.array(z.number().nullable()), z.array(z.union([z.number().nullable(), Cell]))])

/**
 * A table as it is sent: a cell that is nothing but its recorded number is that number, or null. Its handle is
 * `about~unit~tree~span~stamp`, from its column and its row.
 */
export const PackedTable = z
  .object({
    asOf: z.string(),
    unit: UnitBrief,
    tree: z.string(),
    stamp: z.string(),
    /** Of every cell that neither its column nor its row says more of. */
    of: Common.nullable(),
    columns: z.array(z.object({ key: z.string(), name: z.string(), span: z.string(), of: Common.nullable() })),
    rows: z.array(
      z.object({
        unit: UnitBrief.nullable(),
        indicator: z.string().nullable(),
        name: z.string(),
        of: Common.nullable(),
        cells: Lean,
      }),
    ),
    total: Lean.nullable(),
  })
  .meta({ id: 'PackedFigureTable' })

export const Dashboard = z
  .object({
    asOf: z.string(),
    unit: UnitBrief,
    year: z.number().int(),
    chapters: z.array(z.object({ chapter: z.string(), name: z.string(), cells: z.array(Cell) })),
    months: z.array(
      z.object({
        indicator: z.string(),
        values: z.array(z.number().nullable()),
        lastYear: z.array(z.number().nullable()),
      }),
    ),
  })
  .meta({ id: 'Dashboard' })

/** What a number opens to. */
export const Opened = z
  .object({
    cell: Cell,
    indicator: IndicatorWords,
    unit: UnitBrief,
    path: z.array(UnitBrief),
    from: day,
    to: day,
    /** `alone`: what the unit did itself, without those below. */
    tree: z.enum(['restated', 'as-was', 'alone']),
    asOf: z.string(),
    split: z.array(z.object({ unit: UnitBrief, cell: Cell })),
    months: z.array(z.object({ month: z.string(), value: z.number().nullable() })),
    records: z.number().int(),
    issued: z
      .object({
        value: z.number().nullable(),
        at: z.string(),
        title: z.string(),
        causes: z.array(z.object({ cause: z.string(), change: z.number() })),
      })
      .nullable(),
  })
  .meta({ id: 'OpenedFigure' })

export const HandleRecords = z
  .object({
    rows: z.array(
      z.object({
        shard: z.number().int(),
        id: z.string(),
        programme: z.string(),
        unit: UnitBrief,
        day,
        title: z.string(),
        value: z.number(),
      }),
    ),
    next: z.string().nullable(),
    openable: z.number().int(),
    closed: z.number().int(),
    closedBecause: z.string().nullable(),
  })
  .meta({ id: 'HandleRecords' })

/** The same record seen from village to province: what each level's number was before it and is now. */
export const Ladder = z
  .object({
    rungs: z.array(
      z.object({
        unit: UnitBrief,
        indicator: z.string(),
        name: z.string(),
        countUnit: z.string(),
        before: z.number(),
        after: z.number(),
        handle: z.string(),
      }),
    ),
  })
  .meta({ id: 'Ladder' })

const Progress = { target: z.number().nullable(), reached: z.number().nullable(), handle: z.string().nullable() }

/** How a task stands at the units it was handed to, in the order of the tree. `parts`: the tasks each handed further down. */
export const Handed = z
  .object({
    own: z.object(Progress),
    counts: z.string().nullable(),
    asks: z.array(z.string()),
    countsName: z.string(),
    countUnit: z.string(),
    from: day,
    due: day,
    today: day,
    rows: z.array(
      z.object({
        ...Progress,
        unit: UnitBrief,
        shard: z.number().int(),
        id: z.string(),
        phase: z.string(),
        phaseName: z.string(),
        due: day,
        late: z.boolean(),
        wave: z.number().int(),
        replies: z.array(z.string()),
        parts: z.object({ done: z.number(), half: z.number(), begun: z.number(), none: z.number() }),
      }),
    ),
    more: z.number().int(),
    given: z.number().int(),
    done: z.number().int(),
  })
  .meta({ id: 'Handed' })
