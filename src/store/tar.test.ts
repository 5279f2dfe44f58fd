import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readTar, tarEnd, tarHeader, tarPadding } from './tar.ts'

const pack = (files: { name: string; content: Buffer }[]): Buffer =>
  Buffer.concat([
    ...files.flatMap(({ name, content }) => [
      tarHeader({ name, size: content.length }, 0),
      content,
      tarPadding(content.length),
    ]),
    tarEnd(),
  ])

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function unpack(bytes: Buffer, length = 1000): Promise<{ name: string; content: Buffer }[]> {
  const files: { name: string; content: Buffer }[] = []
  for await (const { name, content } of readTar(inPieces(bytes, length)))
    files.push({ name, content: Buffer.concat(await Array.fromAsync(content)) })
  return files
}

const part = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }).map(text => text.replace(/[/\0]/g, '_'))
const name = fc.array(part, { minLength: 1, maxLength: 6 }).map(parts => parts.join('/'))
const content = fc.uint8Array({ maxLength: 2000 }).map(bytes => Buffer.from(bytes))

test('what is packed comes out, however the stream is cut', async () => {
  const files = fc.array(fc.record({ name, content }, { noNullPrototype: true }), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 3000 }), async (list, length) => {
      assert.deepEqual(await unpack(pack(list), length), list)
    }),
    { numRuns: 100 },
  )
})

test('an archive that breaks off, a changed header, or a link is refused', async () => {
  const whole = pack([{ name: 'postgres/base/1/2', content: Buffer.from('row') }])
  for (const length of [100, 512, 513, 1024]) await assert.rejects(unpack(whole.subarray(0, length)), /不完整/)
  const changed = Buffer.from(whole)
  changed[3] = 65
  await assert.rejects(unpack(changed), /不完整/)
  const link = tarHeader({ name: 'x', size: 0 }, 0)
  link[156] = 0x32
  link.write('        ', 148)
  const sum = link.reduce((total, byte) => total + byte, 0)
  link.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  await assert.rejects(unpack(Buffer.concat([link, tarEnd()])), /不完整/)
})

test('a name no archive can hold is named', () => {
  assert.throws(() => tarHeader({ name: '长'.repeat(40), size: 0 }, 0), /文件名太长/)
})
