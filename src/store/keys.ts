import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { chmod, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * The keys of one installation. They never enter the database, and no backup unless asked for.
 * `data` seals guarded fields (newest last: the last one seals, all open); `index` makes blind indexes;
 * `audit` binds the audit chain; `issue` signs issued figures (Ed25519); `session` signs session cookies.
 */
export type Keys = {
  id: string
  data: { id: string; key: Buffer }[]
  index: Buffer
  audit: Buffer
  issue: { privateKey: KeyObject; publicKey: KeyObject }
  session: string
}

type KeysText = { format: 1; id: string; data: { id: string; key: string }[] } & Record<
  'index' | 'audit' | 'issue' | 'session',
  string
>

/**
 * Reads the keys from `text` (the KEYS setting: the file's JSON, plain or in base64) or from `file`, mode 0600 or narrower.
 * `expectedId` is the id of the keys the database was begun with; without it the database is new and a missing
 * file is made. A file that is missing, too open, damaged or of another database is refused with one line.
 */
export async function readKeys(from: { file: string; text?: string; expectedId?: string }): Promise<Keys> {
  const keys = parseKeys(from.text ?? (await keysFileText(from.file, from.expectedId)), from.text ? 'KEYS' : from.file)
  if (from.expectedId && keys.id !== from.expectedId)
    throw new Error(
      `密钥 ${keys.id} 不是这个数据库的密钥（应为 ${from.expectedId}），请放回原来的密钥文件 (these keys belong to another database; put the original keys back)`,
    )
  return keys
}

async function keysFileText(file: string, expectedId: string | undefined): Promise<string> {
  const found = await stat(file).catch(() => undefined)
  if (!found && expectedId)
    throw new Error(
      `找不到密钥文件 ${file}，没有它已加密的内容无法打开，请放回原来的密钥文件 (key file ${file} is missing; put the original back)`,
    )
  if (!found) {
    const made = JSON.stringify(newKeys(), undefined, 2)
    await writePrivately(file, made).catch(error => {
      throw new Error(`密钥文件 ${file} 写不进去：${error.code} (cannot write the key file)`)
    })
    return made
  }
  if (process.platform !== 'win32' && found.mode & 0o077)
    throw new Error(
      `密钥文件 ${file} 的权限是 ${(found.mode & 0o777).toString(8)}，别人也能读，请执行 chmod 600 ${file} (key file is readable by others: chmod 600)`,
    )
  return readFile(file, 'utf8')
}

/** Adds a new data key to the file: from the next start it seals, and the older ones still open. Returns its id. */
export async function addDataKey(file: string): Promise<string> {
  const text = await keysFileText(file, 'any')
  parseKeys(text, file)
  // parseKeys has just proved the shape
  const keys = JSON.parse(text) as KeysText
  const id = String(Math.max(...keys.data.map(one => Number(one.id))) + 1)
  keys.data.push({ id, key: randomBytes(32).toString('base64') })
  await writePrivately(file, JSON.stringify(keys, undefined, 2))
  return id
}

function newKeys(): KeysText {
  const secret = () => randomBytes(32).toString('base64')
  const issue = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  const data = [{ id: '1', key: secret() }]
  return {
    format: 1,
    id: randomBytes(8).toString('hex'),
    data,
    index: secret(),
    audit: secret(),
    issue,
    session: secret(),
  }
}

function parseKeys(text: string, source: string): Keys {
  try {
    const json = text.trimStart().startsWith('{') ? text : Buffer.from(text, 'base64').toString('utf8')
    // every field is checked below
    const keys = JSON.parse(json) as KeysText
    const secret = (value: string): Buffer => {
      const bytes = Buffer.from(value, 'base64')
      if (bytes.length !== 32) throw new Error('a key must have 32 bytes')
      return bytes
    }
    if (keys.format !== 1 || !/^[0-9a-f]{16}$/.test(keys.id)) throw new Error('unknown format')
    if (!keys.data.length || !keys.data.every(one => /^\d+$/.test(one.id))) throw new Error('no data key')
    const privateKey = createPrivateKey({ key: Buffer.from(keys.issue, 'base64'), format: 'der', type: 'pkcs8' })
    secret(keys.session)
    return {
      id: keys.id,
      data: keys.data.map(one => ({ id: one.id, key: secret(one.key) })),
      index: secret(keys.index),
      audit: secret(keys.audit),
      issue: { privateKey, publicKey: createPublicKey(privateKey) },
      session: keys.session,
    }
  } catch {
    // the cause may quote the text, and the text is secret
    throw new Error(`密钥读不出来：${source} 的内容不完整或被改过 (keys in ${source} are incomplete or damaged)`)
  }
}

/** Writes a file of mode 0600 so that a crash leaves the old one or the new one, never half of one. */
export async function writePrivately(file: string, text: string): Promise<void> {
  const half = `${file}.${randomBytes(4).toString('hex')}.half`
  const handle = await open(half, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await chmod(half, 0o600)
  await rename(half, file)
  if (process.platform === 'win32') return
  const folder = await open(dirname(file), 'r')
  await folder.sync().finally(() => folder.close())
}
