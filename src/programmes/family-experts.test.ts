import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { familyExperts } from './family-experts.ts'

test('an expert is counted in her own group', () => {
  const one = rehearse(familyExperts)
  one.do('enter', { person: '0198a1c2-0000-7000-8000-000000000001', since: '2026-03-08', group: 'think-tank' })
  assert.deepEqual(
    ['thinkTank', 'workforce'].map(name => one.counted(name)),
    [1, 0],
  )
})
