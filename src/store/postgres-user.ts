import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * As whom PostgreSQL's programs run; PostgreSQL refuses to run as root. `direct`: as we do. `user`: we are root and the
 * programs run as an ordinary user, postgres. `namespace`: we are root and the programs believe they are somebody else.
 */
export type PostgresUser = {
  mode: 'direct' | 'user' | 'namespace'
  ids: { uid?: number; gid?: number }
  command(program: string, args: string[]): [string, string[]]
  /** Makes a file or folder PostgreSQL's own. */
  own(path: string): void
}

/**
 * Chooses the user for a data folder. An existing cluster decides by its owner: files of another user would be unreadable.
 * Opens the data folder for passing through (0711, still not for listing) when another user must reach the cluster in it.
 */
export function postgresUser(program: string, dataDir: string, cluster: string): PostgresUser {
  const owner = statSync(cluster, { throwIfNoEntry: false })
  const direct: PostgresUser = { mode: 'direct', ids: {}, command: (name, args) => [name, args], own() {} }
  const me = process.getuid?.()
  if (me === undefined) return direct
  if (me !== 0 && owner && owner.uid !== me)
    throw new Error(
      `数据文件夹属于另一个用户（uid ${owner.uid}），请用那个用户启动 (the data folder belongs to uid ${owner.uid}: start as that user)`,
    )
  if (me !== 0) return direct
  const users = passwd()
  const postgres = users.find(user => (owner ? user.uid === owner.uid : user.name === 'postgres'))
  if (postgres && postgres.uid !== 0) {
    const { uid, gid } = postgres
    chmodSync(dataDir, 0o711)
    if (owner || (canRun(program, { uid, gid }) && canPass(dataDir, { uid, gid })))
      return { ...direct, mode: 'user', ids: { uid, gid }, own: path => chownSync(path, uid, gid) }
  }
  chmodSync(dataDir, 0o700)
  // initdb asks the user data base for the name of the user it believes to be
  const borrowed = users.find(user => user.uid > 0)?.uid ?? 65_534
  const enter = ['--user', `--map-user=${borrowed}`, `--map-group=${borrowed}`, '--']
  if (owner || spawnSync('unshare', [...enter, program, '--version']).status === 0)
    return { ...direct, mode: 'namespace', command: (name, args) => ['unshare', [...enter, name, ...args]] }
  throw new Error(
    '用 root 启动时需要一个叫 postgres 的系统用户（useradd -r postgres），也可以换普通用户启动，或设置 DATABASE_URL (as root a system user named postgres is needed; or start as an ordinary user, or set DATABASE_URL)',
  )
}

const canRun = (program: string, ids: PostgresUser['ids']): boolean =>
  spawnSync(program, ['--version'], { ...ids, cwd: dirname(program) }).status === 0

const canPass = (folder: string, ids: PostgresUser['ids']): boolean =>
  spawnSync('test', ['-x', folder], { ...ids, cwd: '/' }).status === 0

function passwd(): { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
    .filter(parts => parts.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}
