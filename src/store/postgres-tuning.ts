import { statfsSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'

/** What the database's parameters follow: bytes of memory, processors, free bytes on the data folder's disk. */
export type Machine = { memory: number; processors: number; freeDisk: number; sharedMemory: number }

/** This machine, or the part of it a container may use. */
export function thisMachine(dataDir: string): Machine {
  const limit = process.constrainedMemory()
  const disk = statfsSync(dataDir)
  const shm = process.platform === 'linux' ? statfsSync('/dev/shm') : undefined
  return {
    memory: limit > 0 ? Math.min(totalmem(), limit) : totalmem(),
    processors: availableParallelism(),
    freeDisk: disk.bavail * disk.bsize,
    sharedMemory: shm ? shm.bavail * shm.bsize : Number.POSITIVE_INFINITY,
  }
}

const MB = 2 ** 20

/** PostgreSQL's parameters for a machine that also runs our server, by the measured design: safe commits, no JIT, SSD costs. */
export function postgresTuning(machine: Machine): Record<string, string> {
  const within = (low: number, value: number, high: number) => Math.floor(Math.min(Math.max(low, value), high))
  const memory = machine.memory / MB
  const wal = within(512, Math.min(memory / 2, machine.freeDisk / MB / 10), 12_288)
  const workers = within(1, machine.processors, 8)
  return {
    // each GB costs some 20 MB and 60 ms at every start, so not the usual quarter
    shared_buffers: `${within(64, memory * 0.17, 8192)}MB`,
    effective_cache_size: `${within(128, memory * 0.55, 65_536)}MB`,
    work_mem: `${within(4, memory / 256, 64)}MB`,
    maintenance_work_mem: `${within(32, memory / 20, 1024)}MB`,
    // PostgreSQL touches all of it at every start
    wal_buffers: `${within(4, memory / 256, 16)}MB`,
    max_wal_size: `${wal}MB`,
    min_wal_size: `${within(80, wal / 8, 1024)}MB`,
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    max_worker_processes: String(workers + 4),
    max_parallel_workers: String(workers),
    max_parallel_workers_per_gather: String(within(0, machine.processors, 4)),
    max_connections: '100',
    // partitions by year times their indexes, in one statement
    max_locks_per_transaction: '256',
    idle_in_transaction_session_timeout: '120s',
    autovacuum_naptime: '15s',
    autovacuum_vacuum_scale_factor: '0.1',
    autovacuum_vacuum_insert_scale_factor: '0.1',
    autovacuum_analyze_scale_factor: '0.05',
    autovacuum_vacuum_cost_limit: '2000',
    synchronous_commit: 'on',
    // a container's small /dev/shm breaks parallel queries
    ...(machine.sharedMemory < 512 * MB ? { dynamic_shared_memory_type: 'sysv' } : {}),
    // after a crash: one call for the whole disk instead of one for each file
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    // details and statements of errors would put personal data into the log
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
  }
}

/** The text of postgresql.conf: our parameters, then the file with the operator's own, if there is one. */
export function postgresConf(parameters: Record<string, string>, own?: string): string {
  const lines = Object.entries(parameters).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`)
  return `# 每次启动时重写；要改参数，请写在数据文件夹的 postgres.conf 里\n# written anew at each start; put your own parameters into postgres.conf in the data folder\n${lines.join('\n')}\n${own ? `include = '${own}'\n` : ''}`
}
