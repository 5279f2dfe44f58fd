import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { gridWorkers } from './grid-workers.ts'

test('an executive in the grid', () => {
  const one = rehearse(gridWorkers)
  one.do('enter', {
    person: '0198a1c2-0000-7000-8000-000000000001',
    since: '2026-03-08',
    grid: '一网格',
    executive: true,
    grids: 1,
  })
  assert.deepEqual(
    ['workers', 'executives', 'grids'].map(name => one.counted(name)),
    [1, 1, 1],
  )
})
