import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { backup } from './backup.ts'
import { walSegments } from './backup-list.ts'
import { type Ground, openGround } from './ground.ts'
import { restore } from './restore.ts'
import { readSettings } from './settings.ts'

const folder = fs.mkdtempSync(join(tmpdir(), 'niangjia-backup-'))
const settings = readSettings({ DATA_DIR: 'live' }, folder)
const out = join(folder, 'one.tar.zst')
let ground: Ground
let sealed: string

before(async () => {
  ground = await openGround(settings)
  sealed = ground.cipher.seal('王小花', 'p/1')
  const client = new pg.Client(ground.owner)
  await client.connect()
  await client.query(`
    create table paid (n int primary key, text text not null);
    create table received (n int primary key, text text not null);
    create table total (one boolean primary key default true, sum bigint not null);
    insert into total values (true, 0);
    create table ballast as select i, md5(i::text) as text from generate_series(1, 50000) i;
    create index on ballast (text);
    create index on ballast (i)`)
  await client.end()
  fs.mkdirSync(join(settings.dataDir, 'files', 'a', 'empty'), { recursive: true })
  fs.writeFileSync(join(settings.dataDir, 'files', 'a', 'photo'), Buffer.alloc(3_000_001, 7))
  fs.writeFileSync(join(settings.dataDir, 'niangjia.json'), '{"port":8081}')
})
after(async () => {
  await ground.stop()
  fs.rmSync(folder, { recursive: true })
})

/** Commits double bookings as fast as it can until told to stop; `acknowledged` grows with each commit. */
async function bookings(
  config: pg.ClientConfig,
  from: number,
  acknowledged: number[],
  on: { more: boolean },
): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  for (let n = from; on.more; n += 4) {
    await client.query('begin')
    await client.query('insert into paid values ($1, repeat($2, 300))', [n, String(n)])
    await client.query('insert into received values ($1, repeat($2, 300))', [n, String(n)])
    await client.query('update total set sum = sum + $1', [n])
    await client.query('update ballast set text = md5(text) where i = $1', [1 + ((n * 7919) % 50_000)])
    await client.query('commit')
    acknowledged.push(n)
  }
  await client.end()
}

test('a backup under load holds every row committed before its end, and none is torn', async t => {
  const acknowledged: number[] = []
  const on = { more: true }
  const writers = [1, 2, 3, 4].map(from => bookings(ground.owner, from, acknowledged, on))
  while (acknowledged.length < 100) await new Promise(resolve => setTimeout(resolve, 10))
  const begin = performance.now()
  const startedWith = acknowledged.length
  let before: number[] = []
  const stages = new Set<string>()
  const done = await backup({
    ownerConnection: ground.owner,
    dataDir: settings.dataDir,
    out,
    onProgress: ({ stage, done, total }) => {
      assert.ok(done <= total)
      stages.add(stage)
      if (stage === 'ending') before = [...acknowledged]
    },
  })
  t.diagnostic(
    `backup: ${Math.round(performance.now() - begin)} ms, ${done.bytes} bytes, ${done.manifest.files.length} files`,
  )
  assert.ok(before.length > startedWith, 'people went on working')
  on.more = false
  await Promise.all(writers)
  assert.deepEqual([...stages], ['database', 'ending', 'rest'])
  const names = done.manifest.files.map(({ name }) => name)
  assert.ok(!done.manifest.keysInside && !names.includes('keys.json'))
  assert.deepEqual(
    names.filter(name => /secret|\.log|\.pid|pg_replslot|pg_stat_tmp/.test(name)),
    [],
  )
  assert.equal(fs.statSync(out).mode & 0o777, 0o600)

  const restored = readSettings({ DATA_DIR: 'restored' }, folder)
  const result = await restore({ archive: out, dataDir: restored.dataDir })
  t.diagnostic(
    `restore: unpack ${Math.round(result.unpackMilliseconds)} ms, recover ${Math.round(result.recoverMilliseconds)} ms`,
  )
  assert.deepEqual(fs.readFileSync(join(restored.dataDir, 'files', 'a', 'photo')), Buffer.alloc(3_000_001, 7))
  assert.ok(fs.existsSync(join(restored.dataDir, 'files', 'a', 'empty')))
  assert.equal(fs.readFileSync(join(restored.dataDir, 'niangjia.json'), 'utf8'), '{"port":8081}')

  await assert.rejects(openGround(restored), /找不到密钥文件/)
  fs.copyFileSync(settings.keyFile, restored.keyFile)
  const again = await openGround(restored)
  try {
    assert.equal(again.cipher.open(sealed, 'p/1'), '王小花')
    const client = new pg.Client(again.owner)
    await client.connect()
    const { rows } = await client.query<{ n: number }>(
      'select n from paid join received using (n, text) where text = repeat(n::text, 300)',
    )
    const stored = new Set(rows.map(row => row.n))
    assert.deepEqual(
      before.filter(n => !stored.has(n)),
      [],
    )
    t.diagnostic(`${before.length} acknowledged before the end, ${stored.size} restored`)
    const check = await client.query(
      `select (select count(*) from paid) = $1 and (select count(*) from received) = $1
      and (select sum from total) = (select sum(n) from paid) and (select count(*) from ballast) = 50000 as fits`,
      [stored.size],
    )
    assert.equal(check.rows[0].fits, true)
    await client.query('set enable_seqscan = off')
    assert.equal(
      (await client.query('select count(*)::int n from (select text from ballast order by text) t')).rows[0].n,
      50_000,
    )
    await client.end()
  } finally {
    await again.stop()
  }
})

