import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isConnectionLoss, outliving } from './connection-loss.ts'
import { openGround } from './ground.ts'
import { postgresUser } from './postgres-user.ts'
import { readSettings } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'niangjia-ground-'))
after(() => rmSync(folder, { recursive: true }))

async function ask(config: pg.ClientConfig, text: string): Promise<unknown[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query({ text, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

const who = `select current_user, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, current_setting('TimeZone')
  from pg_roles where rolname = current_user`

test('the built-in ground: an ordinary role for the app, keys that stay with their database, healing', async () => {
  const settings = readSettings({ DATA_DIR: 'built-in', CIPHER: 'sm4' }, folder)
  let ground = await openGround(settings)
  assert.deepEqual(await ask(ground.app, who), ['niangjia_app', false, false, false, false, 'Asia/Shanghai'])
  await assert.rejects(ask(ground.app, 'create table public.mine ()'), /permission denied/)
  await assert.rejects(ask(ground.app, 'select keys from installation'), /permission denied/)
  await assert.rejects(ask(ground.app, 'set role niangjia_owner'), /permission denied/)
  assert.equal(ground.serverVersion >= 180_000, true)
  assert.equal(statSync(join(settings.dataDir, 'postgres-app.secret')).mode & 0o777, 0o600)
  const sealed = ground.cipher.seal('王', 'p/1')
  assert.match(sealed, /^s\.1\./)

  const pool = new pg.Pool(ground.app)
  pool.on('error', () => {})
  await pool.query('select 1')
  const { pid } = JSON.parse(readFileSync(join(settings.dataDir, 'niangjia.pid'), 'utf8'))
  assert.equal(pid, process.pid)
  process.kill(
    Number(readFileSync(join(settings.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
    'SIGKILL',
  )
  const { rows } = await outliving(ground.ensureRunning, () => pool.query('select 2 as two'))
  assert.equal(rows[0].two, 2)
  await pool.end()
  await ground.stop()

  renameSync(settings.keyFile, `${settings.keyFile}.away`)
  await assert.rejects(openGround(settings), /找不到密钥文件/)
  assert.ok(!existsSync(settings.keyFile) && !existsSync(join(settings.dataDir, 'niangjia.pid')))
  renameSync(`${settings.keyFile}.away`, settings.keyFile)
  ground = await openGround({ ...settings, cipher: 'aes' })
  assert.equal(ground.cipher.open(sealed, 'p/1'), '王')
  await ground.stop()
})

test('a lost connection is told from a failed statement', async () => {
  await assert.rejects(ask({ host: folder, port: 1, user: 'x' }, 'select 1'), isConnectionLoss)
  for (const code of ['57P01', '57P02', '57P03', '08006', 'ECONNRESET'])
    assert.ok(isConnectionLoss(Object.assign(new Error('x'), { code })), code)
  for (const code of ['23505', '40001', '57014', '53300', '28P01'])
    assert.ok(!isConnectionLoss(Object.assign(new Error('x'), { code })), code)
  assert.ok(!isConnectionLoss('Connection terminated'))
  // better-auth says “Failed to get session” and keeps the database's word as its cause
  const starting = Object.assign(new Error('x'), { code: '57P03' })
  assert.ok(isConnectionLoss(new Error('Failed to get session', { cause: starting })))
  assert.ok(!isConnectionLoss(new Error('Failed to get session', { cause: new Error('x') })))
  let tries = 0
  const lost = Object.assign(new Error('gone'), { code: '57P01' })
  await assert.rejects(
    outliving(
      async () => {},
      async () => Promise.reject((tries++, lost)),
    ),
    lost,
  )
  assert.equal(tries, 6)
})

const bin = '/usr/lib/postgresql/15/bin'
const skip = existsSync(bin) ? false : `no PostgreSQL 15 in ${bin}`

test('an outside PostgreSQL 15: owner without superuser, own role or a named one', { skip }, async t => {
  const cluster = join(folder, 'fifteen')
  chmodSync(folder, 0o711)
  const user = postgresUser(`${bin}/postgres`, folder, cluster)
  mkdirSync(cluster, { mode: 0o700 })
  user.own(cluster)
  const run = { ...user.ids, cwd: '/' }
  const [initdb, args] = user.command(`${bin}/initdb`, [
    '-D',
    cluster,
    '-U',
    'boss',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '-N',
  ])
  assert.equal(spawnSync(initdb, args, run).status, 0)
  const quiet = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${cluster}`, '-c', 'fsync=off']
  const [postgres, more] = user.command(`${bin}/postgres`, ['-D', cluster, ...quiet])
  const server = spawn(postgres, more, { ...run, stdio: 'ignore' })
  t.after(async () => {
    server.kill('SIGINT')
    await once(server, 'exit')
  })
  while (
    !/ready/.test(existsSync(`${cluster}/postmaster.pid`) ? readFileSync(`${cluster}/postmaster.pid`, 'utf8') : '')
  )
    await sleep(20)
  const boss = { host: cluster, user: 'boss', database: 'postgres' }
  for (const line of [
    'create role keeper login createrole',
    'create role clerk login',
    'create role plain login',
    'create database ours owner keeper',
    'create database theirs owner plain',
    `create database latin owner keeper encoding 'LATIN1' template template0`,
  ])
    await ask(boss, line)
  const url = (name: string, database: string) => `postgres://${name}:x@${encodeURIComponent(cluster)}/${database}`
  const open = (env: Record<string, string>) => openGround(readSettings({ DATA_DIR: 'outside', ...env }, folder))

  const ground = await open({ DATABASE_URL: url('keeper', 'ours') })
  assert.deepEqual(await ask(ground.app, who), ['niangjia_app', false, false, false, false, 'Asia/Shanghai'])
  assert.equal(Math.floor(ground.serverVersion / 10_000), 15)
  assert.equal((await open({ DATABASE_URL: url('keeper', 'ours') })).keys.id, ground.keys.id)
  await ground.ensureRunning()

  const named = await open({ DATABASE_URL: url('keeper', 'ours'), APP_DATABASE_URL: url('clerk', 'ours') })
  assert.deepEqual(await ask(named.app, `select current_user, pg_has_role('niangjia_app', 'usage')`), ['clerk', true])

  const refused = (env: Record<string, string>, line: RegExp) =>
    assert.rejects(open(env), (error: Error) => line.test(error.message) && !error.message.includes('\n'))
  await refused({ DATABASE_URL: url('keeper', 'theirs') }, /不是数据库 theirs 的所有者/)
  await refused({ DATABASE_URL: url('keeper', 'latin') }, /编码是 LATIN1/)
  await refused({ DATABASE_URL: url('keeper', 'ours'), APP_DATABASE_URL: url('boss', 'ours') }, /不能以 boss 登录/)
  await refused({ DATABASE_URL: url('keeper', 'ours'), APP_DATABASE_URL: url('keeper', 'ours') }, /不能以 keeper 登录/)
  await refused({ DATABASE_URL: url('keeper', 'ours'), APP_DATABASE_URL: url('clerk', 'postgres') }, /不是同一个数据库/)
  await refused({ DATABASE_URL: url('keeper', 'ours'), DATA_DIR: 'elsewhere' }, /找不到密钥文件/)
  await ask(boss, 'drop owned by niangjia_app').catch(() => {})
  await ask({ ...boss, database: 'ours' }, 'drop owned by niangjia_app')
  await ask(boss, 'drop role niangjia_app')
  await refused({ DATABASE_URL: url('plain', 'theirs'), DATA_DIR: 'third' }, /CREATEROLE/)
})
