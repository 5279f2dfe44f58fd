import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { PostgresFiles } from './postgres-files.ts'
import { processMark } from './processes.ts'

/** Thrown when another niangjia process works on the same data folder. */
export class DataFolderTaken extends Error {
  constructor(dataDir: string, pid: string | number) {
    super(
      `娘家已经在用数据文件夹 ${dataDir}（进程 ${pid}），请先停掉它，或用 DATA_DIR 换一个文件夹 (another niangjia process, ${pid}, is using this data folder)`,
    )
  }
}

/**
 * Writes the pid file for this process. Answers the living process that has the folder already, and then writes nothing;
 * that is known only where /proc tells a process from a later one with its id. Elsewhere the lock in the database decides.
 */
export async function claimFolder(files: PostgresFiles): Promise<number | undefined> {
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(files.pidFile, JSON.stringify({ pid: process.pid, mark: processMark(process.pid) }), { flag: 'wx' })
      return undefined
    } catch (error) {
      // writeFileSync throws system errors only
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const { pid, mark } = readPidFile(files)
    if (pid !== undefined && mark !== undefined && processMark(pid) === mark) return pid
    // the other may be about to write its id
    if (pid === undefined && tries < 20) await sleep(5)
    else rmSync(files.pidFile, { force: true })
  }
}

/** Removes the pid file if it is this process's. */
export function leaveFolder(files: PostgresFiles): void {
  if (readPidFile(files).pid === process.pid) rmSync(files.pidFile, { force: true })
}

function readPidFile(files: PostgresFiles): { pid?: number; mark?: string } {
  try {
    // we are its only writer; anything unreadable counts as absent
    return JSON.parse(readFileSync(files.pidFile, 'utf8')) as { pid: number; mark?: string }
  } catch {
    return {}
  }
}

// 'nian', 'jia' as numbers
const lock = [0x6e69616e, 0x6a6961]

/**
 * Takes the lock in the database, which dies with this process however it ends; the pid file holds while the database
 * itself is down. The session of a process that was just killed gets time to end.
 */
export async function takeLock(client: pg.Client, files: PostgresFiles): Promise<void> {
  const until = Date.now() + 5000
  for (;;) {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) got', lock)
    if (rows[0]?.got) break
    if (Date.now() > until) throw new DataFolderTaken(files.dataDir, await holder(client))
    await sleep(50)
  }
}

/** How the session that holds the lock names itself. */
export const lockSessionName = (): string => `niangjia ${process.pid}`

async function holder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and classid = $1 and objid = $2 and granted`,
    lock,
  )
  return rows[0]?.name.replace('niangjia ', '') ?? '?'
}
