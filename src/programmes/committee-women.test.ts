import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { committeeWomen } from './committee-women.ts'

test('secretaries and directors are numbers beside the women, not part of a sum', () => {
  const one = rehearse(committeeWomen)
  one.do('enter', {
    committee: 'village',
    since: '2026-03-08',
    members: 5,
    women: 2,
    secretaries: 1,
    directors: 1,
    both: 1,
    hasWoman: true,
  })
  assert.deepEqual(
    ['villageWomen', 'villageSecretaries', 'villageBoth', 'communityWomen'].map(name => one.counted(name)),
    [2, 1, 1, 0],
  )
})
