/** Limits of five steps over some values, rounded to numbers people say: a fifth of the units below the first, and so on. */
export function stepsOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) return []
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const limits = [0.2, 0.4, 0.6, 0.8].map(share => round(at(share)))
  return limits.filter((limit, i) => limit > 0 && limit !== limits[i - 1])
}

/** Two leading digits: 1,183 becomes 1,200. */
function round(value: number): number {
  if (value === 0) return 0
  const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) - 1)
  return Math.round(value / size) * size
}

/** Which step a value stands on, 1 to 5. */
export const stepOf = (value: number, limits: readonly number[]): number =>
  1 + limits.filter(limit => value >= limit).length
