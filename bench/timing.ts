export type Times = { readonly p50: number; readonly p95: number; readonly n: number }
export type Case = () => Promise<unknown>

/** Runs every case in turn, several rounds, each for a while; so what else the machine does falls on all alike. Milliseconds. */
export async function interleaved(
  cases: Record<string, Case>,
  { rounds = 3, budget = 700, most = 120, least = 3 } = {},
): Promise<Record<string, Times>> {
  const taken = new Map<string, number[]>()
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of Object.entries(cases)) {
      const list = taken.get(name) ?? []
      taken.set(name, list)
      const begin = performance.now()
      for (let n = 0; n < least || (performance.now() - begin < budget && n < most); n++) {
        const start = performance.now()
        await work()
        // the first runs of a connection plan; they are not what is asked
        if (round > 0 || n > 5 || rounds === 1) list.push(performance.now() - start)
      }
    }
  return Object.fromEntries([...taken].map(([name, list]) => [name, times(list)]))
}

export function times(list: readonly number[]): Times {
  const sorted = list.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), n: sorted.length }
}

export const median = (list: readonly number[]): number => times(list).p50

export async function seconds<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const start = performance.now()
  const result = await work()
  return [result, (performance.now() - start) / 1000]
}

export const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(Math.random() * list.length)] as Item // never empty here
