/** One of the goals the design set itself, with what this run measured. */
export type Goal = {
  readonly no: number
  readonly goal: string
  readonly figure: string
  readonly met: boolean
  /** Why not, or under which condition. */
  readonly note?: string
}

export type BenchReport = {
  readonly measures: number
  readonly persons: number
  readonly records: number
  readonly machine: string
  readonly seconds: number
  readonly goals: readonly Goal[]
  /** Everything that was measured, by name: milliseconds at the median and at 95 %, or a plain number. */
  readonly numbers: Readonly<Record<string, number | string>>
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
export const ratio = (value: number): string => (value >= 20 ? `${value.toFixed(0)}x` : `${value.toFixed(1)}x`)
export const share = (value: number): string => `${(100 * value).toFixed(value < 0.1 ? 1 : 0)} %`
export const whole = (value: number): string => Math.round(value).toLocaleString('en')

/** The report as text: the goals first, what they rest on below. */
export function told(report: BenchReport): string {
  const { measures, persons, records, machine, seconds, goals, numbers } = report
  const width = Math.max(...goals.map(goal => goal.goal.length))
  const lines = goals.map(
    ({ no, goal, figure, met, note }) =>
      `${String(no).padStart(3)}  ${met ? 'met    ' : 'NOT MET'}  ${goal.padEnd(width)}  ${figure}${note ? `  (${note})` : ''}`,
  )
  const longest = Math.max(...Object.keys(numbers).map(name => name.length))
  return [
    `${whole(measures)} measures, ${whole(persons)} person links, ${whole(records)} records; 13,014 units; row security on`,
    `${machine}; ${seconds.toFixed(0)} s`,
    '',
    ...lines,
    '',
    ...Object.entries(numbers).map(
      ([name, value]) =>
        `  ${name.padEnd(longest)}  ${typeof value === 'number' ? Number(value.toPrecision(4)) : value}`,
    ),
  ].join('\n')
}
