import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postgresConf, postgresTuning } from './postgres-tuning.ts'

const GB = 2 ** 30
const machine = (memory: number, more = {}) =>
  postgresTuning({ memory: memory * GB, processors: 2, freeDisk: 100 * GB, sharedMemory: 64 * GB, ...more })
const megabytes = (value: string | undefined) => Number(value?.replace('MB', ''))

test('memory is shared out by the size of the machine, and never more than there is', () => {
  for (const size of [0.5, 1, 2, 4, 8, 24, 64, 256]) {
    const set = machine(size)
    const buffers = megabytes(set.shared_buffers)
    assert.ok(buffers >= 64 && buffers <= 8192 && buffers <= size * 1024 * 0.2, `${size} GB: ${buffers}`)
    // all of the connections the app opens, sorting at once
    assert.ok(buffers + 20 * megabytes(set.work_mem) <= size * 1024 * 0.5, `${size} GB`)
    assert.ok(megabytes(set.maintenance_work_mem) <= Math.max(32, size * 1024 * 0.06))
    assert.ok(megabytes(set.min_wal_size) < megabytes(set.max_wal_size))
  }
  assert.ok(megabytes(machine(24).shared_buffers) > megabytes(machine(4).shared_buffers))
})

test('the log of changes never takes more than a tenth of a full disk', () => {
  assert.equal(machine(24, { freeDisk: 200 * GB }).max_wal_size, '12288MB')
  assert.equal(machine(24, { freeDisk: 20 * GB }).max_wal_size, '2048MB')
  assert.equal(machine(24, { freeDisk: GB }).max_wal_size, '512MB')
})

test('a container with little shared memory does not use it', () => {
  assert.equal(machine(4).dynamic_shared_memory_type, undefined)
  assert.equal(machine(4, { sharedMemory: 64 * 2 ** 20 }).dynamic_shared_memory_type, 'sysv')
})

test('the file quotes what it must, and the operator has the last word', () => {
  const text = postgresConf({ work_mem: '4MB', search_path: "it's" }, '../postgres.conf')
  assert.match(text, /^work_mem = '4MB'\nsearch_path = 'it''s'\ninclude = '..\/postgres.conf'\n$/m)
  assert.doesNotMatch(postgresConf({}), /^include/m)
})
