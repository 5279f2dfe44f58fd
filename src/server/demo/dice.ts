/** A seeded stream of numbers in [0, 1), so that the demonstration is the same federation every time (mulberry32). */
export type Dice = {
  (): number
  pick<Value>(from: readonly Value[]): Value
  whole(from: number, to: number): number
  bytes(count: number): Uint8Array
}

export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return Object.assign(next, {
    pick: <Value>(from: readonly Value[]): Value => from[Math.floor(next() * from.length)] as Value, // never empty here
    whole: (from: number, to: number): number => from + Math.floor(next() * (to - from + 1)),
    bytes: (count: number): Uint8Array => Uint8Array.from({ length: count }, () => Math.floor(next() * 256)),
  })
}

/** Splits a whole number into `parts` whole numbers that add up to it exactly, none below `least`, uneven as life is. */
export function shareOut(total: number, parts: number, roll: Dice, least = 0): number[] {
  const weights = Array.from({ length: parts }, () => 0.3 + roll() * roll() * 3)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const rest = total - least * parts
  if (rest < 0) throw new Error(`${total} cannot be shared among ${parts} with at least ${least} each`)
  const shares = weights.map(weight => least + Math.floor((rest * weight) / all))
  let missing = total - shares.reduce((sum, share) => sum + share, 0)
  for (let i = 0; missing > 0; i = (i + 1) % parts, missing--) shares[i] = (shares[i] ?? 0) + 1
  return shares
}
