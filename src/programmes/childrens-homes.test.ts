import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { childrensHomes } from './childrens-homes.ts'

test('a home is one from its founding', () => {
  const one = rehearse(childrensHomes)
  one.do('found', { name: '甲家园', since: '2026-03-08' })
  assert.deepEqual(
    ['homes', 'opened'].map(name => one.counted(name)),
    [1, 1],
  )
})
