// A thread of its own that writes at a steady rate, so that the readers' times are not those of its reckoning. It writes as the
// app's role under row security, with the same functions orders use (tally, touch); an order's audit, events and receipt have
// their own line in the report.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import type { Context } from '#store/database'
import { personOf } from './order.ts'
import { pick, times } from './timing.ts'

/** What the main thread sends: where, as whom, how many a second, for how long, in which villages, under which numbers. */
export type WriterData = {
  appConfig: pg.PoolConfig
  context: Context
  perSecond: number
  seconds: number
  villages: { unit: number; shard: number }[]
  /** For each kind three flows and its distinct persons. */
  inds: [number, number, number, number][]
}
export type WriterReport = { done: number; failed: number; seconds: number; ms: ReturnType<typeof times> }

type Standing = { record: string; shard: number; unit: number; day: string; kind: number; people: string[] }

const { appConfig, context, perSecond, seconds, villages, inds } = workerData as WriterData
const pool = new pg.Pool({ ...appConfig, max: 16 })
const standing: Standing[] = []
const ms: number[] = []
let [done, failed] = [0, 0]

/** 80 % new records (three in ten with five persons), 15 % corrections, 5 % withdrawals. */
async function write(): Promise<void> {
  const start = performance.now()
  const chance = Math.random()
  try {
    if (chance < 0.8 || standing.length < 50) await put()
    else if (chance < 0.95) await fix(pick(standing))
    else await withdraw(standing.splice(Math.floor(Math.random() * standing.length), 1)[0] as Standing) // there are fifty
    done++
    ms.push(performance.now() - start)
  } catch {
    failed++
  }
}

async function put(naming = Math.random() < 0.3): Promise<void> {
  const { unit, shard } = pick(villages)
  const kind = Math.floor(inds.length * Math.random() ** 2)
  const [a, b, c, named] = inds[kind] as WriterData['inds'][0] // a kind there is
  const day = `2025-12-${String(1 + Math.floor(28 * Math.random())).padStart(2, '0')}`
  const people = naming ? [...new Set(Array.from({ length: 5 }, () => personOf(unit)))] : []
  const record = randomUUID()
  await call('g_put', [record, shard, unit, day, [a, b, c], [1, 57, Math.floor(Math.random() * 200)], named, people])
  standing.push({ record, shard, unit, day, kind, people })
}

async function fix({ record, shard, unit, day, kind }: Standing): Promise<void> {
  const [a, b, c] = inds[kind] as WriterData['inds'][0]
  await call('g_fix', [record, shard, unit, day, [a, b, c], [1, 60, Math.floor(Math.random() * 300)]])
}

async function withdraw({ record, shard, unit, day, kind, people }: Standing): Promise<void> {
  await call('g_gone', [record, shard, unit, day, inds[kind]?.[3], people])
}

function call(name: string, values: unknown[]): Promise<unknown> {
  const params = values.map((_, i) => `$${i + 5}`).join(', ')
  const text = `select ${name}(${params}) from enter($1, $2, $3, $4)`
  return pool.query({ name, text, values: [context.all, context.shards, context.units, context.actor, ...values] })
}

// the first runs of a connection plan, and sixteen connections planning at once are what nobody asked about
const each = (work: () => Promise<void>) => Promise.all(Array.from({ length: 16 }, work))
for (let n = 0; n < 8; n++) {
  await each(() => put(n % 2 === 0))
  await each(() => fix(pick(standing)))
}
for (let n = 0; n < 7; n++) await each(() => withdraw(standing.shift() as Standing)) // there are 128
parentPort?.postMessage('ready')
if (parentPort) await once(parentPort, 'message')

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
const taken = (performance.now() - begin) / 1000
await pool.end()
parentPort?.postMessage({ done, failed, seconds: taken, ms: times(ms) } satisfies WriterReport)
