import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { newFields } from './new-fields.ts'

test('what should be founded and what is founded', () => {
  const one = rehearse(newFields)
  one.do('enter', { name: '甲公司', since: '2026-03-08', area: 'new-economy', how: 'alone', hasBody: true })
  assert.deepEqual(
    ['eligible', 'founded', 'foundedFirms'].map(name => one.counted(name)),
    [1, 1, 1],
  )
})
