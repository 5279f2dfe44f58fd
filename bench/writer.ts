// A process of its own that writes orders at a steady rate through `perform`, so that readers are not held up by its reckoning.
import { createHmac, randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import type { PoolConfig } from 'pg'
import { Problem } from '#base/problem'
import type { Receipt } from '#engine/order'
import { perform } from '#engine/perform'
import { actorFor } from '#federation/actor'
import { benchHouse } from './ground.ts'
import { benchOrder } from './order.ts'
import { pick, times } from './timing.ts'

/** What the main thread sends: where, as whom, how many a second, for how long, and in which villages. */
export type WriterData = {
  appConfig: PoolConfig
  person: string
  perSecond: number
  seconds: number
  villages: number[]
}
export type WriterReport = { done: number; refused: number; ms: ReturnType<typeof times> }

const { appConfig, person, perSecond, seconds, villages } = workerData as WriterData
const house = await benchHouse(appConfig, text => createHmac('sha256', 'bench').update(text).digest('base64url'), 12)
const actor = await actorFor(house.db, person, '2025-12-31')
const standing: { programme: string; receipt: Receipt }[] = []
const ms: number[] = []
let [done, refused] = [0, 0]

/** 80 % new records (three in ten with five persons), 15 % corrections, 5 % withdrawals. */
async function write(): Promise<void> {
  const start = performance.now()
  const chance = Math.random()
  try {
    if (chance < 0.8 || standing.length < 50) {
      const order = benchOrder(pick(villages), 0.3)
      standing.push({ programme: order.programme, receipt: await perform(house, actor, order) })
    } else {
      const at = Math.floor(Math.random() * standing.length)
      const { programme, receipt } = standing[at] as (typeof standing)[0] // below its length
      const gone = chance >= 0.95
      if (gone) standing.splice(at, 1)
      const input = gone ? { reason: '记重了' } : { reason: '数错了', v1: Math.floor(Math.random() * 300) }
      const command = gone ? 'withdraw' : 'correct'
      await perform(house, actor, { id: randomUUID(), programme, command, record: receipt.record, input })
    }
    done++
    ms.push(performance.now() - start)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    refused++
  }
}

const begin = performance.now()
const flying = new Set<Promise<void>>()
for (let sent = 0; performance.now() - begin < seconds * 1000; ) {
  const due = Math.floor(((performance.now() - begin) / 1000) * perSecond)
  while (sent < due && flying.size < 64) {
    sent++
    const one = write().finally(() => flying.delete(one))
    flying.add(one)
  }
  await new Promise(next => setTimeout(next, 2))
}
await Promise.all(flying)
await house.db.end()
parentPort?.postMessage({ done, refused, ms: times(ms) } satisfies WriterReport)
