import assert from 'node:assert/strict'
import { sign, verify } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeCipher } from './cipher.ts'
import { addDataKey, readKeys } from './keys.ts'

const folder = await mkdtemp(join(tmpdir(), 'niangjia-keys-'))
test.after(() => rm(folder, { recursive: true }))
const fileOf = (name: string) => join(folder, `${name}.json`)

test('the first start makes keys only their owner can read, the next reads the same ones', async () => {
  const file = fileOf('first')
  const made = await readKeys({ file })
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  const again = await readKeys({ file, expectedId: made.id })
  assert.deepEqual(
    [again.id, again.data, again.index, again.audit, again.session],
    [made.id, made.data, made.index, made.audit, made.session],
  )
  assert.equal(new Set([made.data[0]!.key, made.index, made.audit].map(key => key.toString('hex'))).size, 3)
  const signature = sign(null, Buffer.from('figure'), made.issue.privateKey)
  assert.ok(verify(null, Buffer.from('figure'), again.issue.publicKey, signature))
  assert.deepEqual(
    (await readdir(folder)).filter(name => name.includes('half')),
    [],
  )
})

test('a file others can read is refused, and the line says what to do', {
  skip: process.platform === 'win32',
}, async () => {
  const file = fileOf('open')
  await readKeys({ file })
  for (const mode of [0o640, 0o604, 0o660, 0o601]) {
    await chmod(file, mode)
    await assert.rejects(readKeys({ file }), /chmod 600/)
  }
  await chmod(file, 0o400)
  assert.ok(await readKeys({ file }))
})

test('keys from the environment, as JSON or in base64, need no file', async () => {
  const file = fileOf('source')
  const { id } = await readKeys({ file })
  const text = await readFile(file, 'utf8')
  const nowhere = join(folder, 'none', 'keys.json')
  assert.equal((await readKeys({ file: nowhere, text })).id, id)
  assert.equal((await readKeys({ file: nowhere, text: Buffer.from(text).toString('base64') })).id, id)
})

test('an existing database never gets new keys, nor those of another', async () => {
  const file = fileOf('lost')
  await assert.rejects(readKeys({ file, expectedId: '0123456789abcdef' }), /找不到密钥文件/)
  await assert.rejects(stat(file))
  await readKeys({ file })
  await assert.rejects(readKeys({ file, expectedId: '0123456789abcdef' }), /不是这个数据库的密钥/)
})

test('damaged keys are refused in one line that does not show them', async () => {
  const file = fileOf('damaged')
  await readKeys({ file })
  const keys = JSON.parse(await readFile(file, 'utf8'))
  const damaged = [
    { ...keys, index: keys.index.slice(0, 20) },
    { ...keys, data: [] },
    { ...keys, issue: keys.audit },
    { ...keys, format: 2 },
    { ...keys, session: undefined },
  ]
  for (const one of [...damaged.map(value => JSON.stringify(value)), 'nonsense', '']) {
    await writeFile(file, one)
    await assert.rejects(readKeys({ file }), (error: Error) => {
      assert.match(error.message, /^密钥读不出来[^\n]*$/)
      assert.ok(!error.message.includes(keys.audit))
      return true
    })
  }
})

test('after a new data key, new values use it and old values still open', async () => {
  const file = fileOf('rotated')
  const before = makeCipher(await readKeys({ file }), 'aes').seal('王小花', 'person/1/name')
  assert.equal(await addDataKey(file), '2')
  const cipher = makeCipher(await readKeys({ file }), 'aes')
  assert.equal(cipher.open(before, 'person/1/name'), '王小花')
  assert.match(cipher.seal('王小花', 'person/1/name'), /^a\.2\./)
  assert.equal((await stat(file)).mode & 0o777, 0o600)
})
