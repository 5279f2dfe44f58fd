import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { familyBases } from './family-bases.ts'

test('a base is counted by its kind', () => {
  const one = rehearse(familyBases)
  one.do('found', { name: '甲公园', since: '2026-03-08', kind: 'park', rank: 'province', money: 100000000 })
  assert.deepEqual(
    ['parks', 'parkMoney', 'bases'].map(name => one.counted(name)),
    [1, 100000000, 0],
  )
})
