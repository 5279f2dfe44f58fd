/** One thing in a tar archive; folders end in '/'. */
export type TarEntry = { name: string; size: number }

const block = 512
const zeros = Buffer.alloc(block)

/** The header of a file or folder, in the ustar format every tar reads. Mode 0600 and 0700: nobody else's business. */
export function tarHeader(entry: TarEntry, seconds: number): Buffer {
  const folder = entry.name.endsWith('/')
  const { name, prefix } = splitName(entry.name)
  const header = Buffer.alloc(block)
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`
  header.write(name, 0, 100)
  header.write(octal(folder ? 0o700 : 0o600, 8), 100)
  header.write(octal(0, 8) + octal(0, 8), 108)
  header.write(octal(entry.size, 12), 124)
  header.write(octal(Math.floor(seconds), 12), 136)
  header.write(' '.repeat(8), 148)
  header.write(folder ? '5' : '0', 156)
  header.write('ustar\x0000', 257)
  header.write(prefix, 345, 155)
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** What follows a file of this size up to the next block. */
export const tarPadding = (size: number): Buffer => zeros.subarray(0, (block - (size % block)) % block)

/** The end of an archive. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * block)

function splitName(full: string): { name: string; prefix: string } {
  if (Buffer.byteLength(full) <= 100) return { name: full, prefix: '' }
  for (let slash = full.indexOf('/'); slash > 0; slash = full.indexOf('/', slash + 1)) {
    const [prefix, name] = [full.slice(0, slash), full.slice(slash + 1)]
    if (name && Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(name) <= 100) return { name, prefix }
  }
  throw new Error(`文件名太长，备份不了：${full} (file name too long for the archive)`)
}

/** The sum of the header's bytes, its own field read as spaces. */
const checksum = (header: Buffer): number => {
  let sum = 8 * 32
  for (let at = 0; at < block; at++) if (at < 148 || at >= 156) sum += header[at] ?? 0
  return sum
}

/**
 * Reads an archive of ours from a stream: each entry with its content in pieces, to be used up before the next entry.
 * Ends at the archive's end; throws when it breaks off or holds what we do not write (links, devices).
 */
export async function* readTar(
  source: AsyncIterable<Buffer>,
): AsyncGenerator<TarEntry & { content: AsyncGenerator<Buffer> }> {
  const bytes = byteReader(source)
  for (;;) {
    const header = await bytes.exactly(block)
    if (header.equals(zeros)) break
    const field = (at: number, length: number) => header.toString('utf8', at, at + length).replace(/\0.*$/s, '')
    if (Number.parseInt(field(148, 8), 8) !== checksum(header)) throw broken()
    const prefix = field(345, 155)
    const name = (prefix && `${prefix}/`) + field(0, 100)
    const size = Number.parseInt(field(124, 12), 8)
    if (!/[05]/.test(field(156, 1)) || !Number.isSafeInteger(size)) throw broken()
    yield { name, size, content: bytes.pieces(size) }
    await bytes.exactly(tarPadding(size).length)
  }
  await bytes.rest()
}

const broken = (): Error => new Error('备份文件不完整或被改过 (the backup is incomplete or was changed)')

function byteReader(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)

  async function more(): Promise<void> {
    const next = await chunks.next()
    if (next.done) throw broken()
    held = held.length ? Buffer.concat([held, next.value]) : next.value
  }

  return {
    async exactly(count: number): Promise<Buffer> {
      while (held.length < count) await more()
      const taken = held.subarray(0, count)
      held = held.subarray(count)
      return taken
    },
    async *pieces(count: number): AsyncGenerator<Buffer> {
      for (let left = count; left > 0; ) {
        if (!held.length) await more()
        const taken = held.subarray(0, left)
        held = held.subarray(taken.length)
        left -= taken.length
        yield taken
      }
    },
    /** Reads to the end, so that checks over the whole stream see all of it. */
    async rest(): Promise<void> {
      while (!(await chunks.next()).done) held = Buffer.alloc(0)
    },
  }
}
