import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { accounts } from './accounts.ts'

test('one account, counted by its platform', () => {
  const one = rehearse(accounts)
  one.do('enter', { name: '甲公众号', since: '2026-03-08', kind: 'wechat' })
  assert.deepEqual(
    ['accounts', 'micro', 'sites'].map(name => one.counted(name)),
    [1, 1, 0],
  )
})
