import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PostgresFiles } from './postgres-files.ts'
import { postgresConf, postgresTuning, thisMachine } from './postgres-tuning.ts'
import { scramVerifier } from './scram.ts'

export const ownerRole = 'niangjia_owner'

/** Makes a new cluster: Chinese order by ICU, UTF-8, page checksums. A crash halfway leaves nothing that looks finished. */
export function makeCluster(files: PostgresFiles, password: string): void {
  const half = `${files.cluster}.half`
  const passwordFile = `${files.cluster}.password`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  files.user.own(passwordFile)
  try {
    // words are ordered by ICU; the C library only tells letters apart, and its UTF-8 has other names on other systems
    const locales = ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8']
    let fault: string | undefined
    for (const locale of locales) {
      fault = initdb(files, half, passwordFile, locale)
      if (!fault) break
    }
    if (fault) throw new Error(`数据库建不起来：${fault} (initdb failed, ${files.user.mode})`)
    renameSync(half, files.cluster)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(half, { recursive: true, force: true })
  }
}

/** Answers what went wrong, or nothing. */
function initdb(files: PostgresFiles, folder: string, passwordFile: string, locale: string): string | undefined {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  files.user.own(folder)
  const owner = ['-D', folder, '-U', ownerRole, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions']
  const order = ['-E', 'UTF8', `--locale=${locale}`, '--locale-provider=icu', '--icu-locale=zh-Hans-CN']
  const [program, args] = files.user.command(files.programs.initdb, [...owner, ...order, '--data-checksums'])
  const made = spawnSync(program, args, { ...files.user.ids, cwd: files.dataDir, encoding: 'utf8' })
  return made.status === 0 && existsSync(`${folder}/PG_VERSION`) ? undefined : lastLine(made.stderr) || `${made.error}`
}

const lastLine = (text: string | null): string => (text ?? '').trim().split('\n').at(-1) ?? ''

/** Writes postgresql.conf for this machine; the operator's own parameters in DATA_DIR/postgres.conf come last and win. */
export function writeConf(files: PostgresFiles): void {
  const conf = join(files.cluster, 'postgresql.conf')
  const own = existsSync(join(files.dataDir, 'postgres.conf')) ? '../postgres.conf' : undefined
  const door: Record<string, string> =
    process.platform === 'win32'
      ? { listen_addresses: files.host }
      : { listen_addresses: '', unix_socket_directories: files.host, unix_socket_permissions: '0700' }
  const parameters = { ...door, port: String(files.port), ...postgresTuning(thisMachine(files.dataDir)) }
  writeFileSync(conf, postgresConf(parameters, own), { mode: 0o600 })
  files.user.own(conf)
}

/**
 * Sets the owner's password in a cluster that is not running, recovering it first if need be: for a lost secret, or a
 * restored backup.
 */
export async function resetOwnerPassword(files: PostgresFiles, password: string): Promise<void> {
  writeConf(files)
  const [program, args] = files.user.command(files.programs.postgres, ['--single', '-D', files.cluster, 'postgres'])
  const child = spawn(program, args, { ...files.user.ids, cwd: files.dataDir, stdio: ['pipe', 'ignore', 'pipe'] })
  child.stdin.end(`alter role ${ownerRole} password '${scramVerifier(password)}'\n`)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', text => {
    said += text
  })
  const [code] = await once(child, 'close')
  const wrong = said.split('\n').find(line => /(ERROR|FATAL|PANIC):/.test(line))
  if (code !== 0 || wrong) throw new Error(`数据库的密码设不上：${wrong ?? code} (cannot set the database password)`)
}
