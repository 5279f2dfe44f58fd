import { randomBytes } from 'node:crypto'

/** Random bytes, a few at a time from a store: ids need ten each, several for every order, and asking for them one by one is slow. */
export function dice(store = 4096): (count: number) => Buffer {
  let left = Buffer.alloc(0)
  return count => {
    if (count > store) return randomBytes(count)
    if (left.length < count) left = randomBytes(store)
    const some = left.subarray(0, count)
    left = left.subarray(count)
    return some
  }
}
