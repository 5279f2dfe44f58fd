import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { instructions } from './instructions.ts'

test('what was asked is followed', () => {
  const one = rehearse(instructions)
  one.do('record', { title: '反家暴视察', day: '2026-03-08', kind: 'inspection', rank: 'prefecture' })
  one.do('decide', { what: '补齐站点', owner: '权益部', due: '2026-06-01', on: '2026-03-08' })
  assert.deepEqual(
    ['inspections', 'asked', 'done'].map(name => one.counted(name)),
    [1, 1, 0],
  )
})
