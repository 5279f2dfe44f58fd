import type { Quantity } from './figure.ts'

/** The quantities that begin from `start` to before `end`; `all` is in the order of the text. */
export function within(all: Quantity[], start: number, end: number): Quantity[] {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: Quantity[] = []
  for (let at = low; at < all.length; at++) {
    const one = all[at]
    if (!one || one.start >= end) break
    found.push(one)
  }
  return found
}
