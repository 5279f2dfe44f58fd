import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { seedFamilies } from './seed-families.ts'

test('a family in the pool, its follow-ups, and how it left, each in its own unit', () => {
  const one = rehearse(seedFamilies)
  const giver = '0198a1c2-0000-7000-8000-000000000001'
  const families = ['0198a1c2-0000-7000-8000-000000000002']
  one.do('begin', { giver, families, since: '2026-01-10', consent: true, couple: 'newly-wed' })
  one.do('meet', { on: '2026-02-10', form: 'visit' })
  assert.deepEqual(
    ['pool', 'joined', 'families', 'followUps', 'honoured'].map(name => one.counted(name)),
    [1, 1, 1, 1, 0],
  )
  one.do('end', { until: '2026-05-15', ending: 'honoured' })
  assert.deepEqual([one.counted('pool'), one.counted('honoured')], [0, 1])
})
