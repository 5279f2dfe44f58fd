import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readSettings } from './settings.ts'
import type { Setting } from './setting-kinds.ts'
import { settingsList } from './settings-list.ts'
import { settingsPage } from './settings-page.ts'

const cwd = mkdtempSync(join(tmpdir(), 'niangjia-settings-'))
test.after(() => rmSync(cwd, { recursive: true }))
mkdirSync(join(cwd, '.data'))
const usual = join(cwd, '.data', 'niangjia.json')
const write = (path: string, value: unknown) => writeFileSync(path, JSON.stringify(value), { mode: 0o600 })

test('without any setting there are defaults, and nothing else', () => {
  assert.deepEqual(readSettings({ PORT: '', OTHER: 'x' }, cwd), {
    port: 8080,
    host: '127.0.0.1',
    dataDir: join(cwd, '.data'),
    logLevel: 'info',
    cipher: 'aes',
    keyFile: join(cwd, '.data', 'keys.json'),
  })
})

test('the environment beats the file, the file beats the default', () => {
  write(usual, { port: 9000, host: '0.0.0.0', cipher: 'sm4', appUrl: 'https://a.example/' })
  const settings = readSettings({ PORT: '7000', APP_URL: 'https://b.example' }, cwd)
  assert.deepEqual(
    [settings.port, settings.host, settings.cipher, settings.appUrl, settings.file],
    [7000, '0.0.0.0', 'sm4', 'https://b.example', usual],
  )
  assert.equal(readSettings({}, cwd).appUrl, 'https://a.example')
  rmSync(usual)
})

test('a named file may say where the data lies, and must exist', () => {
  const named = join(cwd, 'site.json')
  assert.throws(() => readSettings({ NIANGJIA_SETTINGS: named }, cwd), /读不到：ENOENT/)
  write(named, { dataDir: '/srv/niangjia', keyFile: 'keys/one.json' })
  const settings = readSettings({ NIANGJIA_SETTINGS: 'site.json' }, cwd)
  assert.deepEqual([settings.dataDir, settings.keyFile], ['/srv/niangjia', join(cwd, 'keys', 'one.json')])
})

test('what will not do is refused in one line that names it', () => {
  const refused = (env: Record<string, string>, line: RegExp) =>
    assert.throws(
      () => readSettings(env, cwd),
      (error: Error) => line.test(error.message) && !error.message.includes('\n') && !error.message.includes('geheim'),
    )
  refused({ PORT: '99999' }, /PORT.*“99999”不对/)
  refused({ PORT: '80a' }, /PORT/)
  refused({ CIPHER: 'des' }, /aes · sm4/)
  refused({ LOG_LEVEL: 'loud' }, /LOG_LEVEL/)
  refused({ APP_URL: 'fulian' }, /APP_URL/)
  refused({ DATABASE_URL: 'mysql://root:geheim@db/x' }, /DATABASE_URL/)
  refused({ APP_DATABASE_URL: 'postgres://a@db/x' }, /要同时写 DATABASE_URL/)
  for (const [content, line] of [
    [{ prot: 1 }, /没有“prot”这个设置/],
    [{ keys: 'x' }, /没有“keys”这个设置/],
    [{ dataDir: '/srv' }, /没有“dataDir”这个设置/],
    [{ port: true }, /应当是文字或数字/],
    [{ port: 'many' }, /niangjia\.json 里的 port/],
    [[1], /一个 JSON 对象/],
  ] as const) {
    write(usual, content)
    refused({}, line)
  }
  writeFileSync(usual, '{"port": 1,}')
  refused({}, /不是正确的 JSON/)
  rmSync(usual)
})

test('a database password in a file others can read is refused', { skip: process.platform === 'win32' }, () => {
  write(usual, { databaseUrl: 'postgres://owner:secret@db/niangjia' })
  assert.equal(readSettings({}, cwd).databaseUrl, 'postgres://owner:secret@db/niangjia')
  chmodSync(usual, 0o644)
  assert.throws(() => readSettings({}, cwd), /chmod 600/)
  write(usual, { databaseUrl: 'postgres://owner@db/niangjia' })
  assert.equal(readSettings({}, cwd).databaseUrl, 'postgres://owner@db/niangjia')
  rmSync(usual)
})

test('every setting has both languages, and its default is one it would accept', () => {
  for (const one of Object.values(settingsList) as Setting<unknown>[]) {
    assert.match(one.zh, /[一-鿿]/, one.env)
    assert.match(one.en, /[a-z]/, one.env)
    if (/^[\w.]+$/.test(one.fallback)) assert.notEqual(one.read(one.fallback), undefined, one.env)
  }
})

test('docs/settings.md says what is true', () => {
  const page = new URL('../../docs/settings.md', import.meta.url)
  if (process.env['UPDATE_DOCS']) writeFileSync(page, settingsPage())
  assert.equal(readFileSync(page, 'utf8'), settingsPage(), 'run with UPDATE_DOCS=1 to write the page')
})
