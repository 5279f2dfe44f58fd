/** Everything that can go wrong for a user, in one closed list. The server maps codes to HTTP; nobody else knows HTTP. */
export const problemCodes = [
  'not-found',
  'not-allowed',
  'not-signed-in',
  'invalid-input',
  'not-in-this-state',
  'changed-meanwhile',
  'limit-reached',
  'already-stored',
  'too-early',
  'too-large',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** An expected failure. `details` holds plain values a text can be made from; never a stack, never personal data. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: Record<string, unknown>

  constructor(code: ProblemCode, details: Record<string, unknown> = {}) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.details = details
  }
}

/** One thing wrong with one field: `path` as in the input, `rule` a key the texts explain (`missing`, `too-long` …). */
export type FieldIssue = { path: string; rule: string; [detail: string]: unknown }
