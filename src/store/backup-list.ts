import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The last entry of a backup: what it is and what must be in it. */
export type Manifest = {
  product: 'niangjia'
  format: 1
  /** When the backup ended, ISO 8601. Everything committed before is inside. */
  made: string
  postgres: string
  platform: string
  wal: { from: string; to: string }
  keysInside: boolean
  files: { name: string; size: number; sha256: string }[]
}

export const thisPlatform = `${process.platform}-${process.arch}`

/** What a running PostgreSQL keeps for itself; a restored one makes it anew. The folders must exist, empty. */
const emptied =
  /^(pg_wal\/.*[^/]|(pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.+)$/
const left =
  /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label(\.old)?|tablespace_map(\.old)?)$/

/** Every file and folder (ending in '/') of the cluster that belongs into a backup; pg_control comes last. */
export function clusterList(cluster: string): { name: string; size: number }[] {
  const all = walk(cluster).filter(({ name }) => !left.test(name) && !emptied.test(name))
  const control = 'global/pg_control'
  return [...all.filter(({ name }) => name !== control), ...all.filter(({ name }) => name === control)]
}

/** Files and folders below a folder, with paths relative to it. What vanishes meanwhile is left out. */
export function walk(folder: string, prefix = ''): { name: string; size: number }[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap(entry => {
    const name = prefix + entry.name
    if (entry.isDirectory()) return [{ name: `${name}/`, size: 0 }, ...walk(folder, `${name}/`)]
    const found = entry.isFile() ? statSync(join(folder, name), { throwIfNoEntry: false }) : undefined
    return found ? [{ name, size: found.size }] : []
  })
}

/** The names of all WAL segments (16 MB each, 256 to a log) from the first to the last. */
export function walSegments(from: string, to: string): string[] {
  const timeline = from.slice(0, 8)
  const number = (name: string) => Number.parseInt(name.slice(8, 16), 16) * 256 + Number.parseInt(name.slice(16), 16)
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0')
  const count = number(to) - number(from) + 1
  return Array.from({ length: count }, (_, index) => {
    const segment = number(from) + index
    return timeline + hex(Math.floor(segment / 256)) + hex(segment % 256)
  })
}
