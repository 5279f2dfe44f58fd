import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip, createZstdCompress } from 'node:zlib'
import pg from 'pg'
import { clusterList, type Manifest, thisPlatform, walk, walSegments } from './backup-list.ts'
import { tarEnd, tarHeader, tarPadding } from './tar.ts'

export type BackupOptions = {
  /** As the owner of the built-in database, which must be running; people may go on working. */
  ownerConnection: pg.ClientConfig
  dataDir: string
  /** A new file ending in .tar.zst or .tar.gz. Beside it comes FILE.sha256. */
  out: string
  /** Puts the keys into the backup: then whoever has the backup can read everything. */
  keyFile?: string
  /** Bytes read so far and in all. `ending`: everything committed until now will be inside. */
  onProgress?: (progress: { stage: 'database' | 'ending' | 'rest'; done: number; total: number }) => void
}

export type BackupResult = { out: string; bytes: number; sha256: string; manifest: Manifest }

/** Takes a backup of a data folder under load: the whole cluster as of the end of the backup, uploaded files and settings. */
export async function backup(options: BackupOptions): Promise<BackupResult> {
  const out = resolve(options.out)
  const half = `${out}.half`
  const packer = packerFor(out)
  if (fs.existsSync(out)) throw new Error(`${out} 已经存在，请换一个文件名 (the file exists already)`)
  const client = new pg.Client({ ...options.ownerConnection, application_name: 'niangjia backup' })
  let lost: Error | undefined
  client.on('error', error => {
    lost = error
  })
  await client.connect()
  try {
    await refuseOutside(client, options.dataDir)
    const archive = new Archive(options)
    const whole = createHash('sha256')
    let bytes = 0
    const measure = async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        if (lost) throw lost
        whole.update(chunk)
        bytes += chunk.length
        yield chunk
      }
    }
    const file = fs.createWriteStream(half, { flags: 'w', mode: 0o600, flush: true })
    await pipeline(Readable.from(archive.pieces(client)), packer, measure, file)
    const sha256 = whole.digest('hex')
    fs.writeFileSync(`${out}.sha256`, `${sha256}  ${basename(out)}\n`)
    fs.renameSync(half, out)
    return { out, bytes, sha256, manifest: archive.manifest }
  } catch (error) {
    fs.rmSync(half, { force: true })
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

function packerFor(out: string) {
  if (!fs.existsSync(dirname(out))) throw new Error(`没有文件夹 ${dirname(out)} (no such folder)`)
  if (out.endsWith('.tar.gz')) return createGzip({ level: 1 })
  const params = { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 }
  if (out.endsWith('.tar.zst')) return createZstdCompress({ params })
  throw new Error('备份的文件名要以 .tar.zst 或 .tar.gz 结尾 (the backup must be named .tar.zst or .tar.gz)')
}

async function refuseOutside(client: pg.Client, dataDir: string): Promise<void> {
  const cluster = join(fs.realpathSync(dataDir), 'postgres')
  const where = `select setting from pg_settings where name = 'data_directory'`
  if ((await client.query<{ setting: string }>(where)).rows[0]?.setting !== cluster)
    throw new Error(
      '这个备份只管自带的数据库；用 DATABASE_URL 时请用 pg_basebackup 或 pg_dump 备份 (this backs up the built-in database only; with DATABASE_URL use pg_basebackup or pg_dump)',
    )
}

/** Makes the archive's bytes, piece by piece, as fast as they are taken. */
class Archive {
  readonly #options: BackupOptions
  readonly #dataDir: string
  readonly #files: Manifest['files'] = []
  #done = 0
  #total = 0
  #made: Manifest | undefined

  constructor(options: BackupOptions) {
    this.#options = options
    this.#dataDir = fs.realpathSync(options.dataDir)
  }

  get manifest(): Manifest {
    if (!this.#made) throw new Error('the backup has not ended')
    return this.#made
  }

  async *pieces(client: pg.Client): AsyncGenerator<Buffer> {
    const cluster = join(this.#dataDir, 'postgres')
    // keeps the WAL we shall need; vanishes with this session
    const slot = `niangjia_backup_${process.pid}_${Date.now()}`
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot])
    await client.query(`select pg_backup_start('niangjia', true)`)
    const list = clusterList(cluster)
    this.#total = list.reduce((sum, { size }) => sum + size, 0)
    yield tarHeader({ name: 'postgres/', size: 0 }, Date.now() / 1000)
    for (const { name } of list) yield* this.#copy(join(cluster, name), `postgres/${name}`, 'database')
    this.#tell('ending')
    const stopped = await client.query<{ label: string; to: string; version: string }>(
      `select labelfile as label, pg_walfile_name(lsn) as to, current_setting('server_version') as version
       from pg_backup_stop(false)`,
    )
    const [{ label, to, version } = { label: '', to: '', version: '' }] = stopped.rows
    const made = new Date().toISOString()
    const from = /\(file ([0-9A-F]{24})\)/.exec(label)?.[1] ?? ''
    yield* this.#text('postgres/backup_label', label)
    for (const name of walSegments(from, to)) {
      const wal = join(cluster, 'pg_wal', name)
      if (!fs.existsSync(wal))
        throw new Error(`缺少数据库日志 ${name}，请重新备份 (a WAL segment is gone; back up again)`)
      yield* this.#copy(wal, `postgres/pg_wal/${name}`, 'rest')
    }
    yield* this.#besides()
    const { keyFile } = this.#options
    if (keyFile) yield* this.#text('keys.json', fs.readFileSync(keyFile, 'utf8'))
    const facts = { made, postgres: version, platform: thisPlatform, wal: { from, to }, keysInside: Boolean(keyFile) }
    this.#made = { product: 'niangjia', format: 1, ...facts, files: [...this.#files] }
    yield* this.#text('manifest.json', JSON.stringify(this.#made))
    yield tarEnd()
  }

  /** Uploaded files are written before the rows that name them, so after the database all of them are there. */
  async *#besides(): AsyncGenerator<Buffer> {
    const folder = join(this.#dataDir, 'files')
    const uploads = fs.existsSync(folder) ? [{ name: '', size: 0 }, ...walk(folder)] : []
    this.#total += uploads.reduce((sum, { size }) => sum + size, 0)
    for (const { name } of uploads) yield* this.#copy(join(folder, name), `files/${name}`, 'rest')
    for (const name of ['niangjia.json', 'postgres.conf'])
      if (fs.existsSync(join(this.#dataDir, name))) yield* this.#copy(join(this.#dataDir, name), name, 'rest')
  }

  async *#text(name: string, text: string): AsyncGenerator<Buffer> {
    const content = Buffer.from(text, 'utf8')
    this.#files.push({ name, size: content.length, sha256: createHash('sha256').update(content).digest('hex') })
    yield tarHeader({ name, size: content.length }, Date.now() / 1000)
    yield content
    yield tarPadding(content.length)
  }

  /** A file may grow, shrink or vanish while it is read: it enters with the size it had at first, and the WAL mends it. */
  async *#copy(path: string, name: string, stage: 'database' | 'rest'): AsyncGenerator<Buffer> {
    if (name.endsWith('/')) return yield tarHeader({ name, size: 0 }, Date.now() / 1000)
    const handle = await open(path).catch(() => undefined)
    if (!handle) return
    try {
      const { size, mtimeMs } = await handle.stat()
      const hash = createHash('sha256')
      yield tarHeader({ name, size }, mtimeMs / 1000)
      for (let at = 0; at < size; at += piece) {
        const bytes = await readFully(handle, at, Math.min(piece, size - at), name.endsWith('global/pg_control'))
        hash.update(bytes)
        this.#done += bytes.length
        yield bytes
      }
      yield tarPadding(size)
      this.#files.push({ name, size, sha256: hash.digest('hex') })
      this.#tell(stage)
    } finally {
      await handle.close()
    }
  }

  #tell(stage: 'database' | 'ending' | 'rest'): void {
    this.#total = Math.max(this.#total, this.#done)
    this.#options.onProgress?.({ stage, done: this.#done, total: this.#total })
  }
}

const piece = 2 ** 20

/** With `twice`, reads again until two readings agree: pg_control must not be caught half written. */
async function readFully(handle: FileHandle, at: number, length: number, twice: boolean): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  for (let got = 0; got < length; ) {
    const { bytesRead } = await handle.read(bytes, got, length - got, at + got)
    if (!bytesRead) break
    got += bytesRead
  }
  if (!twice) return bytes
  const again = await readFully(handle, at, length, false)
  return again.equals(bytes) ? bytes : readFully(handle, at, length, true)
}
