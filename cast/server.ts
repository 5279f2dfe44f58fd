import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'

const root = path.resolve(import.meta.dirname, '..')

/** The server as `niangjia start` runs it, without building the pages first; one line of JSON when it is ready. */
const program = `
  import { openGround } from '#store/ground'
  import { readSettings } from '#store/settings'
  const settings = readSettings(process.env, process.cwd())
  const started = Promise.withResolvers()
  const options = {
    onEvent: event => {
      if (event.kind === 'waiting') started.resolve()
      if (event.kind === 'failed' && event.final) process.kill(process.pid, 'SIGTERM')
    },
  }
  const ground = openGround(settings, options)
  await Promise.race([ground, started.promise])
  const { startPlatform } = await import('#server/platform')
  const platform = await startPlatform(settings, { ...options, ground })
  console.log(JSON.stringify({ ready: platform.url, setup: platform.setup }))
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void platform.stop().then(() => process.exit(0)))`

/** What `bin/niangjia.mjs` sees to: what was compiled once is kept. */
const alike = {
  NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/niangjia'),
  LOG_LEVEL: 'silent',
  NODE_NO_WARNINGS: '1',
}

export type ServerProcess = {
  readonly child: ChildProcess
  readonly url: string
  readonly setup: string | undefined
  /** From the start of the process to the first request it can answer. */
  readonly milliseconds: number
  /** Fails when the process ends. */
  readonly ended: Promise<never>
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Starts the server of a data folder as a process of its own. Throws when it ends before it is ready. */
export async function startServer(dataDir: string, port: number): Promise<ServerProcess> {
  const begun = performance.now()
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    env: { ...process.env, ...alike, DATA_DIR: dataDir, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', chunk => (complaint = `${complaint}${chunk}`.slice(-2000)))
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`the server ended (${code ?? signal}): ${complaint}`)
  })
  ended.catch(() => {})
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [string]
  const { ready, setup } = JSON.parse(line) as { ready: string; setup?: string }
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    child,
    url: ready,
    setup,
    milliseconds: performance.now() - begun,
    ended,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

/** The process id of the PostgreSQL of a data folder. Undefined while it is down. */
export function postgresPid(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]) || undefined
  } catch {
    return undefined
  }
}

/** Runs `niangjia …` on a data folder and gives its last line of JSON. Throws with what it complained of. */
export async function niangjia(
  dataDir: string,
  ...args: string[]
): Promise<{ code: number; told: Record<string, unknown> }> {
  const child = spawn(process.execPath, ['bin/niangjia.mjs', ...args, '--json'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, complaint] = ['', '']
  child.stdout.on('data', chunk => (said += chunk))
  child.stderr.on('data', chunk => (complaint += chunk))
  const [code] = (await once(child, 'close')) as [number]
  const lines = said.trim().split('\n').filter(Boolean)
  if (lines.length === 0) throw new Error(`niangjia ${args.join(' ')}: ${code} ${complaint}`)
  return { code, told: JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> }
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