test('a gzip backup with keys opens with any tar, and restores with its keys', async () => {
  const gz = join(folder, 'two.tar.gz')
  const { manifest, sha256 } = await backup({
    ownerConnection: ground.owner,
    dataDir: settings.dataDir,
    out: gz,
    keyFile: settings.keyFile,
  })
  assert.ok(manifest.keysInside)
  assert.ok(fs.readFileSync(`${gz}.sha256`, 'utf8').startsWith(sha256))
  const listed = spawnSync('tar', ['-tzf', gz], { encoding: 'utf8' })
  if (!listed.error) {
    assert.equal(listed.status, 0, listed.stderr)
    assert.ok(listed.stdout.includes('\nkeys.json\nmanifest.json\n'))
  }
  const keyed = readSettings({ DATA_DIR: 'keyed' }, folder)
  await restore({ archive: gz, dataDir: keyed.dataDir })
  assert.equal(fs.statSync(keyed.keyFile).mode & 0o777, 0o600)
  const again = await openGround(keyed)
  assert.equal(again.cipher.open(sealed, 'p/1'), '王小花')
  await again.stop()
})

test('a changed or broken-off backup is refused and leaves the folder empty', async () => {
  const whole = fs.readFileSync(out)
  const dataDir = join(folder, 'refused')
  const bad = join(folder, 'bad.tar.zst')
  const changed = Buffer.from(whole)
  const middle = Math.floor(whole.length / 2)
  changed[middle] = changed[middle]! ^ 4
  for (const bytes of [
    changed,
    whole.subarray(0, middle),
    whole.subarray(0, whole.length - 200),
    Buffer.from('nonsense'),
  ]) {
    fs.writeFileSync(bad, bytes)
    await assert.rejects(restore({ archive: bad, dataDir }), /备份文件/)
    assert.deepEqual(fs.readdirSync(dataDir), [])
  }
  fs.writeFileSync(bad, whole)
  fs.writeFileSync(`${bad}.sha256`, `${'0'.repeat(64)}  bad.tar.zst\n`)
  await assert.rejects(restore({ archive: bad, dataDir }), /sha256/)
})

test('what would overwrite or mislead is refused in one line', async () => {
  const options = { ownerConnection: ground.owner, dataDir: settings.dataDir }
  await assert.rejects(backup({ ...options, out }), /已经存在/)
  await assert.rejects(backup({ ...options, out: join(folder, 'x.zip') }), /\.tar\.zst 或 \.tar\.gz/)
  await assert.rejects(backup({ ...options, out: join(folder, 'none', 'x.tar.gz') }), /没有文件夹/)
  await assert.rejects(backup({ ...options, dataDir: folder, out: join(folder, 'x.tar.gz') }), /pg_basebackup/)
  await assert.rejects(restore({ archive: out, dataDir: settings.dataDir }), /不是空文件夹/)
  await assert.rejects(restore({ archive: join(folder, 'none'), dataDir: join(folder, 'new') }), /没有备份文件/)
  assert.ok(!fs.existsSync(join(folder, 'x.tar.gz.half')))
})

test('the segments between two are named as PostgreSQL names them', () => {
  assert.deepEqual(walSegments('0000000100000000000000FE', '000000010000000100000001'), [
    '0000000100000000000000FE',
    '0000000100000000000000FF',
    '000000010000000100000000',
    '000000010000000100000001',
  ])
})
