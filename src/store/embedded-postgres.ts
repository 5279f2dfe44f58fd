import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { claimFolder, DataFolderTaken, leaveFolder } from './cluster-lock.ts'
import { isConnectionLoss } from './connection-loss.ts'
import { connectedClient, lockSession } from './lock-session.ts'
import { makeCluster, ownerRole, resetOwnerPassword } from './postgres-cluster.ts'
import { type Connection, type PostgresFiles, postgresFiles, secretIn } from './postgres-files.ts'
import { stopPostgres } from './postgres-process.ts'

/** `waiting`: its process has been started, with 0 seconds at once. `lost`/`back`: the database was killed and runs again. `failed` with `final`: another process has taken the folder; stop. */
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
  const other = await claimFolder(files)
  if (other !== undefined && !options.join) throw new DataFolderTaken(files.dataDir, other)
  if (other !== undefined) return joinedTo(files)
  let launched = false
  try {
    const made = !existsSync(files.cluster)
    if (made) tell({ kind: 'making' })
    const connection = await prepareCluster(files, made)
    const onWait = (seconds: number) => tell({ kind: 'waiting', seconds })
    const open = () => lockSession(files, connection, onWait, () => (launched = true))
    const running = keepRunning(files, await open(), open, tell)
    return { files, connection, made, attached: !launched, joined: false, ...running }
  } catch (error) {
    leaveFolder(files)
    const taken = error instanceof DataFolderTaken
    if (taken && options.join) return joinedTo(files)
    if (!taken && launched) await stopPostgres(files)
    throw error
  }
}

/** Makes the cluster the first time, and a new password when the old one is lost. */
async function prepareCluster(files: PostgresFiles, made: boolean): Promise<Connection> {
  const lost = !made && !existsSync(files.ownerSecret)
  const password = await secretIn(files.ownerSecret)
  if (made) makeCluster(files, password)
  if (lost) {
    await stopPostgres(files)
    await resetOwnerPassword(files, password)
  }
  return ownerConnection(files, password)
}

const ownerConnection = (files: PostgresFiles, password: string): Connection => ({
  host: files.host,
  port: files.port,
  user: ownerRole,
  password,
  database: 'niangjia',
})

function keepRunning(
  files: PostgresFiles,
  first: pg.Client,
  open: () => Promise<pg.Client>,
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
    try {
      lock = await open()
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

async function joinedTo(files: PostgresFiles): Promise<Embedded> {
  const connection = ownerConnection(files, await secretIn(files.ownerSecret))
  const ensureRunning = () => cameBack(files, connection)
  await ensureRunning()
  return { files, connection, made: false, attached: true, joined: true, ensureRunning, stop: async () => {} }
}

/** The process that has the folder may just be bringing its database back: twenty seconds are enough, or something is wrong. */
async function cameBack(files: PostgresFiles, connection: Connection): Promise<void> {
  for (const until = Date.now() + 20_000; ; await sleep(200)) {
    try {
      const client = await connectedClient(files, connection)
      return await client.end()
    } catch (error) {
      if (Date.now() > until || !isConnectionLoss(error)) throw error
    }
  }
}
