import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { trainings } from './trainings.ts'

test('classes, people and person-times are three numbers, kept apart by the kind of class', () => {
  const one = rehearse(trainings)
  one.do('record', {
    title: '廉内助班',
    since: '2026-05-01',
    until: '2026-05-02',
    attended: 50,
    attendances: 95,
    kind: 'clean-family',
  })
  assert.deepEqual(
    ['classes', 'trained', 'attendances', 'cleanFamilyClasses', 'parentClasses'].map(name => one.counted(name)),
    [1, 50, 95, 1, 0],
  )
  assert.equal(one.counted('trained', 'kind=clean-family'), 50)
})

test('without person-times told, those who came count once', () => {
  const one = rehearse(trainings)
  one.do('record', { title: '妈妈学校', since: '2026-05-01', attended: 20, kind: 'mothers-school' })
  assert.deepEqual([one.counted('attendances'), one.counted('parentClasses')], [20, 1])
})
