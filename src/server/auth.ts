import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { genericOAuth, twoFactor, username } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import { houseSettings } from '#programmes/settings'
import { ask, type Database } from '#store/database'
import type { SingleSignOn } from '#store/settings'
import { authTables } from './auth-tables.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { isUsername, plainUsername } from './username.ts'

/** What signing in needs from around it. `origins`: addresses a browser may send from. */
export type AuthNeeds = {
  readonly db: Database
  readonly url: string
  readonly origins: (request: Request | undefined) => string[]
  readonly secret: string
  readonly newId: () => string
  readonly single: SingleSignOn | undefined
  /** Told after a session began; never with a name or a password. */
  readonly onSignIn: (account: string) => Promise<void>
}

// a whole training room behind one address signs in and sets its first passwords within minutes
const room = { window: 60, max: 60 }

/** Signing in by user name and password, a second factor, passkeys. Nobody signs up: accounts are made by those who may. */
export function makeAuth(needs: AuthNeeds) {
  const { db, url } = needs
  return betterAuth({
    appName: '娘家',
    baseURL: url,
    basePath: '/api/auth',
    secret: needs.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool: db }) }), type: 'postgres' },
    trustedOrigins: async request => needs.origins(request),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/username': room, '/sign-in/social': room, '/change-password': room },
      ...authTables.rateLimit,
    },
    advanced: {
      ipAddress: { ipAddressHeaders: ['x-real-ip'] },
      cookiePrefix: 'niangjia',
      useSecureCookies: url.startsWith('https:'),
      database: { generateId: needs.newId },
    },
    // seven days on a village phone, kept alive while it is used
    session: { expiresIn: 7 * 86_400, updateAge: 86_400, freshAge: 3600, ...authTables.session },
    account: {
      ...authTables.account,
      // whom the single sign-on names is known here by her user name; nobody gets an account by it
      accountLinking: { enabled: true, trustedProviders: needs.single ? [singleSignOn] : [] },
    },
    verification: authTables.verification,
    user: authTables.user,
    databaseHooks: {
      session: {
        create: {
          before: async session => {
            if (await isDisabled(db, session.userId)) throw new APIError('FORBIDDEN', { code: 'DISABLED' })
          },
          after: session => needs.onSignIn(session.userId),
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async ctx => {
        if (ctx.path !== '/sign-in/username') return
        const until = await takeAttempt(db, plainUsername(String(ctx.body?.username ?? '')))
        if (until) throw new APIError('TOO_MANY_REQUESTS', { code: 'LOCKED', until: until.toISOString() })
      }),
      after: createAuthMiddleware(async ctx => {
        const failed = ctx.context.returned instanceof APIError
        if (failed) return
        if (ctx.path === '/sign-in/username') await forgive(db, plainUsername(String(ctx.body?.username ?? '')))
        if (ctx.path === '/callback/:id' && ctx.context.newSession) await outgrown(db, ctx.context.newSession.user.id)
        if (ctx.path === '/change-password' && ctx.context.session) await changed(db, ctx.context.session.user.id)
      }),
    },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 30,
        usernameValidator: isUsername,
        usernameNormalization: plainUsername,
        schema: authTables.username,
      }),
      twoFactor({
        issuer: '娘家',
        accountLockout: { maxFailedAttempts: houseSettings.failures.usual },
        schema: authTables.twoFactor,
      }),
      genericOAuth({ config: needs.single ? [singleConfig(db, needs.single)] : [] }),
      passkey({ rpID: new URL(url).hostname, rpName: '娘家', schema: authTables.passkey }),
    ],
  })
}

/** The single sign-on under its name in addresses: /api/auth/callback/single. */
export const singleSignOn = 'single'

/** Her claim is looked up as a user name; whoever has no account here is turned away. */
const singleConfig = (db: Database, { issuer, client, secret, name, claim }: SingleSignOn) => ({
  providerId: singleSignOn,
  name,
  discoveryUrl: `${issuer}/.well-known/openid-configuration`,
  requireIdTokenVerification: true,
  clientId: client,
  ...(secret ? { clientSecret: secret } : {}),
  scopes: ['openid', 'profile'],
  disableSignUp: true,
  async mapProfileToUser(profile: Record<string, unknown>) {
    const [account] = await ask<{ email: string }>(
      db,
      'single-account',
      'select email from account where username = $1',
      [plainUsername(String(profile[claim] ?? ''))],
    )
    return { email: account?.email ?? 'nobody@users.invalid', emailVerified: true }
  },
})

export type Auth = ReturnType<typeof makeAuth>

/**
 * Counts an attempt before the password is looked at, so that many at once are not more than are allowed. The last one locks;
 * a right password forgives. Returns until when the account is locked, or nothing.
 */
async function takeAttempt(db: Database, name: string): Promise<Date | undefined> {
  const { failures, lockMinutes } = houseSettings
  const [row] = await ask<{ locked: Date | null; taken: boolean }>(
    db,
    'sign-in-attempt',
    `with decided as (
       select coalesce(max((value #>> '{}')::int) filter (where key = $4), $2) as failures,
         coalesce(max((value #>> '{}')::int) filter (where key = $5), $3) as minutes from setting where key in ($4, $5)),
     found as (select id, locked_until from account where username = $1 for update),
     taken as (
       update account a set failures = case when f.locked_until is not null then 1 else a.failures + 1 end,
         locked_until = case when f.locked_until is null and a.failures + 1 >= d.failures then now() + make_interval(mins => d.minutes) end
       from found f, decided d where a.id = f.id and (f.locked_until is null or f.locked_until <= now()) returning a.id)
     select locked_until as locked, exists (select from taken) as taken from found`,
    [name, failures.usual, lockMinutes.usual, failures.key, lockMinutes.key],
  )
  return row && !row.taken && row.locked ? row.locked : undefined
}

const forgive = (db: Database, name: string) =>
  ask(db, 'sign-in-forgive', 'update account set failures = 0, locked_until = null where username = $1', [name])

const changed = (db: Database, account: string) =>
  ask(db, 'password-changed', 'update account set must_change = false where id = $1', [account])

/** A first password she never needed, because she comes another way, opens nothing any more. */
const outgrown = (db: Database, account: string) =>
  ask(
    db,
    'password-outgrown',
    `with mine as (update account set must_change = false where id = $1 and must_change returning id)
     update credential set password = null where provider_id = 'credential' and user_id in (select id from mine)`,
    [account],
  )

async function isDisabled(db: Database, account: string): Promise<boolean> {
  const [row] = await ask<{ disabled: boolean }>(db, 'account-disabled', 'select disabled from account where id = $1', [
    account,
  ])
  return row?.disabled ?? true
}
