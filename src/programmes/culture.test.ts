import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { culture } from './culture.ts'

test('a festival evening counts once, under its kind', () => {
  const evening = rehearse(culture)
  evening.do('record', { title: '庆三八文艺演出', day: '2026-03-08', attended: 120, kind: 'performance', online: 4000 })
  assert.equal(evening.counted('sessions'), 1)
  assert.equal(evening.counted('sessions', 'kind=performance'), 1)
  assert.equal(evening.counted('sessions', 'kind=contest'), 0)
  assert.deepEqual([evening.counted('attendances'), evening.counted('onlineViews')], [120, 4000])
})

test('one evening of two programmes is tagged, not recorded twice', () => {
  const evening = rehearse(culture)
  evening.do('record', {
    title: '家风故事晚会',
    day: '2026-05-15',
    attended: 80,
    kind: 'festival',
    also: ['family-stories'],
  })
  assert.equal(evening.counted('activity.sessions'), 1)
  assert.deepEqual(evening.state.fields.also, ['family-stories'])
})
