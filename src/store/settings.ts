import { readFileSync, statSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import type { Algorithm } from './cipher.ts'
import { noticesOf, type NoticeSettings } from './notice-settings.ts'
import type { Setting } from './setting-kinds.ts'
import { type LogLevel, settingsList } from './settings-list.ts'

/** The settings of one installation; folders and files are absolute. */
export type Settings = {
  port: number
  host: string
  dataDir: string
  databaseUrl?: string
  appDatabaseUrl?: string
  /** Absent when it follows from host and port: the server knows the port only after it listens. */
  appUrl?: string
  logLevel: LogLevel
  cipher: Algorithm
  keyFile: string
  keys?: string
  /** Single sign-on, where an issuer is named. */
  single?: SingleSignOn
  /** How notices go out, where a way is set up. */
  notices?: NoticeSettings
  /** The settings file that was read. */
  file?: string
}

/** Where people may sign in besides here (OpenID Connect), and which of its claims is their user name. */
export type SingleSignOn = {
  readonly issuer: string
  readonly client: string
  readonly secret?: string
  readonly name: string
  readonly claim: string
}

export type { ChatSettings, MailSettings, NoticeSettings, SmsSettings } from './notice-settings.ts'

type Environment = Record<string, string | undefined>

/**
 * Settings from the environment, then from the file NIANGJIA_SETTINGS names or DATA_DIR/niangjia.json, then the defaults.
 * An empty variable counts as absent. A value that will not do, or a name the file should not have, throws one line.
 */
export function readSettings(env: Environment, cwd: string): Settings {
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(cwd, path))
  const named = env['NIANGJIA_SETTINGS'] || undefined
  const usual = join(absolute(env['DATA_DIR'] || settingsList.dataDir.fallback), 'niangjia.json')
  const path = named ? absolute(named) : usual
  const file = settingsFile(path, named !== undefined)
  const get = <Value>(one: Setting<Value>): Value | undefined => valueOf(one, env, file, path)
  const dataDir = absolute(get(settingsList.dataDir) ?? settingsList.dataDir.fallback)
  const optional = {
    databaseUrl: get(settingsList.databaseUrl),
    appDatabaseUrl: get(settingsList.appDatabaseUrl),
    appUrl: get(settingsList.appUrl),
    keys: get(settingsList.keys),
    single: singleOf(get),
    notices: noticesOf(get),
    file: file && path,
  }
  if (optional.appDatabaseUrl && !optional.databaseUrl)
    throw new Error(
      '写了 APP_DATABASE_URL 就要同时写 DATABASE_URL (APP_DATABASE_URL needs DATABASE_URL: the user who owns the database)',
    )
  return {
    port: get(settingsList.port) ?? Number(settingsList.port.fallback),
    host: get(settingsList.host) ?? settingsList.host.fallback,
    dataDir,
    logLevel: get(settingsList.logLevel) ?? 'info',
    cipher: get(settingsList.cipher) ?? 'aes',
    keyFile: absolute(get(settingsList.keyFile) ?? join(dataDir, 'keys.json')),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  }
}

function singleOf(get: <Value>(one: Setting<Value>) => Value | undefined): SingleSignOn | undefined {
  const issuer = get(settingsList.oidcIssuer)
  if (!issuer) return undefined
  const secret = get(settingsList.oidcSecret)
  return {
    issuer,
    client: get(settingsList.oidcClient) ?? settingsList.oidcClient.fallback,
    ...(secret ? { secret } : {}),
    name: get(settingsList.oidcName) ?? settingsList.oidcName.fallback,
    claim: get(settingsList.oidcClaim) ?? settingsList.oidcClaim.fallback,
  }
}

function valueOf<Value>(one: Setting<Value>, env: Environment, file: File, path: string): Value | undefined {
  const fromEnv = env[one.env] || undefined
  const text = fromEnv ?? (one.file ? file?.[one.file] : undefined)
  if (text === undefined) return undefined
  const value = one.read(text)
  if (value !== undefined) return value
  const where = fromEnv === undefined ? `${path} 里的 ${one.file}` : `环境变量 ${one.env}`
  // an address may carry a password, and KEYS is one
  const shown = one.allowed.includes('postgres') || /^(KEYS|SMTP_URL|.*SECRET)$/.test(one.env) ? '' : `“${text}”`
  throw new Error(`${where} 的值${shown}不对，可以是：${one.allowed} (${one.env} must be: ${one.allowed})`)
}

type File = Record<string, string> | undefined

function settingsFile(path: string, named: boolean): File {
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    // every failure of readFileSync carries a code
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && !named) return undefined
    throw new Error(`设置文件 ${path} 读不到：${code} (cannot read the settings file)`)
  }
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch {
    throw new Error(`设置文件 ${path} 不是正确的 JSON (the settings file is not valid JSON)`)
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Error(`设置文件 ${path} 应当是一个 JSON 对象 (the settings file must hold one JSON object)`)
  const known: string[] = Object.values(settingsList).flatMap((one: Setting<unknown>) => one.file ?? [])
  if (!named) known.splice(known.indexOf('dataDir'), 1)
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(json)) {
    if (!known.includes(name))
      throw new Error(
        `设置文件 ${path} 里没有“${name}”这个设置，可以有：${known.join('、')} (unknown setting "${name}")`,
      )
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new Error(`设置文件 ${path} 里的 ${name} 应当是文字或数字 (${name} must be a text or a number)`)
    values[name] = String(value)
  }
  refuseOpenSecrets(path, values)
  return values
}

function refuseOpenSecrets(path: string, values: Record<string, string>): void {
  const secret = ['databaseUrl', 'appDatabaseUrl'].some(name => /\/\/[^/@]*:[^/@]+@/.test(values[name] ?? ''))
  if (secret && process.platform !== 'win32' && statSync(path).mode & 0o077)
    throw new Error(
      `设置文件 ${path} 里有数据库密码，别人也能读，请执行 chmod 600 ${path} (the settings file holds a password and others can read it: chmod 600)`,
    )
}
