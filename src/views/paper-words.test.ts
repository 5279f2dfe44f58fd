import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paperWords } from './paper-words.ts'

const keys = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => keys(each, `${path}.${key}`))
    : [
        `${path} ${[...String(value).matchAll(/\{\w+\}/g)]
          .map(([place]) => place)
          .sort()
          .join('')}`,
      ]

test('papers are spoken of in both languages, with the same places to fill', () => {
  assert.deepEqual(keys(paperWords('en')).sort(), keys(paperWords('zh-CN')).sort())
  assert.match(paperWords('zh-Hant').advice.unbound, /沒有連到/)
})
