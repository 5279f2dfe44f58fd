import { spawn, spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DataFolderTaken } from './cluster-lock.ts'
import { writeConf } from './postgres-cluster.ts'
import type { PostgresFiles } from './postgres-files.ts'
import { endOrphans, isAlive, workingFolder } from './processes.ts'

type Postmaster = { pid: number; status: string }

/** Starts PostgreSQL, or waits for the one that already runs (recovery may take its time). Answers whether it ran already. */
export async function runPostgres(files: PostgresFiles, onWait: (seconds: number) => void): Promise<boolean> {
  const patience = Date.now() + 15_000
  for (;;) {
    const running = findPostmaster(files)
    const lives = () => findPostmaster(files)?.pid === running?.pid
    if (running && (await becomesReady(files, running.pid, lives, onWait))) return true
    if (await doorAnswers(files)) throw new DataFolderTaken(files.dataDir, 'container')
    endOrphans(files.cluster)
    dropStalePids(files)
    const fault = await launch(files, onWait)
    if (!fault) return false
    // leftovers of a killed server vanish within moments; another start of ours may have been faster
    const passing = /shared memory block|lock file|is starting up/.test(fault)
    if (!passing || Date.now() > patience)
      throw new Error(`数据库启动不了：${fault}，详见 ${files.log} (PostgreSQL did not start, see its log)`)
    await sleep(100)
  }
}

/** Answers the fault that kept it from starting, or nothing. */
async function launch(files: PostgresFiles, onWait: (seconds: number) => void): Promise<string | undefined> {
  writeConf(files)
  if ((fs.statSync(files.log, { throwIfNoEntry: false })?.size ?? 0) > 8 * 2 ** 20)
    fs.renameSync(files.log, `${files.log}.1`)
  const log = fs.openSync(files.log, 'a', 0o600)
  const begin = fs.fstatSync(log).size
  const [program, args] = files.user.command(files.programs.postgres, ['-D', files.cluster])
  // in a session of its own: Ctrl-C reaches us alone, and we stop the database when everything else has stopped
  const options = { ...files.user.ids, cwd: files.dataDir, detached: true, windowsHide: true }
  const child = spawn(program, args, { ...options, stdio: ['ignore', log, log] })
  fs.closeSync(log)
  let fault: string | undefined
  child.on('error', error => {
    fault = error.message
  })
  const ended = (code: number | null) => {
    fault ??= lastComplaint(files.log, begin) ?? `exit ${code}`
  }
  child.on('exit', ended)
  child.unref()
  onWait(0)
  await becomesReady(files, child.pid ?? 0, () => fault === undefined, onWait)
  // once it ran, its end is no fault of starting, and its log may be gone with its folder
  child.off('exit', ended)
  return fault
}

/** Waits until the postmaster says in its pid file that it takes connections. False when it ended instead. */
async function becomesReady(
  files: PostgresFiles,
  pid: number,
  lives: () => boolean,
  onWait: (seconds: number) => void,
): Promise<boolean> {
  const begin = Date.now()
  for (let told = 0; ; ) {
    if (!lives()) return false
    const postmaster = readPostmaster(files.cluster)
    if (postmaster?.pid === pid && postmaster.status === 'ready') return true
    const seconds = Math.floor((Date.now() - begin) / 1000)
    if (seconds > told) onWait((told = seconds))
    await sleep(seconds < 2 ? 10 : 100)
  }
}

/** Does somebody listen? In another container on the same folder a process is invisible, its socket is not. */
function doorAnswers(files: PostgresFiles): Promise<boolean> {
  if (process.platform === 'win32') return Promise.resolve(false)
  return new Promise(resolve => {
    const socket = connect(join(files.host, `.s.PGSQL.${files.port}`))
    socket.once('connect', () => resolve(socket.destroy() !== undefined))
    socket.once('error', () => resolve(false))
  })
}

/** Stops PostgreSQL: open sessions are ended, everything is written. A server that will not stop in a minute is stopped hard. */
export async function stopPostgres(files: PostgresFiles): Promise<void> {
  const postmaster = findPostmaster(files)
  if (!postmaster) return
  if (process.platform === 'win32') {
    const control = join(dirname(files.programs.postgres), 'pg_ctl.exe')
    spawnSync(control, ['stop', '-m', 'fast', '-D', files.cluster], { windowsHide: true })
    return
  }
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5000],
  ] as const) {
    const until = Date.now() + patience
    kill(postmaster.pid, signal)
    while (findPostmaster(files)?.pid === postmaster.pid) {
      if (Date.now() > until) break
      await sleep(10)
    }
    if (findPostmaster(files)?.pid !== postmaster.pid) return
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // it ended in between
  }
}

/** The postmaster of this cluster, if it lives. */
export function findPostmaster(files: PostgresFiles): Postmaster | undefined {
  const postmaster = readPostmaster(files.cluster)
  return postmaster && isPostmaster(postmaster.pid, files.cluster) ? postmaster : undefined
}

/** A process id may have been given to somebody else since; on Linux the working folder tells. */
const isPostmaster = (pid: number, cluster: string): boolean =>
  isAlive(pid) && (process.platform !== 'linux' || workingFolder(pid) === cluster)

/** After a power cut the old pid may be somebody else's, or a zombie's; PostgreSQL would take that for a running server. */
function dropStalePids(files: PostgresFiles): void {
  if (process.platform !== 'linux' || findPostmaster(files)) return
  const { pid = 0 } = readPostmaster(files.cluster) ?? {}
  if (isAlive(pid)) fs.rmSync(join(files.cluster, 'postmaster.pid'), { force: true })
  fs.rmSync(join(files.host, `.s.PGSQL.${files.port}.lock`), { force: true })
}

/** postmaster.pid: the process id in line 1, the state in line 8. */
function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = fs.readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 1 ? { pid, status: lines[7]?.trim() ?? '' } : undefined
  } catch {
    return undefined
  }
}

function lastComplaint(log: string, begin: number): string | undefined {
  const lines = fs.readFileSync(log).subarray(begin).toString('utf8').trim().split('\n')
  const found = lines.findLast(line => /(FATAL|PANIC|ERROR):/.test(line)) ?? lines.at(-1)
  return found?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '') || undefined
}
