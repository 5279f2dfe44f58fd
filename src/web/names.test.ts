import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesIn } from './names.ts'

test('names come out of lists as people paste them', () => {
  assert.deepEqual(namesIn('林小满、赵禾,钱雨；孙可'), ['林小满', '赵禾', '钱雨', '孙可'])
  assert.deepEqual(namesIn('1.林小满\n2. 赵 禾\n３、钱雨（三组）'), ['林小满', '赵禾', '钱雨'])
  assert.deepEqual(namesIn('林小满 赵禾 林小满'), ['林小满', '赵禾'])
  assert.deepEqual(namesIn('古丽·艾山，金 顺姬等'), ['古丽·艾山', '金', '顺姬'])
  assert.deepEqual(namesIn(' \n、、12'), [])
})
