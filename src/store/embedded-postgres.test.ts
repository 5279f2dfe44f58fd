import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import pg from 'pg'
import { startEmbedded } from './embedded-postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'niangjia-embedded-'))
after(() => rmSync(folder, { recursive: true }))
const dataDir = join(folder, 'data')

async function ask(connection: pg.ClientConfig, text: string): Promise<unknown[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query({ text, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

/** Starts the same data folder in a process of its own and answers the line it ends with. */
async function startElsewhere(options = '{}'): Promise<string> {
  const code = `import { startEmbedded } from '#store/embedded-postgres'
    try { const it = await startEmbedded(${JSON.stringify(dataDir)}, ${options}); await it.ensureRunning(); await it.stop(); console.log('started', it.joined) }
    catch (error) { console.log(error.message) }`
  const cwd = join(import.meta.dirname, '..', '..')
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { cwd })
  return stdout.trim()
}

test('the first start makes a database in Chinese order, with checksums, on a socket only', async () => {
  const it = await startEmbedded(dataDir)
  assert.deepEqual([it.made, it.attached, it.joined], [true, false, false])
  const order = `select string_agg(n, ' ' order by n) from (values ('长春'), ('吉林'), ('安徽'), ('北京')) v(n)`
  assert.deepEqual(await ask(it.connection, order), ['安徽 北京 吉林 长春'])
  const shown = `select current_setting(n) from unnest(array['data_checksums', 'fsync', 'full_page_writes', 'synchronous_commit',
    'jit', 'random_page_cost', 'TimeZone', 'server_encoding', 'log_error_verbosity']) n`
  assert.deepEqual(await ask(it.connection, shown), [
    'on',
    'on',
    'on',
    'on',
    'off',
    '1.1',
    'Asia/Shanghai',
    'UTF8',
    'terse',
  ])
  assert.deepEqual(
    await ask(
      it.connection,
      'select datname, rolsuper from pg_database, pg_roles where datname = current_database() and rolname = current_user',
    ),
    ['niangjia', true],
  )
  assert.equal(statSync(it.files.ownerSecret).mode & 0o777, 0o600)
  if (process.platform !== 'win32') {
    assert.deepEqual(await ask(it.connection, 'show listen_addresses'), [''])
    assert.equal(statSync(it.files.host).mode & 0o777, 0o700)
    await assert.rejects(ask({ ...it.connection, password: 'wrong' }, 'select 1'), /password authentication failed/)
  }

  assert.match(await startElsewhere(), /^娘家已经在用数据文件夹 [^\n]*$/)
  await assert.rejects(startEmbedded(dataDir), /娘家已经在用/)
  assert.equal(await startElsewhere('{ join: true }'), 'started true')
  assert.deepEqual(await ask(it.connection, 'select 1'), [1], 'a command that joined does not stop the database')
  await it.stop()
  assert.ok(!existsSync(it.files.pidFile) && !existsSync(join(it.files.cluster, 'postmaster.pid')))
})

test('an existing folder starts fast; a lost secret is made anew; stale pid files do not matter', async t => {
  rmSync(join(dataDir, 'postgres.secret'))
  writeFileSync(join(dataDir, 'niangjia.pid'), JSON.stringify({ pid: process.pid, mark: 'another boot 1' }))
  writeFileSync(
    join(dataDir, 'postgres', 'postmaster.pid'),
    `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n\n\nready\n`,
  )
  writeFileSync(join(dataDir, 'postgres.conf'), 'work_mem = 7MB')
  const first = await startEmbedded(dataDir)
  assert.equal(first.made, false)
  assert.deepEqual(await ask(first.connection, 'show work_mem'), ['7MB'], 'the operator has the last word')
  await first.stop()
  const times: number[] = []
  for (let round = 0; round < 2; round++) {
    const begin = performance.now()
    const it = await startEmbedded(dataDir)
    times.push(Math.round(performance.now() - begin))
    await it.stop()
  }
  t.diagnostic(`start of an existing folder: ${times.join(', ')} ms`)
  assert.ok(Math.min(...times) < 3000)
})

test('two first starts at the same moment: one has the folder, the other is told so', async () => {
  const both = join(folder, 'both')
  const outcomes = await Promise.allSettled([startEmbedded(both), startEmbedded(both)])
  assert.deepEqual(outcomes.map(one => one.status).toSorted(), ['fulfilled', 'rejected'])
  for (const one of outcomes) {
    if (one.status === 'fulfilled') await one.value.stop()
    else assert.match(one.reason.message, /娘家已经在用/)
  }
})

test('root in a folder nobody else can enter works in a user namespace', {
  skip: process.getuid?.() !== 0,
}, async () => {
  const closed = join(folder, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const it = await startEmbedded(join(closed, 'a'.repeat(60), 'deep'))
  try {
    assert.equal(it.files.user.mode, 'namespace')
    assert.ok(Buffer.byteLength(it.files.host) < 90)
    assert.deepEqual(await ask(it.connection, 'select 1'), [1])
  } finally {
    await it.stop()
  }
  const again = await startEmbedded(join(closed, 'a'.repeat(60), 'deep'))
  assert.deepEqual([again.files.user.mode, again.made], ['namespace', false])
  await again.stop()
  rmSync(again.files.host, { recursive: true })
})
