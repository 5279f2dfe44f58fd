import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { perform } from '#engine/perform'
import { inSnapshot } from '#store/database'
import { distinct } from '#views/distinct'
import { openSums } from '#views/place'
import { sums } from '#views/sums'
import type { BenchGround } from './ground.ts'
import { benchOrder, checkedKind } from './order.ts'
import { kindName } from './programmes.ts'
import type { ReaderData, ReaderReport } from './reader.ts'
import { pick, times, type Times } from './timing.ts'
import type { WriterData, WriterReport } from './writer.ts'
import { foldBeside } from './writes.ts'

export type Mixed = {
  readonly written: WriterReport
  readonly reads: Record<string, Times>
  readonly longestTail: number
  readonly folds: Times
  /** Snapshots in which a figure was compared with its measures, and how many of them differed. */
  readonly compared: number
  readonly different: number
  /** Reads begun after a commit, and how many did not include it. */
  readonly fresh: number
  readonly stale: number
}

/** Readers, folder and checkers beside writers at a steady rate. */
export async function mixed(ground: BenchGround, perSecond: number, seconds: number): Promise<Mixed> {
  const data: WriterData = {
    appConfig: ground.appConfig as WriterData['appConfig'],
    context: ground.staff.context,
    perSecond,
    seconds,
    villages: ground.places[5].map(({ unit, shard }) => ({ unit, shard })),
    inds: Array.from({ length: checkedKind }, (_, kind) => {
      const no = (name: string) => ground.house.book.no(`${kindName(kind)}.${name}`)
      return [no('i0'), no('i1'), no('i2'), no('people')]
    }),
  }
  const writer = new Worker(new URL('writer.ts', import.meta.url), { workerData: data })
  await once(writer, 'message')
  const { staff, places } = ground
  const reader = new Worker(new URL('reader.ts', import.meta.url), {
    workerData: { appConfig: data.appConfig, staff, places } satisfies ReaderData,
  })
  await once(reader, 'message')
  let on = true
  const stopFolding = foldBeside(ground)
  const checking = checkOn(ground, () => on)
  writer.postMessage('go')
  const [written] = (await once(writer, 'message')) as [WriterReport]
  on = false
  reader.postMessage('stop')
  const [reads] = (await once(reader, 'message')) as [ReaderReport]
  const folds = await stopFolding()
  return { written, reads, ...(await checking), folds: times(folds.ms) }
}

async function checkOn(ground: BenchGround, on: () => boolean) {
  let [compared, different, fresh, stale, longestTail] = [0, 0, 0, 0, 0]
  while (on()) {
    const { rows } = await ground.owner.query<{ n: number }>('select count(*)::int n from delta')
    longestTail = Math.max(longestTail, rows[0]?.n ?? 0)
    if (await differs(ground)) different++
    compared++
    if (await isStale(ground)) stale++
    fresh++
    await new Promise(next => setTimeout(next, 250))
  }
  return { compared, different, fresh, stale, longestTail }
}

const year = { from: '2025-01-01', to: '2025-12-31', grain: 'none', tree: 'restated' } as const

/** One county's year, in one snapshot: roll-up and tail against measures, chain against COUNT DISTINCT. */
function differs(ground: BenchGround): Promise<boolean> {
  const place = pick(ground.places[3])
  const people = ground.house.book.no(`${kindName(Math.floor(Math.random() * 5))}.people`)
  return inSnapshot(ground.house.db, ground.staff.context, async tx => {
    await openSums(tx, place.unit)
    const cells = await sums(tx, { ...year, places: [place] })
    const persons = await distinct(tx, { ...year, places: [place], inds: [people] })
    const below = `unit = any(array(select unit from unit_ancestor where ancestor = $1 and until = 'infinity')) and day between '2025-01-01' and '2025-12-31'`
    const { rows } = await tx.query<{ ind: number; v: number }>(
      `select ind, sum(val)::bigint v from measure where ${below} group by 1`,
      [place.unit],
    )
    const { rows: named } = await tx.query<{ n: number }>(
      `select count(distinct person)::int n from reached where ${below} and ind = $2`,
      [place.unit, people],
    )
    const wrong = rows.filter(row => cells.get(place.unit, row.ind, 0) !== row.v)
    return wrong.length > 0 || (persons.get(place.unit, people, 0) ?? 0) !== (named[0]?.n ?? 0)
  })
}

/** Writes one record and asks the province at once: is it in? */
async function isStale(ground: BenchGround): Promise<boolean> {
  const ind = ground.house.book.no(`${kindName(checkedKind)}.i0`)
  const [top] = ground.places[1]
  const ask = () =>
    inSnapshot(ground.house.db, ground.staff.context, async tx => {
      await openSums(tx, top?.unit ?? 1)
      const cells = await sums(tx, { ...year, places: ground.places[1], inds: [ind] })
      return cells.get(top?.unit ?? 1, ind, 0) ?? 0
    })
  const before = await ask()
  await perform(ground.house, ground.staff, benchOrder(pick(ground.places[5]).unit, 0, checkedKind))
  return (await ask()) !== before + 1
}
