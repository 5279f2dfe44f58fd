import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { loveStations } from './love-stations.ts'

const station = { name: '爱心妈妈驿站', since: '2025-06-01', services: ['homework', 'company'] }

test('a station is on the map once somebody has pointed at it', () => {
  const place = rehearse(loveStations)
  place.do('found', station)
  assert.deepEqual([place.counted('stations'), place.counted('onMap')], [1, 0])
  place.do('correct', { place: { lat: 43.88, lng: 125.32 }, reason: '标上位置' })
  assert.deepEqual([place.counted('stations'), place.counted('onMap')], [1, 1])
})

test('one station under two services is still one', () => {
  const place = rehearse(loveStations)
  place.do('found', station)
  assert.equal(place.counted('byService'), 1)
  assert.deepEqual(
    ['homework', 'company', 'goods'].map(each => place.counted('byService', `services=${each}`)),
    [1, 1, 0],
  )
})
