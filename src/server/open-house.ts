import { createHmac, createSecretKey, sign } from 'node:crypto'
import pg from 'pg'
import { normalIdentity, normalPhone } from '#base/identity'
import { openBook } from '#engine/book'
import type { House, Secrets } from '#engine/house'
import { programmeById, programmes } from '#programmes/all'
import { isConnectionLoss } from '#store/connection-loss'
import { connect, type Database } from '#store/database'
import type { EmbeddedOptions } from '#store/embedded-postgres'
import { openGround, type Ground } from '#store/ground'
import { migrate } from '#store/migrate'
import type { Settings } from '#store/settings'
import { answeredBy } from './answered-by.ts'
import { dice } from './dice.ts'

/** The house with its database open and its tables up to date: what the server and every command stand on. */
export type OpenHouse = {
  readonly ground: Ground
  readonly house: House
  readonly db: Database
  readonly migrations: readonly string[]
  /** Runs something as the owner of the tables: rebuilding, verifying. Never for a person's request. */
  asOwner<Result>(work: (owner: pg.Client) => Promise<Result>): Promise<Result>
  stop(): Promise<void>
}

/**
 * Opens the ground (unless it is opening already), brings the tables forward, registers new indicators, and connects as the app's
 * own role. `now`: the clock, for stories that take weeks.
 */
export async function openHouse(
  settings: Settings,
  options: EmbeddedOptions & { ground?: Promise<Ground>; now?: () => number } = {},
): Promise<OpenHouse> {
  const ground = await (options.ground ?? openGround(settings, options))
  try {
    const [migrations, book] = await withOwner(ground, async owner => {
      const carriedOut = await migrate(owner)
      return [carriedOut, await inTransaction(owner, () => openBook(owner as unknown as pg.PoolClient, programmes))]
    })
    const db = connect({ ...ground.app, application_name: 'niangjia' }, error => {
      if (isConnectionLoss(error)) ground.ensureRunning().catch(() => {})
    })
    const house: House = {
      db,
      book,
      programmes: programmeById,
      now: options.now ?? Date.now,
      random: dice(),
      secrets: secretsOf(ground),
      answeredBy,
    }
    return {
      ground,
      house,
      db,
      migrations,
      asOwner: work => withOwner(ground, work),
      async stop() {
        await db.end()
        await ground.stop()
      },
    }
  } catch (error) {
    await ground.stop()
    throw error
  }
}

async function withOwner<Result>({ owner }: Ground, work: (owner: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(owner)
  client.on('error', () => {})
  await client.connect()
  return work(client).finally(() => client.end())
}

async function inTransaction<Result>(client: pg.Client, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin')
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** The keys stay in store/; the engine gets four verbs. */
function secretsOf({ cipher, keys }: Ground): Secrets {
  const auditKey = createSecretKey(keys.audit)
  return {
    seal: (plain, context) => cipher.seal(plain, context),
    open: (sealed, context) => cipher.open(sealed, context),
    blind: (kind, value) => cipher.blindIndex(kind, normal(kind, value)),
    mac: text => createHmac('sha256', auditKey).update(text).digest('base64url'),
    sign: text => sign(null, Buffer.from(text), keys.issue.privateKey).toString('base64url'),
  }
}

/** One spelling, so that the same number written differently is found. */
function normal(kind: string, value: string): string {
  if (/phone/i.test(kind)) return normalPhone(value)
  if (/identity/i.test(kind)) return normalIdentity(value)
  return value.normalize('NFKC').trim()
}
