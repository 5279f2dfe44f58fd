import { createHash } from 'node:crypto'
import { plain } from './plain-text.ts'
import type { ParsedRow } from './sheet.ts'

/**
 * The fingerprint of what a row says, whatever file and line it stands in and in whatever order its columns and its lists are:
 * 32 hexadecimal digits. Spaces and full-width digits make no difference.
 */
export function rowFingerprint(values: ParsedRow['values']): string {
  const said = Object.entries(values)
    .map(([key, value]) => [
      key,
      typeof value === 'string' ? plain(value) : typeof value === 'object' ? value.map(plain).sort() : value,
    ])
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32)
}

// RFC 9562 §5.5 wants a namespace; this one was drawn once for rows of registers and must never change.
const ROWS = Buffer.from('3b1f7c0a5e4d4b869c2e71d0a8f36b95', 'hex')

/**
 * The id of the order a row becomes, a UUIDv5: the same each time the same row is imported for the same `scope` (programme and
 * unit), so that repeating an import does nothing twice. `nth` keeps apart rows of one file that say exactly the same.
 */
export function rowOrderId(scope: string, print: string, nth: number): string {
  const bytes = createHash('sha1').update(ROWS).update(`${scope}\n${print}\n${nth}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
