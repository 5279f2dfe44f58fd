import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openHouse } from '#server/open-house'
import { readSettings } from '#store/settings'
import { signedIn, type Client } from '../cast/house.ts'
import { order } from '../cast/orders.ts'
import { freePort, niangjia, postgresPid, startServer, type ServerProcess } from '../cast/server.ts'

/** CRASH_ORDERS=2000 for the whole run. */
const wanted = Number(process.env.CRASH_ORDERS ?? 300)
const folder = mkdtempSync(join(tmpdir(), 'niangjia-kill-'))
const dataDir = join(folder, 'data')
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const password = '自己的密码-5678'

let port = 0
let server: ServerProcess
let county = 0
let fallen: Error | undefined
let over = false
const stopping = new Set<ServerProcess>()
let keeper: Client
const clients: Client[] = []
const acknowledged = new Map<string, { record: string; repeated: boolean }>()

before(async () => {
  port = await freePort()
  server = await started()
  const token = new URL(server.setup ?? '').searchParams.get('token')
  const headers = { 'content-type': 'application/json', origin: server.url }
  const body = JSON.stringify({ token, name: '关静', username: 'keeper', password, root: '220721' })
  const made = await fetch(`${server.url}/api/setup`, { method: 'POST', headers, body })
  assert.equal(made.status, 200, await made.text())
  keeper = await signedIn(server.url, 'keeper', password)
  county = (await keeper.call('me', {})).posts[0]?.unit.no ?? 0
  const { rows: villages } = await keeper.call('findUnits', { query: { level: 5, limit: 4, q: '村' } })
  for (const [i, { no }] of villages.entries()) clients.push(await chairOf(`chair${i}`, no))
  clients.push(await chairOf('staff', county, 'staff'))
})
after(async () => {
  over = true
  stopping.add(server)
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Nobody may end it but we: an end of its own fails whatever waits. */
async function started(): Promise<ServerProcess> {
  const one = await startServer(dataDir, port)
  one.ended.catch(error => {
    if (one === server && !stopping.has(one)) fallen = error
  })
  return one
}

async function chairOf(username: string, unit: number, post = 'chair'): Promise<Client> {
  const { firstPassword } = await keeper.call('makeAccount', { body: { name: `${username}某`, username, unit, post } })
  const first = await signedIn(server.url, username, firstPassword)
  const changed = await first.fetch('/api/auth/change-password', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ currentPassword: firstPassword, newPassword: password }),
  })
  assert.equal(changed.status, 200)
  return signedIn(server.url, username, password)
}

/** Sends one order after the other, each until it is acknowledged, as a phone with a bad line does. */
async function work(client: Client, until: () => boolean): Promise<void> {
  while (!until()) {
    const body = order({ title: '风里雨里', day: today, attended: 7, setting: 'village', form: 'talk' })
    for (;;) {
      try {
        const { record, repeated } = await client.call('perform', { body })
        acknowledged.set(body.id, { record: record.id, repeated })
        break
      } catch (error) {
        const status = (error as { status?: number }).status ?? 0
        if (fallen) throw fallen
        if (over) throw error
        if (status >= 400 && status < 500) throw error
        await sleep(50)
      }
    }
  }
}

/** False when it was gone already: the file that names it outlives a killed process for a moment. */
function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}

/** Kills the database, once there is one to kill: it may just be coming back. */
async function killDatabase(): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const pid = postgresPid(dataDir)
    if (pid && kill(pid)) return
    await sleep(50)
  }
  assert.fail('no database to kill')
}

/** Kills the server or its database, at random moments, until told to stop. */
async function killing(until: () => boolean) {
  const killed = { server: 0, database: 0 }
  while (!until()) {
    const next = acknowledged.size + 5 + Math.random() * 25
    while (acknowledged.size < next && !until()) await sleep(20)
    await sleep(Math.random() * 50)
    const pid = postgresPid(dataDir)
    if (Math.random() < 0.5 && pid) {
      if (kill(pid)) killed.database++
    } else {
      killed.server++
      stopping.add(server)
      await server.kill()
      server = await started()
    }
  }
  return killed
}

const figure = async () => {
  const table = await (clients.at(-1) ?? keeper).call('figures', {
    body: {
      indicators: ['lectures.sessions', 'lectures.attendances'],
      unit: county,
      from: `${today.slice(0, 4)}-01-01`,
      to: today,
    },
  })
  return table.rows.map(row => row.cells[0]?.recorded ?? 0)
}

