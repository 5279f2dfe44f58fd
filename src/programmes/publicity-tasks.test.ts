import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { rehearse } from '#language/rehearse'
import { publicityTasks } from './publicity-tasks.ts'

const asked = { title: '三八节宣传', what: '转发主席讲话', since: '2026-03-01', due: '2026-03-10' }
const parent = { shard: 1, id: '0198a1c2-0000-7000-8000-000000000001' }

test('a task names the official account it is done under, is given, and is told done by the unit that has the account', () => {
  const below = rehearse(publicityTasks)
  below.do('assign', { ...asked, account: '某市妇联公众号', parent, from: 1, wave: 1 })
  below.do('report', { result: '已发布' }, {}, { day: '2026-03-05' })
  below.do('accept', {}, {}, { day: '2026-03-06' })
  assert.deepEqual([below.counted('given'), below.counted('done')], [1, 1])
})

test('only the offices that lead publicity see it, and none of its answers is a secret, a comment or another’s name', () => {
  const { access, fields } = publicityTasks
  assert.ok(access.see.every(({ post }) => ['chair', 'vice', 'staff'].includes(post)))
  assert.ok(access.report.every(({ post }) => ['chair', 'vice', 'staff'].includes(post)))
  assert.deepEqual(Object.keys(fields), ['account'])
  assert.ok(!(rehearse(publicityTasks).do('draft', { ...asked, account: '某市妇联公众号' }) instanceof Problem))
})
