import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { groupMembers } from './group-members.ts'

test('units and women are two numbers', () => {
  const one = rehearse(groupMembers)
  one.do('enter', { name: '甲协会', since: '2026-03-08', kind: 'association', women: 1200 })
  assert.deepEqual(
    ['members', 'women'].map(name => one.counted(name)),
    [1, 1200],
  )
})
