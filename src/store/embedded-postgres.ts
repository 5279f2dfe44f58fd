import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { claimFolder, DataFolderTaken, leaveFolder, lockSessionName, takeLock } from './cluster-lock.ts'
import { makeCluster, ownerRole, resetOwnerPassword } from './postgres-cluster.ts'
import { type PostgresFiles, postgresFiles, secretIn } from './postgres-files.ts'
import { findPostmaster, runPostgres, stopPostgres } from './postgres-process.ts'

/** How to reach a database; fits pg.Client and pg.Pool. */
export type Connection = { host: string; port: number; user: string; password: string; database: string }

/** `lost`/`back`: the database was killed and runs again. `failed` with `final`: another process has taken the folder; stop. */
export type EmbeddedEvent =
  | { kind: 'making' }
  | { kind: 'waiting'; seconds: number }
  | { kind: 'lost' }
  | { kind: 'back'; milliseconds: number }
  | { kind: 'failed'; reason: string; final: boolean }

export type EmbeddedOptions = {
  /** Use the database beside the niangjia process that has the folder, if there is one: for commands such as backup. */
  join?: boolean
  onEvent?: (event: EmbeddedEvent) => void
}

export type Embedded = {
  files: PostgresFiles
  /** As the owner of database niangjia, in the built-in server a superuser: for migrations and upkeep, never for requests. */
  connection: Connection
  /** This start made the cluster. */
  made: boolean
  /** PostgreSQL was running already, left by a process that was killed. */
  attached: boolean
  /** Another process has the folder and we only use its database. */
  joined: boolean
  /** Resolves when the database takes connections, starting it again if it was killed. Cheap when all is well. */
  ensureRunning(): Promise<void>
  /** Stops PostgreSQL (unless joined) and leaves the folder. */
  stop(): Promise<void>
}

/**
 * Starts the built-in PostgreSQL of a data folder, making it the first time. A second process on the same folder is refused
 * with DataFolderTaken. When PostgreSQL is killed while we live, it is started again by itself.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const tell = options.onEvent ?? (() => {})
  const files = await postgresFiles(dataDir)
  const other = claimFolder(files)
  if (other !== undefined && !options.join) throw new DataFolderTaken(files.dataDir, other)
  if (other !== undefined) return joinedTo(files, await ownerConnection(files, false))
  let launched = false
  try {
    const made = !existsSync(files.cluster)
    if (made) tell({ kind: 'making' })
    const connection = await ownerConnection(files, made)
    launched = !(await runPostgres(files, seconds => tell({ kind: 'waiting', seconds })))
    const lock = await lockSession(files, connection)
    const running = keepRunning(files, connection, lock, tell)
    return { files, connection, made, attached: !launched, joined: false, ...running }
  } catch (error) {
    leaveFolder(files)
    const taken = error instanceof DataFolderTaken
    if (taken && options.join) return joinedTo(files, await ownerConnection(files, false))
    if (!taken && launched) await stopPostgres(files)
    throw error
  }
}

async function ownerConnection(files: PostgresFiles, made: boolean): Promise<Connection> {
  const lost = !made && !existsSync(files.ownerSecret)
  const password = await secretIn(files.ownerSecret)
  if (made) makeCluster(files, password)
  if (lost) {
    await stopPostgres(files)
    await resetOwnerPassword(files, password)
  }
  return { host: files.host, port: files.port, user: ownerRole, password, database: 'niangjia' }
}

/** The session whose life is the lock; it also makes the database when there is none. */
async function lockSession(files: PostgresFiles, connection: Connection): Promise<pg.Client> {
  const client = await connectedClient(files, connection).catch(async error => {
    if (error.code !== '3D000') throw error
    const maker = await connectedClient(files, { ...connection, database: 'postgres' })
    await maker.query(`create database ${connection.database} owner ${connection.user}`).finally(() => maker.end())
    return connectedClient(files, connection)
  })
  try {
    await takeLock(client, files)
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}

/** Between "ready" and the first connection a server that resets itself after a crash may refuse for some moments. */
async function connectedClient(files: PostgresFiles, connection: Connection): Promise<pg.Client> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({
      ...connection,
      application_name: lockSessionName(),
      connectionTimeoutMillis: 10_000,
    })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => {})
      // pg rejects with Errors that may carry a code
      const { code } = error as { code?: string }
      if (code === '28P01')
        throw new Error(
          `${files.ownerSecret} 里不是这个数据库的密码，请停掉系统，删除这个文件后再启动 (wrong database secret: stop, delete the file, start again)`,
        )
      if (code === '3D000' || tries > 100 || !findPostmaster(files)) throw error
      await sleep(tries < 20 ? 20 : 200)
    }
  }
}

function keepRunning(
  files: PostgresFiles,
  connection: Connection,
  first: pg.Client,
  tell: (event: EmbeddedEvent) => void,
) {
  let lock = first
  let stopping = false
  let over: DataFolderTaken | undefined
  let healing: Promise<void> | undefined

  const watch = (client: pg.Client) =>
    client.once('end', () => {
      if (client === lock && !stopping) void healUntilWell()
    })

  async function healUntilWell(): Promise<void> {
    for (let wait = 100; !stopping && !over; wait = Math.min(wait * 2, 10_000)) {
      try {
        return await ensureRunning()
      } catch (error) {
        tell({
          kind: 'failed',
          reason: String(error instanceof Error ? error.message : error),
          final: over !== undefined,
        })
        await sleep(wait)
      }
    }
  }

  function ensureRunning(): Promise<void> {
    if (stopping) return Promise.reject(new Error('数据库正在停止 (the database is being stopped)'))
    if (over) return Promise.reject(over)
    healing ??= heal().finally(() => {
      healing = undefined
    })
    return healing
  }

  async function heal(): Promise<void> {
    if (await answers(lock)) return
    tell({ kind: 'lost' })
    const begin = performance.now()
    await runPostgres(files, seconds => tell({ kind: 'waiting', seconds }))
    try {
      lock = await lockSession(files, connection)
    } catch (error) {
      if (error instanceof DataFolderTaken) over = error
      throw error
    }
    watch(lock)
    tell({ kind: 'back', milliseconds: Math.round(performance.now() - begin) })
  }

  async function stop(): Promise<void> {
    if (stopping) return
    stopping = true
    await healing?.catch(() => {})
    await lock.end().catch(() => {})
    if (over) return
    await stopPostgres(files)
    leaveFolder(files)
  }

  watch(lock)
  return { ensureRunning, stop }
}

const answers = (client: pg.Client): Promise<boolean> =>
  client.query('select 1').then(
    () => true,
    () => false,
  )

function joinedTo(files: PostgresFiles, connection: Connection): Embedded {
  const ensureRunning = async () => {
    const client = await connectedClient(files, connection)
    await client.end()
  }
  return { files, connection, made: false, attached: true, joined: true, ensureRunning, stop: async () => {} }
}
