import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { executives } from './executives.ts'

const person = '0198a1c2-0000-7000-8000-000000000001'
const elected = { person, since: '2021-07-01', how: 'congress', entry: 'new', sector: 'education', partyMember: true }

test('an executive stands at her level and in her sector until she leaves', () => {
  const one = rehearse(executives, '2026-11-25', 'county')
  one.do('enter', elected)
  assert.deepEqual(
    [one.counted('inPost', 'level=county'), one.counted('bySector', 'sector=education'), one.counted('partyMembers')],
    [1, 1, 1],
  )
  one.do('end', { until: '2026-07-01', ending: 'term-over' })
  assert.deepEqual([one.counted('inPost', '', '2026-06-30'), one.counted('inPost', '', '2026-07-01')], [1, 0])
})

test('newly added is who was not there before, however she was elected', () => {
  const added = ['new', 'again'].map(entry => {
    const one = rehearse(executives)
    one.do('enter', { ...elected, entry, how: 'by-election' })
    return [one.counted('newlyAdded'), one.counted('newlyAdded', 'how=by-election'), one.counted('inPost')]
  })
  assert.deepEqual(added, [
    [1, 1, 1],
    [0, 0, 1],
  ])
})

test('she holds her rights as an executive', () => {
  assert.deepEqual(executives.appoints, { as: 'executive' })
})
