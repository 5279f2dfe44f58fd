// A thread of its own that reads figures one after the other until it is told to stop, so that its times are those of the reads
// and not of the checking and folding beside them.
import { parentPort, workerData } from 'node:worker_threads'
import type pg from 'pg'
import type { Actor } from '#federation/actor'
import { benchHouse, type BenchGround } from './ground.ts'
import { figureReads } from './reads.ts'
import { times, type Times } from './timing.ts'

/** What the main thread sends. */
export type ReaderData = { appConfig: pg.PoolConfig; staff: Actor; places: BenchGround['places'] }
export type ReaderReport = Record<string, Times>

const { appConfig, staff, places } = workerData as ReaderData // sent by mixed.ts
const house = await benchHouse(appConfig, text => text, 1)
const { province, county, pivot, village } = figureReads({ house, staff, places })
const cases = { province, county, pivot, village }
const taken: Record<string, number[]> = { province: [], county: [], pivot: [], village: [] }

let on = true
parentPort?.once('message', () => {
  on = false
})

async function round(count: boolean): Promise<void> {
  for (const [name, read] of Object.entries(cases)) {
    const start = performance.now()
    await read()
    if (count) taken[name]?.push(performance.now() - start)
    // readers think; without a pause they would be a load of their own
    await new Promise(next => setTimeout(next, 5))
  }
}

// the first runs of a connection plan; they are not what is asked
for (let n = 0; n < 20; n++) await round(false)
parentPort?.postMessage('ready')
while (on) await round(true)
await house.db.end()
const report: ReaderReport = Object.fromEntries(Object.entries(taken).map(([name, list]) => [name, times(list)]))
parentPort?.postMessage(report)
