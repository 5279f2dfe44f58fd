import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { associations } from './associations.ts'

test('a branch is one, its members another number', () => {
  const one = rehearse(associations)
  one.do('enter', { name: '医院分会', since: '2026-03-08', of: 'scientists', kind: 'branch', members: 30 })
  assert.deepEqual(
    ['branches', 'members'].map(name => one.counted(name)),
    [1, 30],
  )
})
