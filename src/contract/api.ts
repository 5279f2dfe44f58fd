import { z } from 'zod'
import * as figures from './figures.ts'
import { Account, Held, Hook, Me } from './office.ts'
import * as papers from './papers.ts'
import { day, ref, UnitBrief, uuid } from './parts.ts'
import { Candidates, Certificate, PublicNotice } from './public.ts'
import type { Door } from './paths.ts'
import { PersonBrief, TreeOrder, UnitPage } from './units.ts'
import { Declaration, Order, Receipt, Receipts, RecordLine, RecordPage, Waiting, recordFilter } from './work.ts'

/** The schemas behind every door. */
export const api = {
  me: { response: Me },
  setMe: {
    body: z.strictObject({
      language: Me.shape.language.optional(),
      size: Me.shape.size.optional(),
      theme: Me.shape.theme.optional(),
      mail: z.email().max(120).nullable().optional(),
      noticeBy: Me.shape.noticeBy.optional(),
      noticeTo: z
        .string()
        .trim()
        .regex(/^[\w.@+-]{2,64}$/)
        .nullable()
        .optional(),
      digest: Me.shape.digest.optional(),
    }),
    response: Me,
  },
  setupState: {
    response: z.object({
      needed: z.boolean(),
      provinces: z.array(z.object({ code: z.string(), name: z.string() })),
      planted: z.boolean(),
      /** What the button of the single sign-on says, where there is one. */
      single: z.string().nullable(),
    }),
  },
  setup: {
    body: z.strictObject({
      token: z.string().min(16),
      name: z.string().min(2).max(40),
      username: z.string().min(2).max(30),
      password: z.string().min(10).max(200),
      root: z.string().max(12).optional(),
    }),
    response: z.object({ ok: z.literal(true) }),
  },
  declarations: {
    query: z.object({ lang: z.enum(['zh-CN', 'zh-Hant', 'en']).default('zh-CN') }),
    response: z.object({ programmes: z.array(Declaration) }),
  },
  findUnits: {
    query: z.object({
      q: z.string().trim().max(40).default(''),
      under: z.coerce.number().int().optional(),
      level: z.coerce.number().int().optional(),
      closed: z.stringbool().default(false),
      limit: z.coerce.number().int().min(1).max(50).default(12),
    }),
    response: z.object({ rows: z.array(UnitBrief.extend({ path: z.string(), closed: z.boolean() })) }),
  },
  unit: { response: UnitPage },
  unitsBelow: {
    query: z.object({ level: z.coerce.number().int().min(2).max(6) }),
    response: z.object({ total: z.number().int(), rows: z.array(UnitBrief.extend({ parent: z.string() })) }),
  },
  changeTree: { body: TreeOrder, response: z.object({ units: z.array(z.number().int()), repeated: z.boolean() }) },
  findPeople: {
    query: z.object({
      q: z.string().trim().min(1).max(40),
      unit: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(30).default(8),
    }),
    response: z.object({ rows: z.array(PersonBrief) }),
  },
  findHouseholds: {
    query: z.object({
      q: z.string().trim().min(1).max(40),
      unit: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(30).default(8),
    }),
    response: z.object({ rows: z.array(PersonBrief) }),
  },
  perform: { body: Order, response: Receipt },
  records: {
    query: recordFilter,
    response: z.object({ rows: z.array(RecordLine), next: z.string().nullable(), because: z.string().nullable() }),
  },
  record: { response: RecordPage },
  reveal: {
    body: z.strictObject({ field: z.string(), why: z.string().min(2).max(100) }),
    response: z.object({ value: z.string() }),
  },
  ladder: { response: figures.Ladder },
  handed: { response: figures.Handed },
  receipts: { response: Receipts },
  candidates: { response: Candidates },
  certificate: { response: Certificate },
  publicNotice: { response: PublicNotice },
  today: {
    query: z.object({ unit: z.coerce.number().int().optional() }),
    response: z.object({
      unit: UnitBrief,
      asOf: z.string(),
      figures: z.array(figures.Cell),
      waiting: z.array(Waiting),
      recent: z.array(RecordLine),
      children: z.array(z.object({ unit: UnitBrief, cells: z.array(figures.Cell) })),
    }),
  },
  indicators: {
    query: z.object({ lang: z.enum(['zh-CN', 'zh-Hant', 'en']).default('zh-CN') }),
    response: z.object({ rows: z.array(figures.IndicatorWords) }),
  },
  figures: { body: figures.Question, response: z.union([figures.PackedTable, figures.Table]) },
  dashboard: { query: z.object({ year: z.coerce.number().int().min(2000).max(2100) }), response: figures.Dashboard },
  handle: { response: figures.Opened },
  handleRecords: {
    query: z.object({
      after: z.string().max(80).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: figures.HandleRecords,
  },
  map: {
    query: z.object({ unit: z.coerce.number().int() }),
    response: z.object({
      tiles: z.array(z.object({ unit: UnitBrief, col: z.number().int(), row: z.number().int() })),
      boundaries: z.unknown().nullable(),
      approval: z.string().nullable(),
    }),
  },
  setMap: {
    body: z.strictObject({
      unit: z.number().int(),
      approval: z.string().max(60),
      boundaries: z.record(z.string(), z.unknown()),
    }),
    response: z.object({ matched: z.number().int(), unmatched: z.array(z.string()) }),
  },
  reports: {
    query: z.object({ unit: z.coerce.number().int().optional() }),
    response: z.object({ rows: z.array(papers.ReportLine) }),
  },
  readReport: { body: papers.ReadRequest, response: papers.ReportPage },
  report: { response: papers.ReportPage },
  judgeFigure: { body: papers.Judgement, response: papers.ReportPage },
  writeReview: { body: papers.ReviewRequest, response: papers.ReviewPage },
  review: { response: papers.ReviewPage },
  checkReview: {
    body: z.strictObject({ docx: z.base64() }),
    response: z.object({ findings: z.array(papers.Finding) }),
  },
  issueReview: { body: z.strictObject({ order: uuid }), response: papers.ReviewPage },
  reviewTemplate: { query: z.object({ unit: z.coerce.number().int() }), response: papers.Template },
  setReviewTemplate: {
    /** Without a document the unit's own template is taken away. */
    body: z.strictObject({ unit: z.number().int(), name: z.string().max(120), docx: z.base64().nullable() }),
    response: papers.Template,
  },
  startImport: { body: papers.ImportRequest, response: papers.ImportPage },
  importPage: { response: papers.ImportPage },
  rehearseImport: { body: papers.ImportMapping, response: papers.ImportPage },
  runImport: { body: papers.ImportMapping, response: papers.ImportPage },
  posts: {
    query: z.object({ day: day.optional() }),
    response: z.object({
      held: z.array(Held),
      seats: z.array(
        z.object({ kind: z.string(), kindName: z.string(), seats: z.number().int(), filled: z.number().int() }),
      ),
    }),
  },
  duties: {
    response: z.object({
      rows: z.array(
        z.object({
          person: uuid,
          name: z.string(),
          since: day,
          done: z.number().int(),
          items: z.array(
            z.object({ duty: z.string(), name: z.string(), needed: z.number().int(), is: z.number().int() }),
          ),
        }),
      ),
    }),
  },
  accounts: {
    query: z.object({ q: z.string().trim().max(40).optional(), unit: z.coerce.number().int().optional() }),
    response: z.object({ rows: z.array(Account) }),
  },
  makeAccount: {
    body: z.strictObject({
      person: ref.optional(),
      name: z.string().min(2).max(40),
      username: z.string().min(2).max(30),
      unit: z.number().int(),
      post: z.string().max(30),
    }),
    response: z.object({ account: Account, firstPassword: z.string() }),
  },
  changeAccount: {
    body: z.strictObject({ act: z.enum(['new-password', 'unlock', 'disable', 'enable', 'drop-two-factor']) }),
    response: z.object({ account: Account, firstPassword: z.string().optional() }),
  },
  settings: {
    query: z.object({ unit: z.coerce.number().int() }),
    response: z.object({
      rows: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          help: z.string(),
          value: z.unknown(),
          from: UnitBrief.nullable(),
          usual: z.unknown(),
        }),
      ),
    }),
  },
  setSetting: {
    body: z.strictObject({ unit: z.number().int(), key: z.string().max(80), value: z.unknown() }),
    response: z.object({ ok: z.literal(true) }),
  },
  hooks: { response: z.object({ rows: z.array(Hook) }) },
  makeHook: {
    body: z.strictObject({
      unit: z.number().int(),
      url: z.url({ protocol: /^https?$/ }).max(500),
      programmes: z.array(z.string().max(60)).max(100).default([]),
    }),
    response: z.object({ id: uuid, secret: z.string() }),
  },
  changeHook: {
    body: z.strictObject({ act: z.enum(['pause', 'resume', 'again', 'drop']), since: day.optional() }),
    response: z.object({ ok: z.literal(true) }),
  },
  audit: {
    query: z.object({ subject: z.string().max(80).optional(), after: z.string().max(80).optional() }),
    response: z.object({
      rows: z.array(
        z.object({ at: z.string(), by: z.string(), act: z.string(), what: z.string(), sealed: z.boolean() }),
      ),
      next: z.string().nullable(),
    }),
  },
} satisfies Record<Door, { query?: z.ZodType; body?: z.ZodType; response: z.ZodType }>

export type Api = typeof api
