import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { campaigns } from './campaigns.ts'

const action = {
  title: '走百家进千户',
  what: '每名执委走访五户',
  since: '2026-03-01',
  due: '2026-12-31',
  kind: 'visits',
}

test('an action counts where it was opened, its tasks where they lie', () => {
  const top = rehearse(campaigns, '2026-11-25', 'province')
  top.do('draft', action)
  assert.equal(top.counted('opened'), 0)
  top.do('issue', { to: 'county' })
  assert.equal(top.counted('opened', 'kind=visits'), 1)
  assert.equal(top.counted('tasks'), 0)
  const county = rehearse(campaigns, '2026-11-25', 'county')
  county.do('assign', { ...action, parent: { shard: 1, id: '0198a1c2-0000-7000-8000-000000000001' }, from: 1 })
  assert.equal(county.counted('tasks', 'level=county'), 1)
  assert.equal(county.counted('opened'), 0)
})

test('only the house hands down and closes by the records; no village accepts its own work', () => {
  for (const command of ['assign', 'fulfil'] as const)
    assert.deepEqual(
      campaigns.access[command].map(rule => rule.post),
      ['house'],
    )
  for (const command of ['accept', 'return', 'remind', 'extend'] as const)
    assert.ok(campaigns.access[command].every(rule => rule.where === 'under'))
})
