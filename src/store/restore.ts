import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import pg from 'pg'
import { type Manifest, thisPlatform, walk } from './backup-list.ts'
import { startEmbedded } from './embedded-postgres.ts'
import { postgresFiles } from './postgres-files.ts'
import { readTar } from './tar.ts'

export type RestoreOptions = {
  archive: string
  /** A folder that does not exist or is empty. */
  dataDir: string
  /** Bytes of the archive read so far and in all; then `recovering` until the database has been started once. */
  onProgress?: (progress: { stage: 'unpacking' | 'recovering'; done: number; total: number }) => void
}

export type RestoreResult = { manifest: Manifest; unpackMilliseconds: number; recoverMilliseconds: number }

/**
 * Restores a backup into an empty folder: unpacks, compares every file with the manifest, starts the database once so that
 * it recovers to the end of the backup, and stops it. On any failure the folder is empty again. Without keys inside, the
 * original key file must be put in place before the product is started.
 */
export async function restore(options: RestoreOptions): Promise<RestoreResult> {
  const archive = resolve(options.archive)
  const total = fs.statSync(archive, { throwIfNoEntry: false })?.size
  if (total === undefined) throw new Error(`没有备份文件 ${archive} (no such backup)`)
  if (fs.existsSync(options.dataDir) && fs.readdirSync(options.dataDir).length)
    throw new Error(
      `${options.dataDir} 不是空文件夹，只能恢复到空文件夹里 (a backup is restored into an empty folder only)`,
    )
  fs.mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  const dataDir = fs.realpathSync(options.dataDir)
  const begin = performance.now()
  try {
    const manifest = await unpack(archive, dataDir, total, options.onProgress)
    await settle(dataDir)
    const unpacked = performance.now()
    options.onProgress?.({ stage: 'recovering', done: total, total })
    await recover(dataDir)
    const milliseconds = { unpackMilliseconds: unpacked - begin, recoverMilliseconds: performance.now() - unpacked }
    return { manifest, ...milliseconds }
  } catch (error) {
    for (const name of fs.readdirSync(dataDir)) fs.rmSync(join(dataDir, name), { recursive: true, force: true })
    throw error
  }
}

// the cluster is put in its place last, so that a crash halfway leaves nothing that would start
const clusterHalf = 'postgres.half'
const known = /^(postgres\/|files\/|(niangjia\.json|postgres\.conf|keys\.json|manifest\.json)$)/

async function unpack(
  archive: string,
  dataDir: string,
  total: number,
  tell: RestoreOptions['onProgress'],
): Promise<Manifest> {
  const whole = createHash('sha256')
  const seen = new Map<string, string>()
  let done = 0
  let manifest: Manifest | undefined
  const measure = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      whole.update(chunk)
      done += chunk.length
      tell?.({ stage: 'unpacking', done, total })
      yield chunk
    }
  }
  const store = async (source: AsyncIterable<Buffer>) => {
    for await (const { name, content } of readTar(source)) {
      if (!known.test(name) || name.split('/').some(part => part === '..' || part.includes('\\'))) throw damaged(name)
      const path = join(dataDir, name.replace(/^postgres\//, `${clusterHalf}/`))
      if (name.endsWith('/')) fs.mkdirSync(path, { recursive: true, mode: 0o700 })
      else seen.set(name, await writeFile(path, content))
      if (name === 'manifest.json') manifest = readManifest(path)
    }
  }
  await pipeline(fs.createReadStream(archive, { highWaterMark: 2 ** 20 }), measure, unpacker(archive), store).catch(
    error => {
      throw /^(Z_|ZSTD_)/.test(error.code ?? '') ? damaged(archive) : error
    },
  )
  const noted = fs.existsSync(`${archive}.sha256`) && fs.readFileSync(`${archive}.sha256`, 'utf8').slice(0, 64)
  if (noted && noted !== whole.digest('hex')) throw damaged(`${archive}.sha256`)
  if (!manifest) throw damaged('manifest.json')
  const listed = new Map(manifest.files.map(file => [file.name, file.sha256]))
  listed.set('manifest.json', seen.get('manifest.json') ?? '')
  for (const [name, sha256] of listed) if (seen.get(name) !== sha256) throw damaged(name)
  for (const name of seen.keys()) if (!listed.has(name)) throw damaged(name)
  return manifest
}

const damaged = (what: string): Error =>
  new Error(`备份文件不完整或被改过：${what} (the backup is incomplete or was changed)`)

function unpacker(archive: string) {
  const start = Buffer.alloc(4)
  const file = fs.openSync(archive, 'r')
  fs.readSync(file, start, 0, 4, 0)
  fs.closeSync(file)
  if (start.readUInt16BE() === 0x1f8b) return createGunzip()
  if (start.readUInt32LE() === 0xfd2fb528) return createZstdDecompress()
  throw new Error(`${archive} 不是娘家的备份文件 (not a backup of ours)`)
}

async function writeFile(path: string, content: AsyncIterable<Buffer>): Promise<string> {
  fs.mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const bytes of content) {
      hash.update(bytes)
      await handle.writeFile(bytes)
    }
  } finally {
    await handle.close()
  }
  return hash.digest('hex')
}

function readManifest(path: string): Manifest {
  // the checks below and the comparison of every file prove it
  const manifest = JSON.parse(fs.readFileSync(path, 'utf8')) as Manifest
  if (manifest.product !== 'niangjia' || manifest.format !== 1 || !Array.isArray(manifest.files))
    throw damaged('manifest.json')
  if (manifest.postgres.split('.')[0] !== '18' || manifest.platform !== thisPlatform)
    throw new Error(
      `这份备份来自 ${manifest.platform} 上的 PostgreSQL ${manifest.postgres}，只能恢复到同样的系统上，这里是 ${thisPlatform} 上的 18 (the backup comes from another platform or version)`,
    )
  return manifest
}

/** Gives the cluster to the user PostgreSQL runs as, and puts it in its place. */
async function settle(dataDir: string): Promise<void> {
  fs.rmSync(join(dataDir, 'manifest.json'))
  const { user, cluster } = await postgresFiles(dataDir)
  const half = join(dataDir, clusterHalf)
  user.own(half)
  for (const { name } of walk(half)) user.own(join(half, name))
  fs.renameSync(half, cluster)
}

/** The passwords are not in the backup: the start makes new ones, and recovers the database on the way. */
async function recover(dataDir: string): Promise<void> {
  const embedded = await startEmbedded(dataDir)
  try {
    const client = new pg.Client(embedded.connection)
    await client.connect()
    await client.query('checkpoint').finally(() => client.end())
  } finally {
    await embedded.stop()
  }
}
