import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { articles } from './articles.ts'

test('a batch counts by its number', () => {
  const one = rehearse(articles)
  one.do('record', {
    title: '三月推文',
    kind: 'article',
    since: '2026-03-08',
    channels: ['wechat'],
    number: 12,
    about: 'thought',
  })
  assert.deepEqual(
    ['articles', 'columns'].map(name => one.counted(name)),
    [12, 0],
  )
})
