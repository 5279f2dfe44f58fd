import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Does a process with this id exist? */
export function isAlive(pid: number): boolean {
  if (pid < 1) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // process.kill throws system errors only; EPERM means it exists and is not ours
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The folder a process works in (Linux), or undefined when it ended or there is no /proc. */
export function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/**
 * What tells a process from a later one with the same id: the boot and its start in clock ticks. Undefined without /proc,
 * and for a dead process whose parent has not noticed yet.
 */
export function processMark(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const fields = statusFields(pid)
    return fields[0] === 'Z' ? undefined : `${boot} ${fields[19]}`
  } catch {
    return undefined
  }
}

/** /proc/PID/stat after the name in brackets: [0] state, [1] parent, [19] start. */
const statusFields = (pid: number | string): string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []

/**
 * Ends the sessions a killed postmaster left behind (Linux): nobody can use them, and PostgreSQL will not start beside them.
 * A session is an orphan when its parent does not work in the cluster's folder.
 */
export function endOrphans(cluster: string): void {
  if (process.platform !== 'linux') return
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name) || workingFolder(Number(name)) !== cluster) continue
    try {
      const parent = Number(statusFields(name)[1])
      const session = readFileSync(`/proc/${name}/cmdline`, 'utf8').startsWith('postgres: ')
      if (session && workingFolder(parent) !== cluster) process.kill(Number(name), 'SIGKILL')
    } catch {
      // it ended by itself
    }
  }
}
