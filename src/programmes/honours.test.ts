import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { honours } from './honours.ts'

test('persons of the city’s rank and above are one number, and what was granted stays granted', () => {
  const one = rehearse(honours)
  one.do('record', { name: '甲', award: 'red-banner', since: '2026-03-08', rank: 'prefecture', number: 3 })
  assert.equal(one.counted('redBannerCityUp'), 3)
  assert.deepEqual(one.do('revoke', { on: '2026-06-01', ground: 'standard' }), ['revoked'])
  assert.deepEqual([one.counted('redBannerCityUp'), one.counted('selection.valid')], [3, 0])
})
