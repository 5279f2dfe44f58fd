import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file to be packed, whole or in pieces that are taken only as fast as the packed bytes are. */
export type PartOut = { readonly name: string; readonly content: string | AsyncIterable<string | Uint8Array> }

type Entry = { readonly name: Buffer; readonly at: number; crc: number; packed: number; size: number }

const VERSION = 20
const DEFLATE = 8
/** Sizes follow the content (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808
/** 1980-01-01, the first day a zip can tell: the same content makes the same bytes. */
const DAY = 0x0021
const MOST = 0xffff_ffff

/**
 * Packs parts one after the other into a zip, without ever holding one whole. Deflating runs beside the event loop, which is
 * why this is not left to JSZip. Throws RangeError beyond 4 GB.
 */
export async function* zipOut(parts: AsyncIterable<PartOut> | Iterable<PartOut>): AsyncGenerator<Uint8Array, void> {
  const entries: Entry[] = []
  let at = 0
  for await (const { name, content } of parts) {
    const entry: Entry = { name: Buffer.from(name), at, crc: 0, packed: 0, size: 0 }
    entries.push(entry)
    for await (const chunk of packed(content, entry)) {
      at += chunk.length
      yield chunk
    }
    if (at > MOST || entry.size > MOST) throw new RangeError('a workbook of more than 4 GB')
  }
  const directory = Buffer.concat(entries.map(centralHead))
  yield directory
  yield ending(entries.length, directory.length, at)
}

async function* packed(content: PartOut['content'], entry: Entry): AsyncGenerator<Uint8Array, void> {
  yield localHead(entry)
  yield* deflated(content, entry)
  yield descriptor(entry)
}

async function* deflated(content: PartOut['content'], entry: Entry): AsyncGenerator<Uint8Array, void> {
  const deflate = createDeflateRaw({ level: 6, chunkSize: 1 << 16 })
  // An error of the source destroys `deflate`, where the loop below meets it.
  pipeline(Readable.from(measured(content, entry), { highWaterMark: 1 }), deflate, () => {})
  for await (const chunk of deflate as AsyncIterable<Uint8Array>) {
    entry.packed += chunk.length
    yield chunk
  }
}

async function* measured(content: PartOut['content'], entry: Entry): AsyncGenerator<Uint8Array, void> {
  for await (const piece of typeof content === 'string' ? [content] : content) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    yield bytes
  }
}

function localHead({ name }: Entry): Uint8Array {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt16LE(DEFLATE, 8)
  head.writeUInt16LE(DAY, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function descriptor({ crc, packed, size }: Entry): Uint8Array {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeUInt32LE(packed, 8)
  tail.writeUInt32LE(size, 12)
  return tail
}

function centralHead({ name, at, crc, packed, size }: Entry): Uint8Array {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(VERSION, 6)
  head.writeUInt16LE(FLAGS, 8)
  head.writeUInt16LE(DEFLATE, 10)
  head.writeUInt16LE(DAY, 14)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(packed, 20)
  head.writeUInt32LE(size, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt32LE(at, 42)
  return Buffer.concat([head, name])
}

function ending(count: number, length: number, at: number): Uint8Array {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return end
}
