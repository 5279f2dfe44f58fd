import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { library } from './library.ts'

test('a material stands until it is taken down', () => {
  const one = rehearse(library)
  one.do('record', {
    title: '论述摘编',
    kind: 'reader',
    since: '2026-03-08',
    channels: ['shelf'],
    number: 1,
    required: true,
  })
  assert.deepEqual(
    ['materials', 'required'].map(name => one.counted(name)),
    [1, 1],
  )
})
