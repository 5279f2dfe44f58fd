import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { socialOrganisations } from './social-organisations.ts'

test('kept in touch with, founded in, brought up', () => {
  const one = rehearse(socialOrganisations)
  one.do('enter', {
    name: '甲服务中心',
    since: '2026-03-08',
    kind: 'service',
    hasBody: true,
    brought: 'incubating',
    cityRegistered: true,
  })
  assert.deepEqual(
    ['liaised', 'withBody', 'brought', 'cityLinked'].map(name => one.counted(name)),
    [1, 1, 1, 1],
  )
})
