import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from './embedded-postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'niangjia-crash-'))
after(() => rmSync(folder, { recursive: true }))

/** Commits one row after the other and prints the number of each when it is committed; heals as the server does. */
const writer = `
  import pg from 'pg'
  import { startEmbedded } from '#store/embedded-postgres'
  const begin = performance.now()
  const it = await startEmbedded(process.argv[1], { onEvent: event => console.log('event', JSON.stringify(event)) })
  console.log('ready', Math.round(performance.now() - begin), it.attached)
  const pool = new pg.Pool({ ...it.connection, max: 2 })
  pool.on('error', () => {})
  await pool.query('create table if not exists promise (n int primary key, paid int not null)')
  const first = (await pool.query('select coalesce(max(n), 0) + 1 as n from promise')).rows[0].n
  for (let n = first; ; n++) {
    for (;;) {
      try {
        await pool.query('insert into promise values ($1, $1) on conflict do nothing', [n])
        break
      } catch (error) {
        await it.ensureRunning()
      }
    }
    console.log('ack', n)
  }`

class Writer {
  readonly acknowledged: number[] = []
  readonly events: { kind: string; milliseconds?: number }[] = []
  ready: { milliseconds: number; attached: boolean } | undefined
  readonly process: ChildProcess

  constructor(dataDir: string) {
    const cwd = join(import.meta.dirname, '..', '..')
    const options = { cwd, stdio: ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'] }
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer, dataDir], options)
    this.process = child
    createInterface(child.stdout).on('line', line => {
      const [word, ...rest] = line.split(' ')
      if (word === 'ack') this.acknowledged.push(Number(rest[0]))
      if (word === 'event') this.events.push(JSON.parse(rest.join(' ')))
      if (word === 'ready') this.ready = { milliseconds: Number(rest[0]), attached: rest[1] === 'true' }
    })
  }

  async commits(count: number): Promise<void> {
    const goal = this.acknowledged.length + count
    const until = Date.now() + 20_000
    while (this.acknowledged.length < goal) {
      assert.ok(Date.now() < until && this.process.exitCode === null, 'the writer stands still')
      await sleep(5)
    }
  }

  async kill(): Promise<void> {
    const ended = once(this.process, 'close')
    this.process.kill('SIGKILL')
    await ended
  }
}

test('kill -9 of PostgreSQL, of our process and of both, in the middle of commits: nothing acknowledged is lost', async t => {
  const dataDir = join(folder, 'data')
  const postmaster = () => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  const acknowledged: number[] = []
  const first = new Writer(dataDir)
  await first.commits(50)

  for (let round = 0; round < 3; round++) {
    process.kill(postmaster(), 'SIGKILL')
    await first.commits(50)
  }
  const healed = first.events.filter(event => event.kind === 'back').map(event => event.milliseconds)
  t.diagnostic(`PostgreSQL killed: runs again after ${healed.join(', ')} ms`)
  assert.equal(healed.length, 3)
  assert.deepEqual(
    first.events.filter(event => event.kind === 'failed'),
    [],
  )

  await first.kill()
  const second = new Writer(dataDir)
  await second.commits(50)
  t.diagnostic(`our process killed: takes over the running database in ${second.ready?.milliseconds} ms`)
  assert.equal(second.ready?.attached, true)

  process.kill(postmaster(), 'SIGKILL')
  await second.kill()
  const third = new Writer(dataDir)
  await third.commits(50)
  t.diagnostic(`both killed: ready after ${third.ready?.milliseconds} ms`)
  assert.equal(third.ready?.attached, false)

  const third1 = third.kill()
  process.kill(postmaster(), 'SIGKILL')
  await third1

  for (const one of [first, second, third]) acknowledged.push(...one.acknowledged)
  const it = await startEmbedded(dataDir)
  try {
    const client = new pg.Client(it.connection)
    await client.connect()
    const { rows } = await client.query<{ n: number; paid: number }>('select n, paid from promise order by n')
    await client.end()
    const stored = new Set(rows.map(row => row.n))
    assert.deepEqual(
      acknowledged.filter(n => !stored.has(n)),
      [],
    )
    assert.ok(
      rows.every((row, index) => row.n === index + 1 && row.paid === row.n),
      'no gap, none twice, none torn',
    )
    t.diagnostic(`${acknowledged.length} acknowledged, ${rows.length} stored`)
  } finally {
    await it.stop()
  }
})

test('kill -9 of one session makes PostgreSQL reset itself; the folder stays ours', async () => {
  const dataDir = join(folder, 'data')
  const events: string[] = []
  const it = await startEmbedded(dataDir, { onEvent: event => events.push(event.kind) })
  try {
    const client = new pg.Client(it.connection)
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query('select pg_backend_pid() pid')
    process.kill(rows[0].pid, 'SIGKILL')
    while (!events.includes('back')) await sleep(10)
    await assert.rejects(startEmbedded(dataDir), /娘家已经在用/)
    const again = new pg.Client(it.connection)
    await again.connect()
    assert.equal(
      (await again.query('select count(*) n from pg_locks where locktype = $1', ['advisory'])).rows[0].n,
      '1',
    )
    await again.end()
  } finally {
    await it.stop()
  }
})
