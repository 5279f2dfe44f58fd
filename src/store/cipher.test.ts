import assert from 'node:assert/strict'
import { createCipheriv, createHash, generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Algorithm, makeCipher } from './cipher.ts'
import type { Keys } from './keys.ts'

const keys: Keys = {
  id: '0011223344556677',
  data: [{ id: '1', key: Buffer.alloc(32, 1) }],
  index: Buffer.alloc(32, 2),
  audit: Buffer.alloc(32, 3),
  issue: generateKeyPairSync('ed25519'),
  session: 'session',
}
const algorithms: Algorithm[] = ['aes', 'sm4']
const text = fc.string({ unit: 'binary', maxLength: 200 })
const refused = { message: /^加密内容打不开/ }

for (const algorithm of algorithms) {
  const cipher = makeCipher(keys, algorithm)

  test(`${algorithm}: what is sealed opens to the same text, in its own place only`, () => {
    fc.assert(
      fc.property(text, text, text, (plain, context, elsewhere) => {
        const sealed = cipher.seal(plain, context)
        assert.equal(cipher.open(sealed, context), plain)
        assert.notEqual(cipher.seal(plain, context), sealed)
        if (elsewhere !== context) assert.throws(() => cipher.open(sealed, elsewhere), refused)
      }),
      { numRuns: 300 },
    )
  })

  test(`${algorithm}: a change of any one character, or a cut anywhere, is found`, () => {
    const sealed = cipher.seal('家暴求助 13800138000', 'case/1/note')
    for (let place = 0; place < sealed.length; place++) {
      for (const letter of 'AZaz09-_.s'.split('').filter(one => one !== sealed[place])) {
        const changed = sealed.slice(0, place) + letter + sealed.slice(place + 1)
        assert.throws(() => cipher.open(changed, 'case/1/note'), refused, `${place} ${letter}`)
      }
      assert.throws(() => cipher.open(sealed.slice(0, place), 'case/1/note'), refused)
      assert.throws(() => cipher.open(`${sealed.slice(0, place)}=${sealed.slice(place)}`, 'case/1/note'), refused)
    }
    assert.throws(() => cipher.open(`${sealed}.x`, 'case/1/note'), refused)
  })

  test(`${algorithm}: a change of any one byte is found`, () => {
    const [letter, id, body = ''] = cipher.seal('户主', 'household/1/head').split('.')
    const bytes = Buffer.from(body, 'base64url')
    for (let place = 0; place < bytes.length; place++)
      for (const bit of [1, 128]) {
        const changed = Buffer.from(bytes)
        changed[place] = changed[place]! ^ bit
        assert.throws(
          () => cipher.open(`${letter}.${id}.${changed.toString('base64url')}`, 'household/1/head'),
          refused,
        )
      }
  })

  test(`${algorithm}: after switching from it, old values open and old indexes are found`, () => {
    const switched = makeCipher(keys, algorithm === 'aes' ? 'sm4' : 'aes')
    assert.equal(switched.open(cipher.seal('22010219850101002', 'p/1'), 'p/1'), '22010219850101002')
    const stored = cipher.blindIndex('phone', '13800138000')
    assert.notEqual(switched.blindIndex('phone', '13800138000'), stored)
    assert.ok(switched.blindIndexes('phone', '13800138000').includes(stored))
    assert.equal(switched.blindIndexes('phone', '13800138000')[0], switched.blindIndex('phone', '13800138000'))
  })

  test(`${algorithm}: blind indexes are of one length, keyed, and differ by kind and value`, () => {
    const other = makeCipher({ ...keys, index: Buffer.alloc(32, 9) }, algorithm)
    fc.assert(
      fc.property(text, text, (left, right) => {
        assert.equal(cipher.blindIndex('name', left).length, 24)
        assert.equal(cipher.blindIndex('name', left) === cipher.blindIndex('name', right), left === right)
        assert.notEqual(cipher.blindIndex('name', left), cipher.blindIndex('phone', left))
        assert.notEqual(cipher.blindIndex('name', left), other.blindIndex('name', left))
      }),
      { numRuns: 200 },
    )
  })
}

test('values of another installation do not open', () => {
  const theirs = makeCipher({ ...keys, data: [{ id: '1', key: Buffer.alloc(32, 7) }] }, 'aes')
  for (const algorithm of algorithms)
    assert.throws(() => theirs.open(makeCipher(keys, algorithm).seal('x', 'c'), 'c'), refused)
})

test('this Node computes SM4 and SM3 as the national standards print them', () => {
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
  assert.equal(cipher.update(key).toString('hex'), '681edf34d206965e86b3e94f536e4246')
  const digest = createHash('sm3').update('abc').digest('hex')
  assert.equal(digest, '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
})
