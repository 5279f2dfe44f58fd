import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { weddings } from './weddings.ts'

test('couples are couples, never people; a friendship event is no wedding', () => {
  const wedding = rehearse(weddings)
  wedding.do('record', { title: '集体婚礼', since: '2024-09-22', attended: 398, couples: 199, kind: 'wedding' })
  assert.deepEqual([wedding.counted('weddings'), wedding.counted('couples'), wedding.counted('friends')], [1, 199, 0])
  const friends = rehearse(weddings)
  friends.do('record', { title: '青年联谊', since: '2024-08-10', attended: 80, couples: 0, kind: 'friendship' })
  assert.deepEqual(
    [friends.counted('weddings'), friends.counted('friendships'), friends.counted('friends')],
    [0, 1, 80],
  )
})
