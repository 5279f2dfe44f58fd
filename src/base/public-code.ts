import { isUuid } from './id.ts'

/**
 * A record in an address that anybody may be given: shard and id in 27 signs. Of a record made here seventy-four bits of the id are
 * chance, so that who was not given the address does not come upon it; of an imported one the id follows from its row, so what it
 * opens must be no secret.
 */
export function publicCode({ shard, id }: { shard: number; id: string }): string {
  const hex = (shard >>> 0).toString(16).padStart(8, '0') + id.replaceAll('-', '')
  return Buffer.from(hex, 'hex').toString('base64url')
}

/**
 * The record such a code stands for, and which of the people it certifies (`….3`: the third); undefined for anything else.
 */
export function codedRecord(code: string): { shard: number; id: string; place?: number } | undefined {
  const [, record = '', place] = /^([\w-]{27})(?:\.([1-9]\d{0,3}))?$/.exec(code) ?? []
  if (!record) return undefined
  const bytes = Buffer.from(record, 'base64url')
  const hex = bytes.toString('hex', 4)
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return isUuid(id) ? { shard: bytes.readInt32BE(0), id, ...(place && { place: Number(place) }) } : undefined
}
