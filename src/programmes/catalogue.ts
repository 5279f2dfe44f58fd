import { programmes } from './all.ts'

/** How many entries each domain of the catalogue has: A1 … A39, B1 … B20 and so on, 217 in all. */
const entries = { A: 39, B: 20, C: 42, D: 32, E: 25, F: 29, G: 11, H: 19 } as const

/** Every entry of the catalogue of systems, in its order. */
export const systems: readonly string[] = Object.entries(entries).flatMap(([domain, count]) =>
  Array.from({ length: count }, (_, i) => `${domain}${i + 1}`),
)

/** The programmes an entry of the catalogue lives in; none when it is not built yet. */
export const programmesOf = (system: string): string[] =>
  programmes.filter(programme => programme.systems.includes(system)).map(programme => programme.id)
