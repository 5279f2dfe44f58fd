import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#base/problem'
import type { Auth } from './auth.ts'
import type { Sessions } from './signed-in.ts'

/** What of better-auth is open to the world; everything else it offers stays shut. */
const open: Record<string, 'GET' | 'POST'> = {
  'sign-in/username': 'POST',
  'sign-in/social': 'POST',
  'callback/single': 'GET',
  'sign-out': 'POST',
  'change-password': 'POST',
  'two-factor/enable': 'POST',
  'two-factor/disable': 'POST',
  'two-factor/verify-totp': 'POST',
  'two-factor/verify-backup-code': 'POST',
  'two-factor/generate-backup-codes': 'POST',
  'passkey/generate-register-options': 'GET',
  'passkey/verify-registration': 'POST',
  'passkey/generate-authenticate-options': 'GET',
  'passkey/verify-authentication': 'POST',
  'passkey/list-user-passkeys': 'GET',
  'passkey/delete-passkey': 'POST',
}

/** A request's headers as the web platform knows them, with the address that really sent it. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (value) headers.append(name, String(value))
  headers.set('x-real-ip', request.ip)
  return headers
}

/** Hangs better-auth under /api/auth: same paths, but failures as problems and no session token in any body. */
export function openAuthDoors(app: FastifyInstance, auth: () => Auth, url: () => string, sessions: Sessions): void {
  for (const [path, method] of Object.entries(open)) {
    app.route({
      method,
      url: `/api/auth/${path}`,
      schema: {
        tags: ['auth'],
        summary: path,
        operationId: path.replace(/\W(\w)/g, (_, letter) => letter.toUpperCase()),
      },
      async handler(request, reply) {
        const who = await sessions.of(request, reply)
        const answer = await auth().handler(asRequest(request, url(), path))
        sessions.forgetRequest(request)
        if (who) sessions.forget(who.account)
        for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
        const elsewhere = answer.headers.get('location')
        if (elsewhere && answer.status >= 300 && answer.status < 400) return reply.redirect(elsewhere, answer.status)
        const body: unknown = await answer.json().catch(() => null)
        if (!answer.ok) throw problemOf(answer.status, (body ?? {}) as Failure)
        return reply.header('cache-control', 'no-store').send(withoutToken(body))
      },
    })
  }
}

function asRequest(request: FastifyRequest, url: string, path: string): Request {
  const body = path === 'change-password' ? changing(request.body) : request.body
  return new Request(new URL(request.url, url), {
    method: request.method,
    headers: headersOf(request),
    ...(request.method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  })
}

/** A changed password ends every other session; the first one may not simply be kept. */
function changing(body: unknown): object {
  const { currentPassword, newPassword } = (body ?? {}) as Record<string, unknown>
  const same = String(currentPassword).normalize('NFKC') === String(newPassword).normalize('NFKC')
  if (same) throw new Problem('invalid-input', { issues: [{ path: 'newPassword', rule: 'same-password' }] })
  return { currentPassword, newPassword, revokeOtherSessions: true }
}

/** The session lives in a cookie no script can read; its token has no business in a body. */
function withoutToken(body: unknown): unknown {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return body
  const { token: _, ...rest } = body as Record<string, unknown>
  return rest
}

type Failure = { code?: string; until?: string }
type Made = (failure: Failure) => Problem

const wrong = (path: string, rule: string, more: object = {}): Made => {
  return () => new Problem('invalid-input', { issues: [{ path, rule, ...more }] })
}
const signInAgain: Made = () => new Problem('not-signed-in', { reason: 'begin-again' })
const locked: Made = ({ until }) => new Problem('limit-reached', { reason: 'locked', ...(until ? { until } : {}) })

const problems: Record<string, Made> = {
  INVALID_USERNAME_OR_PASSWORD: () => new Problem('not-signed-in', { reason: 'wrong-password' }),
  INVALID_USERNAME: () => new Problem('not-signed-in', { reason: 'wrong-password' }),
  USERNAME_TOO_SHORT: () => new Problem('not-signed-in', { reason: 'wrong-password' }),
  USERNAME_TOO_LONG: () => new Problem('not-signed-in', { reason: 'wrong-password' }),
  LOCKED: locked,
  DISABLED: () => new Problem('not-allowed', { reason: 'disabled' }),
  PASSWORD_TOO_SHORT: wrong('newPassword', 'too-little', { least: 10 }),
  PASSWORD_TOO_LONG: wrong('newPassword', 'too-much', { most: 200 }),
  INVALID_PASSWORD: wrong('currentPassword', 'wrong-password'),
  INVALID_CODE: wrong('code', 'wrong-code'),
  INVALID_BACKUP_CODE: wrong('code', 'wrong-code'),
  INVALID_TWO_FACTOR_COOKIE: signInAgain,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: signInAgain,
  ACCOUNT_TEMPORARILY_LOCKED: locked,
  SESSION_NOT_FRESH: () => new Problem('not-allowed', { reason: 'sign-in-again' }),
  INVALID_ORIGIN: () => new Problem('not-allowed', { reason: 'wrong-address' }),
  MISSING_OR_NULL_ORIGIN: () => new Problem('not-allowed', { reason: 'wrong-address' }),
  PASSKEY_NOT_FOUND: () => new Problem('not-signed-in', { reason: 'passkey' }),
  AUTHENTICATION_FAILED: () => new Problem('not-signed-in', { reason: 'passkey' }),
}

function problemOf(status: number, failure: Failure): Problem {
  const made = problems[failure.code ?? '']
  if (made) return made(failure)
  if (status === 429) return new Problem('limit-reached', { reason: 'too-often' })
  if (status === 401) return new Problem('not-signed-in')
  if (status === 403) return new Problem('not-allowed')
  return new Problem(status === 404 ? 'not-found' : 'invalid-input')
}
