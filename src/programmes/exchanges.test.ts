import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { exchanges } from './exchanges.ts'

test('an exchange is counted by its kind', () => {
  const one = rehearse(exchanges)
  one.do('record', { title: '姐妹行', day: '2026-03-08', attended: 20, kind: 'ethnic' })
  assert.deepEqual(
    ['ethnic', 'hkmt', 'attendances'].map(name => one.counted(name)),
    [1, 0, 20],
  )
})
