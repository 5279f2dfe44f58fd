import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)
/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { parallelism: 1, memory: 19_456, passes: 2, tagLength: 32 }
const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/

/** A password as it is stored: argon2id with its own salt, in the usual text form. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await derive('argon2id', { ...cost, message: password.normalize('NFKC'), nonce })
  const head = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`
  return `$argon2id$v=19$${head}$${nonce.toString('base64url')}$${hash.toString('base64url')}`
}

/** Full-width and half-width spellings of a password are the same password. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', kept = ''] = form.exec(hash) ?? []
  const wanted = Buffer.from(kept, 'base64url')
  if (wanted.length === 0) return false
  const got = await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(salt, 'base64url'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: wanted.length,
  })
  return timingSafeEqual(got, wanted)
}

// no letters or digits that are read wrongly over the telephone
const letters = 'abcdefghkmnpqrstuvwxyz'
const digits = '23456789'

/** A first password to be told once and changed at the first sign-in: three groups of four, 60 bits or so. */
export function firstPassword(): string {
  const pick = (from: string) => from[randomInt(from.length)] ?? ''
  return [0, 1, 2].map(() => pick(letters) + pick(letters) + pick(digits) + pick(letters)).join('-')
}
