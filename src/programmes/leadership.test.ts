import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { rehearse } from '#language/rehearse'
import { leadership } from './leadership.ts'

const person = '0198a1c2-0000-7000-8000-000000000001'
const post = (kind: string, more = {}) => {
  const one = rehearse(leadership, '2026-11-25', 'county')
  one.do('enter', { person, since: '2022-01-01', post: kind, frontLine: false, entry: 'new', ...more })
  return one
}

test('1正2副4兼1挂: each kind is counted apart, by level, and together as leaders in post', () => {
  const names = [
    'inPost',
    'chairs',
    'vices',
    'fullTimeVices',
    'secondedVices',
    'partTimeVices',
    'secondedAndPartTimeVices',
  ]
  const counted = (kind: string) => names.map(name => post(kind).counted(name))
  assert.deepEqual(counted('chair'), [1, 1, 0, 0, 0, 0, 0])
  assert.deepEqual(counted('vice-full'), [1, 0, 1, 1, 0, 0, 0])
  assert.deepEqual(counted('vice-seconded'), [1, 0, 1, 0, 1, 0, 1])
  assert.deepEqual(counted('vice-part'), [1, 0, 1, 0, 0, 1, 1])
  assert.equal(post('vice-part').counted('partTimeVices', 'level=county'), 1)
  assert.equal(post('vice-part').counted('partTimeVices', 'level=township'), 0)
})

test('of the chairs, those on the Party committee; of all, those from the front line', () => {
  assert.equal(
    post('chair', { concurrent: ['deputy', 'party-committee'] }).counted('chairsOnPartyCommittee', 'level=county'),
    1,
  )
  assert.equal(post('vice-full', { concurrent: ['party-committee'] }).counted('chairsOnPartyCommittee'), 0)
  assert.equal(post('vice-part', { frontLine: true }).counted('frontLine'), 1)
})

test('newly appointed are those who were not there before', () => {
  assert.deepEqual(
    [post('vice-part').counted('newVices'), post('vice-part', { entry: 'again' }).counted('newVices')],
    [1, 0],
  )
  assert.deepEqual([post('chair').counted('newlyAppointed', 'post=chair'), post('chair').counted('newVices')], [1, 0])
})

test('a federation has one chair', () => {
  const input = { person, since: '2022-01-01', post: 'chair' }
  assert.deepEqual(leadership.pattern.around('enter', input, leadership.pattern.start).seats, {
    phase: 'standing',
    fields: { post: 'chair' },
  })
  const second = rehearse(leadership).do('enter', input, { same0: 0, seats: 1 })
  assert.ok(second instanceof Problem && second.code === 'limit-reached')
})
