import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { parentSchools } from './parent-schools.ts'

test('schools and stations have their own units', () => {
  const one = rehearse(parentSchools)
  one.do('found', { name: '甲家长学校', since: '2026-03-08', kind: 'parent-school' })
  assert.deepEqual(
    ['schools', 'centres', 'all'].map(name => one.counted(name)),
    [1, 0, 1],
  )
})
