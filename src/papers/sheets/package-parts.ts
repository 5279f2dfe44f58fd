import { Readable } from 'node:stream'
import JSZip from 'jszip'
import { Problem } from '#base/problem'
import { unreadable } from './unreadable.ts'

/** Beyond these a workbook is refused: a few kilobytes can unpack to more than any machine holds. Characters, bytes. */
const MOST_IN_A_PART = 900_000_000
const MOST_AT_ONCE = 64_000_000

/** The parts of an unzipped workbook. Nothing is unpacked before it is asked for. */
export type Parts = {
  readonly zip: JSZip
  readonly has: (name: string) => boolean
  /** A small part whole; Problem rule `too-large` beyond 64 MB. */
  readonly text: (name: string) => Promise<string>
  /** A part in pieces, unpacked only as fast as they are taken. */
  readonly stream: (name: string) => AsyncGenerator<string, void, undefined>
  /** The same as bytes. */
  readonly bytes: (name: string) => AsyncGenerator<Uint8Array, void, undefined>
}

/** Opens a zip held in memory (packed: 100,000 rows are about 6 MB). Problem rule `not-a-workbook` when it is none. */
export async function openParts(bytes: Uint8Array): Promise<Parts> {
  const zip = await JSZip.loadAsync(bytes).catch(() => undefined)
  if (!zip) throw unreadable('not-a-workbook')
  return {
    zip,
    has: name => zip.file(name) !== null,
    stream: name => decoded(unpack(zip, name, MOST_IN_A_PART)),
    bytes: name => unpack(zip, name, MOST_IN_A_PART),
    async text(name) {
      let text = ''
      for await (const piece of decoded(unpack(zip, name, MOST_AT_ONCE))) text += piece
      return text
    },
  }
}

async function* unpack(zip: JSZip, name: string, most: number): AsyncGenerator<Uint8Array, void, undefined> {
  const part = zip.file(name)
  if (!part) throw unreadable('not-a-workbook')
  let taken = 0
  // JSZip's stream is of an old make without async iteration; wrapping keeps its back-pressure.
  const stream = new Readable({ highWaterMark: 1 << 16 }).wrap(part.nodeStream())
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      taken += chunk.length
      if (taken > most) throw unreadable('too-large')
      yield chunk
    }
  } catch (error) {
    throw error instanceof Problem ? error : unreadable('not-a-workbook')
  }
}

async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
