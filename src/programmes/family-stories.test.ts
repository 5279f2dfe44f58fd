import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#base/problem'
import { rehearse } from '#language/rehearse'
import { familyStories } from './family-stories.ts'

const house = '0198a1c2-0000-7000-8000-000000000009'
const session = { title: '家风故事会', day: '2026-05-15', attended: 40, theme: 'filial' }

test('the family that told is one household however often it is named', () => {
  const sharing = rehearse(familyStories)
  sharing.do('record', { ...session, tellers: [house, house] })
  assert.deepEqual(
    [sharing.counted('sessions', 'theme=filial'), sharing.counted('tellers'), sharing.counted('attendances')],
    [1, 1, 40],
  )
})

test('no story is kept without the family’s consent, neither at once nor later', () => {
  const sharing = rehearse(familyStories)
  const refused = sharing.do('record', { ...session, story: '奶奶的一双鞋' })
  assert.ok(refused instanceof Problem && refused.code === 'invalid-input')
  assert.deepEqual(sharing.do('record', session), ['held'])
  assert.ok(sharing.do('correct', { story: '奶奶的一双鞋', reason: '补上' }) instanceof Problem)
  assert.deepEqual(sharing.do('correct', { story: '奶奶的一双鞋', consent: true, reason: '补上' }), ['corrected'])
  assert.ok(sharing.do('correct', { consent: false, reason: '不同意了' }) instanceof Problem)
  assert.deepEqual(sharing.do('correct', { consent: false, story: null, reason: '不同意了' }), ['corrected'])
})
