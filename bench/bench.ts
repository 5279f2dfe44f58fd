import { createHmac } from 'node:crypto'
import { cpus, loadavg } from 'node:os'
import { rebuild } from '#engine/rebuild'
import { verifyFigures } from '#engine/verify'
import {
  askDistinct,
  askDocuments,
  askMeasures,
  bareCopy,
  exportMeasures,
  makeDocuments,
  openDuck,
} from './baselines.ts'
import { benchGround, type BenchGround } from './ground.ts'
import { goalsOf, type Findings } from './goals.ts'
import { addBatch, addMeasures, addReached, addRecords, drawRecords, withoutIndexes } from './load.ts'
import { mixed } from './mixed.ts'
import { bareReads, figureReads, personReads, someMonths } from './reads.ts'
import { told, type BenchReport } from './report.ts'
import { interleaved, pick, seconds } from './timing.ts'
import { compareWrites, orderSpeed, prepareWrites } from './writes.ts'

export type BenchOptions = {
  /** `1m` (default) or `10m`. */
  measures?: '1m' | '10m' | undefined
  /** Told as the benchmark goes from part to part. */
  onPart?: (part: string) => void
}
export { told, type BenchReport }

/**
 * The fourteen goals of the measured design, on a throw-away cluster with the product's own tables, functions, views and row
 * security, beside baselines in the same run. Takes about three minutes for a million measures, half an hour for ten.
 */
export async function bench(options: BenchOptions = {}): Promise<BenchReport> {
  const part = options.onPart ?? (() => {})
  const wanted = options.measures === '10m' ? 10_000_000 : 1_000_000
  const begin = performance.now()
  const before = loadavg()[0] ?? 0
  part('a new cluster with the tree of a province')
  const ground = await benchGround(text => createHmac('sha256', 'bench').update(text).digest('base64url'))
  try {
    const findings = await measured(ground, Math.round(wanted / 3), part)
    const { goals, numbers } = goalsOf(findings)
    const load = `load ${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`
    return {
      measures: findings.measures,
      persons: findings.persons,
      records: findings.records,
      machine: `${cpus().length} processors, ${load}, Node ${process.version}`,
      seconds: (performance.now() - begin) / 1000,
      goals,
      numbers,
    }
  } finally {
    await ground.stop()
  }
}

async function measured(ground: BenchGround, records: number, part: (name: string) => void): Promise<Findings> {
  const { owner } = ground
  // a batch spread over the whole province touches every roll-up row, so of a small run it is a larger part
  const [tenth, most] = [Math.round(records * 0.1), Math.round(records * (records < 1e6 ? 0.7 : 0.9))]
  part('drawing the records')
  await drawRecords(owner, records)

  part('first load of a tenth')
  let makeIndexes = await withoutIndexes(owner, 'measure')
  const [small, smallLoad] = await seconds(() => addMeasures(owner, 0, tenth))
  await makeIndexes()
  const indexReached = await withoutIndexes(owner, 'reached')
  await addReached(owner, 0, tenth)
  await rebuild(owner)
  await owner.query('vacuum analyze')
  await waitingChanges(ground)
  const { province: smallProvince } = await bareReads(ground)
  part('first load')
  makeIndexes = await withoutIndexes(owner, 'measure')
  const [large, largeLoad] = await seconds(() => addMeasures(owner, tenth, most))
  const [, indexing] = await seconds(makeIndexes)
  const storage = await storageOf(ground)
  part('persons')
  await addReached(owner, tenth, most)
  await indexReached()
  part('records')
  const indexRecords = await withoutIndexes(owner, 'record')
  await addRecords(owner, 0, records)
  await indexRecords()
  part('roll-ups and chains')
  const [, rebuilding] = await seconds(() => rebuild(owner))
  await owner.query('vacuum analyze')
  part('a batch into filled tables')
  const [batch, batchLoad] = await seconds(() => addBatch(owner, most, records))
  await owner.query('vacuum analyze')
  const measures = small + large + batch
  const { rows } = await owner.query<{ roll: number; persons: number }>(
    `select pg_total_relation_size('rollup') as roll, (select count(*)::int from reached) persons`,
  )
  const persons = rows[0]?.persons ?? 0

  part('baselines')
  const million = Math.min(measures, 1_000_000)
  const copying = await bareCopy(owner, await exportMeasures(owner, ground.folder, million), million)
  const all = await exportMeasures(owner, ground.folder, measures)
  const duck = await openDuck(all, ground.folder)
  await makeDocuments(owner)
  await waitingChanges(ground)

  part('reads')
  const year = () => 2021 + Math.floor(Math.random() * 5)
  const bare = await bareReads(ground)
  const reads = await interleaved(figureReads(ground))
  const baselines = await interleaved(
    {
      documents: () => askDocuments(owner, year()),
      measures: () => askMeasures(owner, year()),
      duck: () => duck.ask(year()),
    },
    { rounds: 3, budget: 1500, most: 9 },
  )
  duck.close()
  await owner.query('drop table g_doc')
  part('distinct persons')
  const { one, ...distinct } = personReads(ground)
  const named = await interleaved({ ...distinct, countDistinct: () => askDistinct(owner, one(), ...someMonths()) })
  part('a village beside the administrator')
  const village = pick(ground.places[5])
  const theirs = { ...ground, places: { ...ground.places, 5: [village] } }
  const hers = figureReads(theirs, await ground.contextAt(village.unit)).village
  const access = await interleaved(
    { village: hers, administrator: figureReads(theirs).village },
    { rounds: 6, budget: 400, most: 200 },
  )

  part('writes')
  await owner.query('truncate g_rec')
  await prepareWrites(owner)
  const load = { writers: 16, seconds: 3, rounds: 3, hot: false, slowCommit: false }
  const writes = await compareWrites(ground, ['g_plain', 'g_deltas'], load)
  const hot = await compareWrites(ground, ['g_plain', 'g_deltas', 'g_ancestors'], {
    ...load,
    hot: true,
    slowCommit: true,
  })
  const orders = await orderSpeed(ground, 16, 6)
  // what the baselines wrote into measures behind the house's back is carried into the roll-ups again
  await rebuild(owner)
  await owner.query('vacuum analyze')
  part('reads beside 100 writes a second')
  const calm = await mixed(ground, 100, 15)
  part('reads beside 1,000 writes a second')
  const busy = await mixed(ground, 1000, 15)
  part('every cell against its measures')
  const [verdict, verifying] = await seconds(() => verifyFigures(owner))

  return {
    measures,
    persons,
    records,
    storage: storage / (small + large),
    roll: (rows[0]?.roll ?? 0) / measures,
    load: {
      first: (small + large) / (smallLoad + largeLoad + indexing),
      batch: batch / batchLoad,
      copying,
      rebuilding,
    },
    smallProvince,
    bare,
    reads,
    baselines,
    named,
    access,
    writes,
    hot,
    orders,
    calm,
    busy,
    verdict,
    verifying,
  }
}

/** As many waiting changes as two seconds of heavy work leave; they change no figure. */
const waitingChanges = ({ owner }: BenchGround) =>
  owner.query(
    `insert into delta (shard, unit, ind, yr, mo, dv)
     select shard, no, 1 + (random() * 290)::int, 2021 + (random() * 4)::int, 1 + (random() * 11)::int, 0 from unit where level = 5 limit 2000`,
  )

/** Bytes of measures and their indexes. */
async function storageOf({ owner }: BenchGround): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `select sum(pg_total_relation_size(inhrelid))::bigint n from pg_inherits where inhparent = 'measure'::regclass`,
  )
  return rows[0]?.n ?? 0
}
