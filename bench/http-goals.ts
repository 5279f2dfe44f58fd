import { ms, ratio, whole, type Goal } from './report.ts'
import type { Times } from './timing.ts'

export type HttpFindings = {
  readonly activities: number
  readonly links: number
  readonly ready: number
  readonly create: Record<'village 1' | 'village 16' | 'staff 1' | 'staff 16', { perSecond: number; ms: Times }>
  readonly reads: Record<string, Times>
  readonly memory: { server: number; database: number }
}

/** Requests a second and milliseconds at the median of NocoBase 2.2.15 and Directus 12.4.0, measured on the same work and a machine of two cores. */
const peers = {
  create: { 'village 1': [61.9], 'village 16': [88.9], 'staff 1': [82.8, 81.2], 'staff 16': [111.9, 114.2] },
  reads: {
    'newest 50 of a county': { plain: [399, 251], best: 10.1 },
    'sums by programme, province': { plain: [91.1, 106], best: 91.1 },
    'sums by programme, county': { plain: [140, 153], best: 133 },
    'county x month pivot of 60 months': { plain: [], best: 91.6 },
    'distinct persons, province': { plain: [510, 405], best: 332 },
    'distinct persons, county': { plain: [198], best: 141 },
  } as Record<string, { plain: number[]; best: number }>,
  memory: 'NocoBase 644 MB, Directus 308-313 MB, each beside its PostgreSQL',
}

/** Ours beside theirs. A goal is held against the quicker of the two, with the indexes and helper columns added by hand where it was quicker so. */
export function httpGoals(found: HttpFindings): { goals: Goal[]; numbers: Record<string, number | string> } {
  const goals: Goal[] = []
  const add = (goal: string, figure: string, met: boolean, note?: string) =>
    goals.push({ no: goals.length + 1, goal, figure, met, ...(note ? { note } : {}) })
  for (const who of ['village', 'staff'] as const) {
    const theirs = Math.max(...peers.create[`${who} 16`])
    const ours = found.create[`${who} 16`].perSecond
    add(
      `creating, ${who}, 16 clients: >= 5x the peers`,
      `${whole(ours)}/s, ${ratio(ours / theirs)} of ${theirs}/s`,
      ours >= 5 * theirs,
    )
  }
  const limits = { newest: 5, sums: 10, county: 10, distinct: 30 } as Record<string, number>
  for (const [name, { plain, best }] of Object.entries(peers.reads)) {
    const ours = found.reads[name]?.p50 ?? Number.NaN
    const newest = name.startsWith('newest')
    const against = newest ? Math.min(...plain) : best
    const times = limits[name.split(' ')[0] ?? ''] ?? 10
    const hand = newest
      ? `as they come; with a county column filled by hand and its index ${best} ms, ${ratio(best / ours)}`
      : ''
    add(
      `${name}: <= 1/${times} of the peers`,
      `${ms(ours)}, ${ratio(against / ours)} quicker than ${against} ms`,
      ours * times <= against,
      hand,
    )
  }
  const [village, staff] = [found.reads['list, village account'], found.reads['list, staff account']] as [Times, Times]
  add(
    'a village account’s list p95 <= 1.2x of staff’s',
    `${ratio(village.p95 / staff.p95)} (${ms(village.p95)}, ${ms(staff.p95)})`,
    village.p95 <= 1.2 * staff.p95,
  )
  const picker = found.reads['unit picker']?.p95 ?? Number.NaN
  add('picking a unit by typing: p95 <= 100 ms', ms(picker), picker <= 100)
  add('ready within 3 s on an existing data folder', ms(found.ready), found.ready <= 3000)
  return { goals, numbers: numbersOf(found) }
}

function numbersOf({ create, reads, memory, ready }: HttpFindings): Record<string, number | string> {
  const numbers: Record<string, number | string> = { 'ready ms': ready }
  for (const [name, { perSecond, ms: times }] of Object.entries(create)) {
    const theirs = peers.create[name as keyof typeof peers.create]
    numbers[`create ${name} clients: per s, ms p50 / p95 (peers per s)`] =
      `${whole(perSecond)}, ${times.p50.toFixed(1)} / ${times.p95.toFixed(1)} (${theirs.join(', ')})`
  }
  for (const [name, { p50, p95 }] of Object.entries(reads)) {
    const theirs = peers.reads[name]
    numbers[`${name}: ms p50 / p95${theirs ? ' (peers p50; best by hand)' : ''}`] =
      `${p50.toFixed(2)} / ${p95.toFixed(2)}${theirs ? ` (${theirs.plain.join(', ') || 'refused'}; ${theirs.best})` : ''}`
  }
  numbers['server RSS MB (peers)'] = `${whole(memory.server / 2 ** 20)} (${peers.memory})`
  numbers['PostgreSQL, all processes, PSS MB'] = whole(memory.database / 2 ** 20)
  return numbers
}
