import type { z } from 'zod'
import type { ProblemBody } from '#contract/office'
import { Problem, type FieldIssue, type ProblemCode } from '#base/problem'
import type { Language } from '#views/house-words'
import { serverTexts, type ServerTexts } from './texts.ts'

type Body = z.output<typeof ProblemBody>

const statuses: Record<ProblemCode, number> = {
  'not-found': 404,
  'not-allowed': 403,
  'not-signed-in': 401,
  'invalid-input': 422,
  'not-in-this-state': 409,
  'changed-meanwhile': 409,
  'limit-reached': 409,
  'already-stored': 409,
  'too-early': 422,
  'too-large': 413,
}
/** Limits on asking, not on what may exist. */
const tooMany = ['locked', 'too-often']

/** A problem as the reader is told it (RFC 9457), in her language. */
export function bodyOf(problem: Problem, language: Language, request: string): Body {
  const texts = serverTexts(language)
  const { issues, ...details } = problem.details
  const reason = String(details.reason ?? '')
  const text = texts.reasons[reason] ?? texts[problem.code] ?? { title: problem.code, advice: '' }
  const status = tooMany.includes(reason) ? 429 : statuses[problem.code]
  return {
    type: `about:blank#${problem.code}`,
    ...text,
    status,
    code: problem.code,
    // Problems carry FieldIssues under this name, by convention of base/problem
    ...(issues ? { issues: (issues as FieldIssue[]).map(issue => worded(issue, texts)) } : {}),
    ...(Object.keys(details).length ? { details } : {}),
    request,
  }
}

/** What is said when something broke: nothing about how. `ready`: false while the database is coming back. */
export function unexpectedBody(language: Language, request: string, ready = true): Body {
  const texts = serverTexts(language)
  const text = (ready ? texts.unexpected : texts['not-ready']) ?? { title: '', advice: '' }
  return { type: 'about:blank#unexpected', ...text, status: ready ? 500 : 503, code: 'unexpected', request }
}

function worded(issue: FieldIssue, texts: ServerTexts) {
  const label = String(issue.label ?? issue.path)
  const rule = texts.rules[issue.rule] ?? texts.rules['not-valid'] ?? ''
  const message = rule.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'label' ? label : String(issue[name] ?? ''),
  )
  return { ...issue, message }
}

type Validation = { keyword?: string; instancePath?: string; params?: unknown; message?: string }
type Broken = { code?: string; statusCode?: number; validation?: Validation[] }

/** The expected failure an error stands for, or nothing: then it is our mistake. */
export function problemIn(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  const { code = '', statusCode, validation } = error as Broken
  if (validation) return new Problem('invalid-input', { issues: validation.map(each => issueOf(each)) })
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('too-large')
  if (code.startsWith('FST_ERR_CTP') || statusCode === 400) return new Problem('invalid-input')
  if (statusCode === 404) return new Problem('not-found')
  // the second wall stood where the first had a gap: refused all the same
  if (code === '42501') return new Problem('not-allowed')
  return undefined
}

type ZodPart = { keys?: string[]; maximum?: unknown; minimum?: unknown; params?: { rule?: string } }

/** One zod issue as fastify-type-provider-zod hands it on: its code under `keyword`, its other parts under `params`. */
function issueOf({ keyword, instancePath, params, message = '' }: Validation): FieldIssue {
  const path = (instancePath ?? '').split('/').filter(Boolean).join('.')
  const { keys, maximum, minimum, params: own } = (params ?? {}) as ZodPart
  if (keyword === 'unrecognized_keys') return { path: keys?.join('、') ?? path, rule: 'unknown' }
  if (keyword === 'too_big') return { path, rule: 'too-much', most: maximum }
  if (keyword === 'too_small') return { path, rule: minimum === 1 ? 'missing' : 'too-little', least: minimum }
  if (keyword === 'invalid_value') return { path, rule: 'not-offered' }
  if (keyword === 'custom') return { path, rule: own?.rule ?? 'not-valid' }
  return { path, rule: keyword === 'invalid_type' && /received undefined/.test(message) ? 'missing' : 'not-valid' }
}
