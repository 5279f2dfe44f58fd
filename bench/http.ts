import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { signedIn, type Client } from '../cast/house.ts'
import { freePort, postgresPid, startServer } from '../cast/server.ts'
import { httpGoals, type HttpFindings } from './http-goals.ts'
import { benchPassword, makeGround, sessionOrder, sessionProgrammes, type HttpGround } from './http-data.ts'
import type { BenchReport } from './report.ts'
import { openSender, type Sender } from './sender.ts'
import { interleaved, pick, times } from './timing.ts'

export type HttpBenchOptions = {
  /** A million by default, as the peers had. */
  activities?: number
  onPart?: (part: string) => void
  /** How long each way of creating is measured. */
  seconds?: number
}

/**
 * The product's own server, driven over HTTP with the work the peers were measured with: 13,014 units, a million sessions, 1.5
 * million person links. Builds a throw-away data folder, which takes some minutes.
 */
export async function benchHttp(options: HttpBenchOptions = {}): Promise<BenchReport> {
  const part = options.onPart ?? (() => {})
  const activities = options.activities ?? 1_000_000
  const begin = performance.now()
  const before = loadavg()[0] ?? 0
  const folder = mkdtempSync(join(tmpdir(), 'niangjia-bench-http-'))
  const dataDir = join(folder, 'data')
  try {
    const ground = await makeGround(dataDir, activities, part)
    const findings = await measured(dataDir, ground, { activities, seconds: options.seconds ?? 6 }, part)
    const load = `load ${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`
    return {
      measures: activities,
      persons: ground.links,
      records: activities,
      machine: `${cpus().length} processors, ${load}, Node ${process.version}`,
      seconds: (performance.now() - begin) / 1000,
      ...httpGoals(findings),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured(
  dataDir: string,
  ground: HttpGround,
  { activities, seconds }: { activities: number; seconds: number },
  part: (name: string) => void,
): Promise<HttpFindings> {
  const port = await freePort()
  await (await startServer(dataDir, port)).stop()
  part('starting on an existing folder')
  const server = await startServer(dataDir, port)
  try {
    const staff = await signedIn(server.url, 'staff', benchPassword)
    const village = await signedIn(server.url, 'village', benchPassword)
    part('reads')
    const [asStaff, asVillage] = [openSender(staff, 1), openSender(village, 1)]
    const cases = readsOf(ground, asStaff, asVillage)
    // as on any day: a server that has been asked before
    await interleaved(cases, { rounds: 1, budget: 1200, most: 100 })
    const reads = await interleaved(cases, { rounds: 3, budget: 1200, most: 60 })
    asStaff.close()
    asVillage.close()
    part('creating')
    const create = {
      'village 1': await creating(village, ground.village, 1, seconds),
      'staff 1': await creating(staff, ground.village, 1, seconds),
      'village 16': await creating(village, ground.village, 16, seconds),
      'staff 16': await creating(staff, ground.village, 16, seconds),
    }
    const memory = { server: residentOf(server.child.pid), database: databaseMemory(postgresPid(dataDir)) }
    return { activities, links: ground.links, ready: server.milliseconds, create, reads, memory }
  } finally {
    await server.stop()
  }
}

function readsOf({ counties, province, village: home }: HttpGround, staff: Sender, village: Sender) {
  const year = () => {
    const of = 2021 + Math.floor(Math.random() * 5)
    return { from: `${of}-01-01`, to: `${of}-12-31` }
  }
  const flows = sessionProgrammes.flatMap(({ id, indicators }) =>
    Object.entries(indicators).flatMap(([name, { kind, sum }]) =>
      kind === 'flow' && (sum === undefined || sum === 'attended') ? [`${id}.${name}`] : [],
    ),
  )
  const figures =
    (unit: number, indicators: string[], more: object = {}) =>
    () =>
      staff.ask('figures', {}, { unit, indicators, ...year(), ...more, lean: true })
  const of = (unit: () => number, indicators: string[]) => () => figures(unit(), indicators)()
  const county = () => pick(counties)
  return {
    'newest 50 of a county': () => staff.ask('records', { unit: county(), limit: 50 }),
    'sums by programme, province': of(() => province, flows),
    'sums by programme, county': of(county, flows),
    'county x month pivot of 60 months': () =>
      figures(
        province,
        [`${pick(sessionProgrammes).id}.sessions`]
          .filter(key => flows.includes(key))
          .concat('activity.sessions')
          .slice(0, 1),
        {
          rows: 'counties',
          columns: 'months',
          from: '2021-01-01',
          to: '2025-12-31',
        },
      )(),
    'distinct persons, province': of(() => province, ['activity.people']),
    'distinct persons, county': of(county, ['activity.people']),
    'unit picker': () =>
      staff.ask('findUnits', { q: pick(['长', 'cc', '前郭', 'qg', '东', 'yanb', '村', 'mlh', '新立', 'huimin']) }),
    'list, village account': () => village.ask('records', { unit: home, limit: 50 }),
    'list, staff account': () => staff.ask('records', { unit: home, limit: 50 }),
  }
}

/** Orders one after the other by so many clients at once. */
async function creating(client: Client, unit: number, clients: number, seconds: number) {
  const sender = openSender(client, clients)
  const taken: number[] = []
  const run = async (until: number) => {
    while (performance.now() < until) {
      const body = sessionOrder(pick(sessionProgrammes), unit)
      const start = performance.now()
      await sender.ask('perform', {}, body)
      taken.push(performance.now() - start)
    }
  }
  const all = (length: number) => Promise.all(Array.from({ length: clients }, () => run(performance.now() + length)))
  await all(1000)
  taken.length = 0
  const begin = performance.now()
  await all(seconds * 1000)
  sender.close()
  return { perSecond: taken.length / ((performance.now() - begin) / 1000), ms: times(taken) }
}

const residentOf = (pid: number | undefined): number => kilobytes(`/proc/${pid}/status`, 'VmRSS') * 1024

/** What all processes of the database hold together: memory they share is divided among them. */
function databaseMemory(postmaster: number | undefined): number {
  const own = readdirSync('/proc').filter(
    name => /^\d+$/.test(name) && (Number(name) === postmaster || parentOf(name) === postmaster),
  )
  return own.reduce((sum, name) => sum + kilobytes(`/proc/${name}/smaps_rollup`, 'Pss') * 1024, 0)
}

const parentOf = (pid: string): number => kilobytes(`/proc/${pid}/status`, 'PPid')

function kilobytes(file: string, name: string): number {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
