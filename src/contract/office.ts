import { z } from 'zod'
import { problemCodes } from '#base/problem'
import { day, ref, UnitBrief, uuid } from './parts.ts'

/** RFC 9457. `code` is one of a closed list; `title` and `advice` are plain words for the reader; `issues` one per wrong field. */
export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(problemCodes).or(z.literal('unexpected')),
    advice: z.string().optional(),
    issues: z.array(z.looseObject({ path: z.string(), rule: z.string(), message: z.string() })).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
    request: z.string().optional(),
  })
  .meta({ id: 'Problem' })

export const Post = z.object({ kind: z.string(), name: z.string(), unit: UnitBrief, term: z.string() })

export const Me = z
  .object({
    person: uuid,
    name: z.string(),
    username: z.string(),
    posts: z.array(Post),
    language: z.enum(['zh-CN', 'zh-Hant', 'en']),
    size: z.enum(['usual', 'elder']),
    theme: z.enum(['system', 'light', 'dark']),
    /** Where her notices are sent, and how often; `ways`: by which ways this house sends them. */
    mail: z.string().nullable(),
    noticeBy: z.enum(['mail', 'wecom', 'dingtalk', 'sms']),
    noticeTo: z.string().nullable(),
    digest: z.enum(['off', 'daily', 'weekly']),
    ways: z.array(z.enum(['mail', 'wecom', 'dingtalk', 'sms'])),
    /** Which face opens first: village and township workers start on Field. */
    face: z.enum(['field', 'desk']),
    twoFactor: z.boolean(),
    /** Her first password still stands: every other door answers `change-password` until she has her own. */
    mustChange: z.boolean(),
    today: day,
  })
  .meta({ id: 'Me' })

export const Account = z
  .object({
    id: z.string(),
    person: uuid,
    name: z.string(),
    username: z.string(),
    posts: z.array(Post),
    locked: z.boolean(),
    disabled: z.boolean(),
    twoFactor: z.boolean(),
    lastSeen: z.string().nullable(),
  })
  .meta({ id: 'Account' })

export const Held = z.object({
  record: ref.nullable(),
  person: uuid,
  name: z.string(),
  kind: z.string(),
  kindName: z.string(),
  term: z.string(),
  since: day,
  until: day.nullable(),
})

/** A system that is told of changes. `fault`: what it answered last time, when it did not take the message. */
export const Hook = z
  .object({
    id: uuid,
    unit: UnitBrief,
    url: z.string(),
    programmes: z.array(z.string()),
    active: z.boolean(),
    delivered: z.string().nullable(),
    fault: z.string().nullable(),
    tries: z.number().int(),
  })
  .meta({ id: 'Hook' })
