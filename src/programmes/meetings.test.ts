import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { meetings } from './meetings.ts'

test('a meeting, its first item and what it decided are counted apart', () => {
  const one = rehearse(meetings)
  one.do('record', { title: '党组会', day: '2026-03-08', attended: 7, firstItem: true, kind: 'leaders' })
  one.do('decide', { what: '办讲座', owner: '宣传部', due: '2026-04-01', on: '2026-03-08' })
  one.do('settle', { item: 1, how: '办了', on: '2026-03-20' })
  assert.deepEqual(
    ['meetings', 'leaders', 'firstItem', 'decisions', 'settled'].map(name => one.counted(name)),
    [1, 1, 1, 1, 1],
  )
})
