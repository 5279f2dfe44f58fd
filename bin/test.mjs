#!/usr/bin/env node
// npm test: everything a newcomer needs to believe the house stands. Fetches the browser from Debian's packages when there is none,
// builds the web, then runs unit tests, journeys (real HTTP, real PostgreSQL) and stories (real browser).
import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'

const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `需要 Node 24，现在是 ${process.version}。请先运行 npm ci，再用 npm test。(Node 24 is needed: run npm ci, then npm test)`,
  )
  process.exit(1)
}

const only = process.argv.slice(2)
const wanted = part => only.length === 0 || only.includes(part)
const run = (command, args, options = {}) => spawnSync(command, args, { stdio: 'inherit', ...options }).status ?? 1

const browser = () =>
  [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    path => path && existsSync(path),
  )

function fetchBrowser() {
  if (browser() && fontsStand()) return
  console.log('正在从系统软件源安装浏览器和中文字体…… (installing chromium and fonts)')
  const apt = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const [command, ...rest] = [...apt, 'apt-get']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run(command, [...rest, 'update', '-qq'], { env })
  const failed = run(command, [...rest, 'install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (failed || !browser()) {
    console.error(
      '没有浏览器：请安装 Chromium，或用 CHROMIUM 指明它在哪里。(no browser: install chromium or set CHROMIUM)',
    )
    process.exit(1)
  }
}
const fontsStand = () => spawnSync('sh', ['-c', 'fc-list :lang=zh | grep -q .']).status === 0

const minutes = 10
const test = (name, globs, concurrency) => {
  const files = globSync(globs).toSorted()
  if (files.length === 0) {
    console.error(`${name}: no test files`)
    return 1
  }
  console.log(`\n── ${name} (${files.length}) ──`)
  // what hangs is told by its name, not by a run that never ends
  const options = [`--test-concurrency=${concurrency}`, `--test-timeout=${minutes * 60_000}`, '--test-reporter=spec']
  return run(process.execPath, ['--test', ...options, ...files])
}

let failed = 0
if (wanted('unit')) failed |= test('unit', ['src/**/*.test.ts'], 2)
if (wanted('journeys') || wanted('stories'))
  failed |= run(process.execPath, [
    'node_modules/vite/bin/vite.js',
    'build',
    '-c',
    'src/web/vite.config.ts',
    '--logLevel',
    'warn',
  ])
if (wanted('journeys')) failed |= test('journeys', ['journeys/**/*.test.ts'], 2)
if (wanted('stories')) {
  fetchBrowser()
  // two at once, as there are two processors at least; more would only make each of them wait
  failed |= test('stories', ['stories/**/*.test.ts'], 2)
}
process.exit(failed ? 1 : 0)