async function asOwner<Result>(
  of: string,
  work: (query: (text: string) => Promise<Record<string, unknown>[]>) => Promise<Result>,
) {
  const open = await openHouse(readSettings({ DATA_DIR: of }, folder), { join: true })
  try {
    return await open.asOwner(owner => work(async text => (await owner.query(text)).rows as Record<string, unknown>[]))
  } finally {
    await open.stop()
  }
}

test('server and database killed again and again: what was acknowledged is there, once each, and the figure says so', async t => {
  const done = () => acknowledged.size >= wanted
  const [killed] = await Promise.all([killing(done), ...clients.map(client => work(client, done))])
  const repeats = [...acknowledged.values()].filter(each => each.repeated).length
  t.diagnostic(
    `${acknowledged.size} orders, server killed ${killed.server} times, database ${killed.database}; ${repeats} had been done when the answer was lost`,
  )
  assert.ok(killed.server + killed.database > 0)
  await killDatabase() // a question asked while the database comes back waits for it
  assert.deepEqual(await figure(), [acknowledged.size, 7 * acknowledged.size])
  const rows = await asOwner(dataDir, query =>
    query(`select r.id, d.id as order_id, (select count(*)::int from event e where e.shard = r.shard and e.record = r.id) events
      from record r join order_done d on d.shard = r.shard and d.record = r.id where r.programme = 'lectures'`),
  )
  assert.equal(rows.length, acknowledged.size)
  for (const { id, order_id, events } of rows) {
    assert.equal(acknowledged.get(String(order_id))?.record, id)
    assert.equal(events, 1)
  }
})

const sums =
  'select unit, ind, yr, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12 from rollup order by unit, ind, yr'
const chains = 'select unit, ind, ym, prev, n from chain order by unit, ind, ym, prev'
const records = 'select id, unit, programme, day, title, state, revision from record order by id'
const waiting = 'select (select count(*)::int from delta) + (select count(*)::int from chain_delta) as n'

test('a backup taken under load restores into an empty folder: figures, records and the audit are whole', async () => {
  let stop = false
  const before = new Set([...acknowledged.values()].map(each => each.record))
  const load = Promise.all(clients.map(client => work(client, () => stop)))
  const archive = join(folder, 'busy.tar.zst')
  try {
    await killDatabase() // so does a command
    assert.equal((await niangjia(dataDir, 'backup', archive, '--with-keys')).code, 0)
  } finally {
    stop = true
    await load
  }
  const restored = await restoredFrom(archive, 'busy')
  const [kept, live] = [
    await asOwner(restored, query => query(records)),
    await asOwner(dataDir, query => query(records)),
  ]
  const now = new Map(live.map(row => [row.id, row]))
  for (const row of kept) assert.deepEqual(row, now.get(row.id))
  const there = new Set(kept.map(row => row.id))
  assert.deepEqual(
    [...before].filter(id => !there.has(id)),
    [],
  )
})

test('a backup of a house at rest gives every roll-up, chain cell and record back as it was', async () => {
  await asOwner(dataDir, async query => {
    for (let n = 0; n < 200 && (await query(waiting))[0]?.n !== 0; n++) await sleep(100)
  })
  const archive = join(folder, 'calm.tar.zst')
  await niangjia(dataDir, 'backup', archive, '--with-keys')
  const restored = await restoredFrom(archive, 'calm')
  for (const text of [sums, chains, records]) {
    const was = await asOwner(dataDir, query => query(text))
    if (text !== chains) assert.ok(was.length > 0)
    assert.deepEqual(await asOwner(restored, query => query(text)), was)
  }
})

/** Restores, and proves every cell against its measures and every line of the audit. */
async function restoredFrom(archive: string, name: string): Promise<string> {
  const restored = join(folder, name)
  assert.equal((await niangjia(restored, 'restore', archive)).code, 0)
  const figures = await niangjia(restored, 'verify')
  assert.deepEqual([figures.code, figures.told.wrong], [0, 0], JSON.stringify(figures.told))
  const audit = await niangjia(restored, 'verify', '--audit')
  assert.deepEqual([audit.code, audit.told.bad], [0, null], JSON.stringify(audit.told))
  return restored
}
