import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { executiveTies } from './executive-ties.ts'

test('an organisation has its executive until the tie ends; its contacts stay', () => {
  const one = rehearse(executiveTies)
  const giver = '0198a1c2-0000-7000-8000-000000000001'
  one.do('begin', { giver, organisation: '向阳妇女微家', since: '2026-01-10', kind: 'micro-home' })
  one.do('meet', { on: '2026-02-10', form: 'visit' })
  assert.deepEqual(
    ['organisations', 'executives', 'contacts'].map(name => one.counted(name)),
    [1, 1, 1],
  )
  assert.equal(one.counted('organisations', 'kind=micro-home'), 1)
  one.do('end', { until: '2026-06-01', ending: 'term-over' })
  assert.deepEqual([one.counted('organisations'), one.counted('contacts')], [0, 1])
})
