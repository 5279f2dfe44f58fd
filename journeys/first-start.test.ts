import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { getMigrations } from 'better-auth/db/migration'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { makeAuth } from '#server/auth'
import { startPlatform } from '#server/platform'
import { readSettings } from '#store/settings'
import { signedIn } from '../cast/house.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'niangjia-first-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const settings = readSettings({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' }, folder)
const password = '自己的密码-5678'

const post = (url: string, door: string, body: object) =>
  fetch(url + door, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  })

test('the first start prints an address that works once: it plants the tree and makes the one who keeps it', async () => {
  let platform = await startPlatform(settings)
  const old = new URL(platform.setup ?? '').searchParams.get('token')
  await platform.stop()
  platform = await startPlatform(settings)
  try {
    const { url } = platform
    const token = new URL(platform.setup ?? '').searchParams.get('token')
    const who = { name: '关静', username: '管家', password, root: '220721' }
    const state = async () => (await fetch(`${url}/api/setup`)).json() as Promise<{ needed: boolean; planted: boolean }>
    assert.deepEqual([(await state()).needed, (await state()).planted], [true, false])
    const reasonOf = async (body: object) => {
      const answer = await post(url, '/api/setup', body)
      const told = (await answer.json()) as { details?: { reason: string }; issues?: { path: string }[] }
      return told.details?.reason ?? told.issues?.[0]?.path
    }
    assert.equal(await reasonOf({ ...who, token: old }), 'setup-token')
    assert.equal(await reasonOf({ ...who, token: 'x'.repeat(43) }), 'setup-token')
    assert.equal(await reasonOf({ ...who, token, username: '坏 名字' }), 'username')
    assert.equal(await reasonOf({ ...who, token, password: 'short' }), 'password')
    assert.equal(await reasonOf({ ...who, token, root: '朝阳区' }), 'not-planted')
    assert.equal((await post(url, '/api/setup', { ...who, token })).status, 200)
    assert.equal(await reasonOf({ ...who, token }), 'setup-done')
    assert.deepEqual([(await state()).needed, (await state()).planted], [false, true])
    const keeper = await signedIn(url, '管家', password)
    const me = await keeper.call('me', {})
    assert.deepEqual(
      me.posts.map(each => [each.kind, each.unit.short]),
      [['admin', '前郭县妇联']],
    )
    assert.ok((await keeper.call('findUnits', { query: { q: 'chagan' } })).rows.length > 0)
    const { rows } = await platform.open.asOwner(owner =>
      owner.query(`select value from setting where key = 'first-start'`),
    )
    assert.deepEqual(rows, [])
  } finally {
    await platform.stop()
  }
})

test('a house with people in it starts without an address, and nobody else can open its folder meanwhile', async () => {
  const platform = await startPlatform(settings)
  try {
    assert.equal(platform.setup, undefined)
    const second = spawnSync(process.execPath, ['bin/niangjia.mjs', 'start'], {
      env: { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' },
      encoding: 'utf8',
    })
    assert.equal(second.status, 1)
    assert.match(second.stderr, /已经在用数据文件夹/)
    assert.equal(second.stderr.trim().split('\n').length, 1)
    const verified = spawnSync(process.execPath, ['bin/niangjia.mjs', 'verify', '--json'], {
      env: { ...process.env, DATA_DIR: folder },
      encoding: 'utf8',
    })
    assert.equal((JSON.parse(verified.stdout) as { wrong: number }).wrong, 0)
  } finally {
    await platform.stop()
  }
})

test('our tables are those better-auth asks for: it would add nothing', async () => {
  const platform = await startPlatform(settings)
  const pool = new pg.Pool(platform.open.ground.owner)
  try {
    const { options } = makeAuth({
      db: pool,
      url: platform.url,
      origins: () => [],
      secret: 'x'.repeat(32),
      newId: () => crypto.randomUUID(),
      onSignIn: async () => {},
    } as never)
    const database = { db: new Kysely({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' as const }
    const { toBeAdded, toBeCreated } = await getMigrations({ ...options, database })
    assert.deepEqual([toBeCreated.map(each => each.table), toBeAdded.map(each => each.table)], [[], []])
  } finally {
    await pool.end()
    await platform.stop()
  }
})

test('what was killed while working starts again by itself, nothing lost', async () => {
  const begun = spawn(process.execPath, ['bin/niangjia.mjs', 'start', '--json'], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ready = await new Promise<string>((resolve, reject) => {
    begun.once('exit', code => reject(new Error(`start ended with ${code}`)))
    let told = ''
    begun.stdout.on('data', chunk => {
      told += chunk
      const line = told.split('\n').find(each => each.includes('"ready"'))
      if (line) resolve((JSON.parse(line) as { ready: string }).ready)
    })
  })
  const keeper = await signedIn(ready, '管家', password)
  await keeper.call('setMe', { body: { theme: 'dark' } })
  process.kill(Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  for (let tries = 0; ; tries++) {
    const answer = await keeper.fetch('/api/me')
    if (answer.status === 200) break
    assert.ok(tries < 100 && [500, 503].includes(answer.status), String(answer.status))
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  begun.kill('SIGKILL')
  await once(begun, 'exit')
  const platform = await startPlatform(settings)
  try {
    assert.equal((await (await signedIn(platform.url, '管家', password)).call('me', {})).theme, 'dark')
  } finally {
    await platform.stop()
  }
})
