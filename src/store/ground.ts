import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Cipher, makeCipher } from './cipher.ts'
import { admitLogin, appRole, checkDatabase, ensureAppRole, keysOfDatabase, rememberKeys } from './database-roles.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded-postgres.ts'
import { type Keys, readKeys } from './keys.ts'
import { secretIn } from './postgres-files.ts'
import type { Settings } from './settings.ts'

/** What the house stands on: a database with its two roles, and the keys. */
export type Ground = {
  /** For migrations and upkeep. */
  owner: pg.ClientConfig
  /** For everything people ask: an ordinary role under row security. */
  app: pg.ClientConfig
  keys: Keys
  cipher: Cipher
  /** server_version_num, 150000 to 189999. */
  serverVersion: number
  /** The built-in server; absent with DATABASE_URL. */
  embedded?: Embedded
  /** Resolves when the database takes connections; call it when a connection was lost. */
  ensureRunning(): Promise<void>
  /** Stops the built-in server. Close pools and clients first. */
  stop(): Promise<void>
}

/**
 * Opens the ground: the built-in server or DATABASE_URL, both roles, and the keys, which are made only for a new database.
 * Throws one line an operator understands.
 */
export async function openGround(settings: Settings, options: EmbeddedOptions = {}): Promise<Ground> {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
  if (settings.databaseUrl) return outsideGround(settings, settings.databaseUrl)
  const embedded = await startEmbedded(settings.dataDir, options)
  try {
    const { connection: owner, files } = embedded
    const password = await secretIn(files.appSecret)
    const checked = await withClient(owner, async client => {
      await ensureAppRole(client, password)
      return prepare(client, settings)
    })
    const { ensureRunning, stop } = embedded
    return { owner, app: { ...owner, user: appRole, password }, embedded, ensureRunning, stop, ...checked }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

async function outsideGround(settings: Settings, databaseUrl: string): Promise<Ground> {
  const owner = { connectionString: databaseUrl }
  const ensureRunning = () => withClient(owner, async () => {})
  return withClient(owner, async client => {
    const checked = await prepare(client, settings)
    const app = settings.appDatabaseUrl
      ? await namedLogin(client, settings.appDatabaseUrl)
      : await ownLogin(client, databaseUrl, join(settings.dataDir, 'postgres-app.secret'))
    return { owner, app, ensureRunning, stop: async () => {}, ...checked }
  })
}

async function prepare(owner: pg.Client, settings: Settings) {
  const serverVersion = await checkDatabase(owner)
  const expectedId = await keysOfDatabase(owner)
  const from = {
    file: settings.keyFile,
    ...(settings.keys && { text: settings.keys }),
    ...(expectedId && { expectedId }),
  }
  const keys = await readKeys(from)
  if (!expectedId) await rememberKeys(owner, keys.id)
  return { serverVersion, keys, cipher: makeCipher(keys, settings.cipher) }
}

/** niangjia_app with our stored secret. The password is set only when it does not fit: the role may serve running sessions. */
async function ownLogin(owner: pg.Client, databaseUrl: string, secretFile: string): Promise<pg.ClientConfig> {
  const url = new URL(databaseUrl)
  url.username = appRole
  url.password = await secretIn(secretFile)
  const app = { connectionString: url.href }
  const fits = await withClient(app, async () => true).catch(() => false)
  if (!fits) await ensureAppRole(owner, url.password)
  return app
}

async function namedLogin(owner: pg.Client, appDatabaseUrl: string): Promise<pg.ClientConfig> {
  const app = { connectionString: appDatabaseUrl }
  const where = 'select current_user as login, current_database() as name, pg_postmaster_start_time()::text as server'
  const there = await withClient(app, async client => (await client.query(where)).rows[0])
  const here = (await owner.query(where)).rows[0]
  if (there.name !== here.name || there.server !== here.server)
    throw new Error(
      'APP_DATABASE_URL 和 DATABASE_URL 不是同一个数据库 (APP_DATABASE_URL and DATABASE_URL are not the same database)',
    )
  await admitLogin(owner, there.login)
  return app
}

async function withClient<Result>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 15_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    // the address may carry a password, the reason does not
    throw new Error(`连不上数据库：${(error as Error).message} (cannot connect to the database)`, { cause: error })
  }
  return work(client).finally(() => client.end())
}
