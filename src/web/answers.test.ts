import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isEmpty, toInput, wrongs } from './answers.ts'

const words = { label: '' }
const fields = [
  { name: 'title', kind: 'text', max: 5, words },
  { name: 'day', kind: 'day', usual: 'today', when: 'past' as const, words },
  { name: 'attended', kind: 'count', min: 0, max: 10, words },
  { name: 'people', kind: 'people', optional: true, words },
]

test('what is missing, too long, too many or not yet is said by field', () => {
  const wrong = wrongs(fields, { title: '一二三四五六', day: '2026-12-09', attended: 11 }, '2026-11-19')
  assert.deepEqual(wrong, {
    title: { rule: 'too-long', most: 5 },
    day: { rule: 'not-yet', day: '2026-12-09' },
    attended: { rule: 'too-much', most: 10 },
  })
  assert.deepEqual(Object.keys(wrongs(fields, {}, '2026-11-19')), ['title', 'attended'])
})

test('zero is an answer, an empty list is none', () => {
  assert.equal(isEmpty(0), false)
  assert.equal(isEmpty(false), false)
  assert.equal(isEmpty([]), true)
  assert.equal(isEmpty({ address: '' }), true)
})

test('known people go by id, new ones with their name; a correction sends only what changed', () => {
  const known = { id: 'a', name: '林小满', known: true }
  const fresh = { id: 'b', name: '赵禾', known: false }
  assert.deepEqual(toInput(fields, { title: '讲座', people: [known, fresh] }), {
    title: '讲座',
    people: [{ id: 'a' }, { id: 'b', name: '赵禾' }],
  })
  const before = { title: '讲座', attended: 3, people: [known] }
  assert.deepEqual(toInput(fields, { title: '讲座', attended: 4, people: [] }, before), { attended: 4, people: null })
})
