import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Keys } from './keys.ts'

/** `aes`: AES-256-GCM and HMAC-SHA-256. `sm4`: SM4-CTR then HMAC-SM3 (GB/T 32907, GB/T 32905), where the law asks for it. */
export type Algorithm = 'aes' | 'sm4'

/**
 * Seals what must not be read in the database. `context` names the place of the value ('person/<id>/name'):
 * a sealed text moved to another place does not open. The algorithm and the key's id stand in the sealed text,
 * so after a change of algorithm or key the old values still open.
 */
export type Cipher = {
  /** Never twice the same text for the same value: a sealed text cannot be searched for. */
  seal(plain: string, context: string): string
  /** Throws one line when the text was changed, belongs elsewhere, or its key is missing. */
  open(sealed: string, context: string): string
  /** A keyed fingerprint, 24 characters: equal for equal values of one kind ('identity', 'phone', 'name'). Normalise first. */
  blindIndex(kind: string, normalised: string): string
  /** The fingerprints under every algorithm, the current one first: search with these, store `blindIndex`. */
  blindIndexes(kind: string, normalised: string): string[]
}

/** A cipher that seals with the newest data key and the chosen algorithm, and opens everything sealed before. */
export function makeCipher(keys: Keys, algorithm: Algorithm): Cipher {
  const boxes = new Map<string, Box>(
    keys.data.flatMap(({ id, key }) => [[`a.${id}`, aesBox(key)] as const, [`s.${id}`, sm4Box(key)] as const]),
  )
  const newest = keys.data.at(-1)?.id
  const head = `${algorithm === 'aes' ? 'a' : 's'}.${newest}`
  const fingerprint = fingerprints(keys.index)
  const other: Algorithm = algorithm === 'aes' ? 'sm4' : 'aes'
  return {
    seal(plain, context) {
      const box = boxes.get(head)
      if (!box) throw new Error('没有可用的数据密钥 (no data key)')
      return `${head}.${box.seal(Buffer.from(plain, 'utf8'), bind(head, context)).toString('base64url')}`
    },
    open(sealed, context) {
      const [letter = '', id = '', text = '', ...rest] = sealed.split('.')
      const box = boxes.get(`${letter}.${id}`)
      const bytes = Buffer.from(text, 'base64url')
      // base64url has several spellings of the same bytes; only ours is genuine
      if (!box || rest.length || bytes.toString('base64url') !== text) throw cannotOpen()
      return box.open(bytes, bind(`${letter}.${id}`, context)).toString('utf8')
    },
    blindIndex: (kind, normalised) => fingerprint(algorithm, kind, normalised),
    blindIndexes: (kind, normalised) => [algorithm, other].map(one => fingerprint(one, kind, normalised)),
  }
}

type Box = { seal(plain: Buffer, bound: Buffer): Buffer; open(bytes: Buffer, bound: Buffer): Buffer }

const bind = (head: string, context: string): Buffer => Buffer.from(`niangjia/${head}/${context}`, 'utf8')

const cannotOpen = (): Error =>
  new Error('加密内容打不开：内容被改过，或不是用现有的密钥加密的 (sealed text was changed or its key is missing)')

/** One key never serves two purposes: each gets its own, derived by HKDF-SHA-256. */
const derive = (key: Buffer, purpose: string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `niangjia ${purpose}`, length))

/** nonce (12) ‖ ciphertext ‖ tag (16). Random 96-bit nonces are safe for some 2³² texts a key (NIST SP 800-38D). */
function aesBox(dataKey: Buffer): Box {
  const key = derive(dataKey, 'aes-256-gcm', 32)
  return {
    seal(plain, bound) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 }).setAAD(bound)
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(bytes, bound) {
      if (bytes.length < 28) throw cannotOpen()
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
      cipher.setAAD(bound).setAuthTag(bytes.subarray(-16))
      try {
        return Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()])
      } catch {
        throw cannotOpen()
      }
    },
  }
}

/** counter block (16) ‖ ciphertext ‖ HMAC-SM3 (32) of context, counter block and ciphertext: encrypt, then authenticate. */
function sm4Box(dataKey: Buffer): Box {
  const key = derive(dataKey, 'sm4-ctr', 16)
  const tagKey = derive(dataKey, 'hmac-sm3', 32)
  const tag = (bound: Buffer, body: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bound.length)
    return createHmac('sm3', tagKey).update(length).update(bound).update(body).digest()
  }
  return {
    seal(plain, bound) {
      const counter = randomBytes(16)
      const cipher = createCipheriv('sm4-ctr', key, counter)
      const body = Buffer.concat([counter, cipher.update(plain), cipher.final()])
      return Buffer.concat([body, tag(bound, body)])
    },
    open(bytes, bound) {
      if (bytes.length < 48) throw cannotOpen()
      const body = bytes.subarray(0, -32)
      if (!timingSafeEqual(tag(bound, body), bytes.subarray(-32))) throw cannotOpen()
      const cipher = createDecipheriv('sm4-ctr', key, body.subarray(0, 16))
      return Buffer.concat([cipher.update(body.subarray(16)), cipher.final()])
    },
  }
}

function fingerprints(indexKey: Buffer) {
  const derived = new Map<string, Buffer>()
  return (algorithm: Algorithm, kind: string, normalised: string): string => {
    const purpose = `index ${algorithm} ${kind}`
    const key = derived.get(purpose) ?? derive(indexKey, purpose, 32)
    derived.set(purpose, key)
    const mac = createHmac(algorithm === 'aes' ? 'sha256' : 'sm3', key)
      .update(normalised, 'utf8')
      .digest()
    return mac.subarray(0, 18).toString('base64url')
  }
}
