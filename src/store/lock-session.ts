import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { lockSessionName, takeLock } from './cluster-lock.ts'
import { isConnectionLoss } from './connection-loss.ts'
import type { Connection, PostgresFiles } from './postgres-files.ts'
import { findPostmaster, runPostgres } from './postgres-process.ts'

/** Runs PostgreSQL and takes the lock in it. A server found running may be dying of a kill -9: then once more. */
export async function lockSession(
  files: PostgresFiles,
  connection: Connection,
  onWait: (seconds: number) => void,
  onLaunch: () => void,
): Promise<pg.Client> {
  for (let tries = 1; ; tries++) {
    const found = await runPostgres(files, onWait)
    if (!found) onLaunch()
    try {
      return await sessionWithLock(files, connection)
    } catch (error) {
      if (tries > 5 || !isConnectionLoss(error)) throw error
      await sleep(50)
    }
  }
}

/** The session whose life is the lock; it also makes the database when there is none. */
async function sessionWithLock(files: PostgresFiles, connection: Connection): Promise<pg.Client> {
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
export async function connectedClient(files: PostgresFiles, connection: Connection): Promise<pg.Client> {
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
