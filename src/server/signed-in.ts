import type { FastifyReply, FastifyRequest } from 'fastify'
import { headersOf } from './auth-door.ts'
import type { Language } from '#views/house-words'
import type { Auth } from './auth.ts'
import type { Way } from './courier.ts'

export type { Language } from '#views/house-words'

/** Whose request it is: an account, the person it belongs to, and how she likes to read. No rights: those come from posts. */
export type SignedIn = {
  readonly account: string
  readonly person: string
  readonly name: string
  readonly username: string
  readonly language: Language
  readonly size: 'usual' | 'elder'
  readonly theme: 'system' | 'light' | 'dark'
  /** Where her notices are sent, and how often. */
  readonly mail: string | null
  readonly noticeBy: Way
  /** Her name or number where they go, when that is not by mail. */
  readonly noticeTo: string | null
  readonly digest: 'off' | 'daily' | 'weekly'
  readonly twoFactor: boolean
  /** Her first password still stands: nothing opens before it is changed. */
  readonly mustChange: boolean
}

export type Sessions = {
  of(request: FastifyRequest, reply: FastifyReply): Promise<SignedIn | undefined>
  forgetPerson(person: string | undefined): void
  /** Her account changed, or she signed out: the next request asks the database again. */
  forget(account: string): void
  forgetRequest(request: FastifyRequest): void
}

const keptFor = 5000
const most = 20_000

/** Sessions by cookie, kept in memory for at most five seconds, so that a busy person costs one small query in five seconds. */
export function keepSessions(auth: () => Auth, now: () => number): Sessions {
  const kept = new Map<string, { until: number; who: SignedIn | undefined }>()
  let generation = 0
  const forgetIf = (matches: (who: SignedIn | undefined) => boolean) => {
    generation++
    for (const [cookie, { who }] of kept) if (matches(who)) kept.delete(cookie)
  }
  return {
    async of(request, reply) {
      const cookie = sessionCookie(request)
      if (!cookie) return undefined
      const found = kept.get(cookie)
      if (found && found.until > now()) return found.who
      const begun = generation
      const { headers, response } = await auth().api.getSession({ headers: headersOf(request), returnHeaders: true })
      for (const line of headers.getSetCookie()) reply.header('set-cookie', line)
      const who = response ? signedIn(response.user) : undefined
      if (kept.size >= most) kept.clear()
      if (begun === generation) kept.set(cookie, { until: now() + keptFor, who })
      return who
    },
    forget: account => forgetIf(who => who?.account === account),
    forgetRequest: request => {
      generation++
      kept.delete(sessionCookie(request) ?? '')
    },
    forgetPerson: person => forgetIf(who => person === undefined || who?.person === person),
  }
}

const sessionCookie = (request: FastifyRequest): string | undefined =>
  /(?:^|;\s*)(?:__Secure-)?niangjia\.session_token=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]

type Row = NonNullable<Awaited<ReturnType<Auth['api']['getSession']>>>['user']

const signedIn = (row: Row): SignedIn => ({
  account: row.id,
  person: row.person,
  name: row.name,
  username: row.username ?? '',
  // these columns hold nothing but what setMe let in
  language: row.language as SignedIn['language'],
  size: row.size as SignedIn['size'],
  theme: row.theme as SignedIn['theme'],
  mail: row.mail ?? null,
  noticeBy: row.noticeBy as SignedIn['noticeBy'],
  noticeTo: row.noticeTo ?? null,
  digest: row.digest as SignedIn['digest'],
  twoFactor: row.twoFactorEnabled ?? false,
  mustChange: row.mustChange,
})
