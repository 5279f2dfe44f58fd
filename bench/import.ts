import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSheets } from '#papers/sheets/read-sheet'
import { writeWorkbook, type RowOut } from '#papers/sheets/write-workbook'
import { signedIn, type Client } from '../cast/house.ts'
import { freePort, startServer } from '../cast/server.ts'
import type { Programme } from '#language'
import { lectures } from '#programmes/lectures'
import { wordsFor } from '#programmes/words'
import { benchPassword, makeGround } from './http-data.ts'
import { share, whole, type BenchReport } from './report.ts'
import { seconds } from './timing.ts'

/** One register of so many rows, with the words of a village: its name, the day, what, how many, and four more columns. */
async function register(rows: number, villages: readonly string[]): Promise<Uint8Array> {
  // the compiler knows the programme more closely than its words do
  const words = wordsFor(lectures as unknown as Programme, 'zh')
  const options = (name: string) => Object.values(words.fields[name]?.options ?? {})
  const [settings, forms] = [options('setting'), options('form')]
  function* all(): Generator<RowOut> {
    for (let i = 0; i < rows; i++)
      yield [
        villages[i % villages.length],
        `202${1 + (i % 5)}年${1 + (i % 12)}月${1 + (i % 28)}日`,
        `巾帼宣讲第${i + 1}场`,
        10 + (i % 190),
        5 + (i % 5),
        settings[i % settings.length],
        forms[i % forms.length],
        i % 3 ? null : 20 + (i % 50),
      ]
  }
  const heads = ['单位', '活动日期', '活动名称', '参加人数', '其中妇女', '讲到哪里', '怎么讲的', '线上观看']
  const kinds = ['text', 'text', 'text', 'number', 'number', 'text', 'text', 'number'] as const
  const columns = heads.map((head, i) => ({ head, kind: kinds[i] ?? 'text' }))
  const pieces: Uint8Array[] = []
  const list = { title: '宣讲台账', scope: '2021—2025', asOf: '2026', columns, rows: all() }
  for await (const piece of writeWorkbook(list)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** A register of a hundred thousand rows through the product: opened, tried, imported, imported again; and the memory it took. */
export async function benchImport(
  options: { rows?: number; onPart?: (part: string) => void } = {},
): Promise<BenchReport> {
  const { rows = 100_000, onPart: part = () => {} } = options
  const begin = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'niangjia-bench-import-'))
  const dataDir = join(folder, 'data')
  try {
    await makeGround(dataDir, 1000, part)
    const server = await startServer(dataDir, await freePort())
    try {
      const staff = await signedIn(server.url, 'staff', benchPassword)
      const top = (await staff.call('me', {})).posts[0]?.unit.no ?? 1
      part('writing the register')
      const file = await register(rows, await villagesOf(staff))
      const [bare, reading] = await seconds(() => readWhole(file))
      const idle = peakOf(server.child.pid)
      const watched = watchChildren(server.child.pid)
      const open = async () => {
        const body = {
          programme: 'lectures',
          unit: top,
          name: 'register.xlsx',
          file: Buffer.from(file).toString('base64'),
        }
        return staff.call('startImport', { body })
      }
      part('opening')
      const [first, opening] = await seconds(open)
      part('trying')
      const [tried, trying] = await seconds(() => through(staff, first.id, 'rehearseImport'))
      part('importing')
      const [done, importing] = await seconds(() => through(staff, first.id, 'runImport'))
      part('again')
      const again = await open()
      const [twice, repeating] = await seconds(() => through(staff, again.id, 'runImport'))
      const [peak, held] = [watched(), peakOf(server.child.pid)]
      return {
        ...{ measures: 0, persons: 0, records: done.rows.good },
        machine: `${cpus().length} processors, load ${(loadavg()[0] ?? 0).toFixed(1)} after, Node ${process.version}`,
        seconds: (performance.now() - begin) / 1000,
        goals: [
          {
            no: 1,
            goal: `${whole(rows)} rows imported in under 60 s`,
            figure: `${importing.toFixed(1)} s, ${whole(rows / importing)} rows/s; reading alone ${reading.toFixed(1)} s (${share(reading / importing)})`,
            met: importing < 60 && done.rows.good === rows,
          },
          {
            no: 2,
            goal: 'the importing process holds less than 300 MB',
            figure: `${peak} MB at most; the server ${held} MB, ${idle} before`,
            met: peak > 0 && peak < 300,
          },
          {
            no: 3,
            goal: 'imported again, nothing is counted twice',
            figure: `${whole(twice.rows.repeated)} of ${whole(rows)} known`,
            met: twice.rows.repeated === rows && twice.rows.good === 0,
          },
        ],
        numbers: {
          'cells read': bare,
          'opening s': opening,
          'trying s': trying,
          'importing s': importing,
          'importing again s': repeating,
          'rows that could be tried': tried.rows.good,
        },
      }
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Asks again until it is through: a door answers after a while that it still runs. */
async function through(staff: Client, id: string, door: 'rehearseImport' | 'runImport') {
  let page = await staff.call(door, { params: { id }, body: { columns: {}, remember: false } })
  while (page.state === 'running' || page.state === 'mapped') {
    await new Promise(next => setTimeout(next, 200))
    page = await staff.call('importPage', { params: { id } })
  }
  return page
}

/** Villages by township and name, as a register tells those apart that share a name. */
async function villagesOf(staff: Client): Promise<string[]> {
  const found = new Set<string>()
  for (const q of ['新', '东', '西', '大', '长', '兴', '太', '三', '二', '前', '后', '永']) {
    const { rows } = await staff.call('findUnits', { query: { q, level: 5, limit: 50 } })
    for (const { name, path } of rows)
      found.add(`${path.split(' · ').slice(-2).join('').replaceAll('妇联', '')}${name}`)
  }
  return [...found]
}

async function readWhole(file: Uint8Array): Promise<number> {
  let cells = 0
  for (const closed of (await readSheets(file)).sheets)
    for await (const row of (await closed.open()).rows) cells += row.cells.length
  return cells
}

/** Looks at the processes a server began, until it is asked: the most memory one of them held, in MB. */
function watchChildren(server: number | undefined): () => number {
  let most = 0
  const look = setInterval(() => {
    for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name)))
      try {
        const isChild = readFileSync(`/proc/${pid}/status`, 'utf8').includes(`\nPPid:\t${server}\n`)
        if (isChild && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('import-process'))
          most = Math.max(most, peakOf(Number(pid)))
      } catch {
        // it ended while it was looked at
      }
  }, 100)
  return () => {
    clearInterval(look)
    return most
  }
}

/** The most memory a process ever held, in MB. */
const peakOf = (pid: number | undefined): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
