import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { problemCodes } from '#base/problem'
import { houseWords } from '#views/house-words'
import { languageOf, serverTexts } from './texts.ts'

const root = path.resolve(import.meta.dirname, '..')
const sources = globSync('*/**/*.ts', { cwd: root, exclude: name => /^web|\.test\.ts$/.test(name) })
const code = sources.map(file => readFileSync(path.join(root, file), 'utf8')).join('\n')
const named = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(found => found[1] ?? ''))]

test('every rule and reason somebody may be refused for is explained in both languages', () => {
  const rules = [
    ...named(/\brule: '([a-z-]+)'/g),
    ...named(/\bunreadable\('([a-z-]+)'/g),
    ...named(/\bwrong\(\s*[^,)]+,\s*'([a-z-]+)'/g),
  ]
  assert.ok(rules.length > 15)
  for (const language of ['zh-CN', 'en'] as const) {
    const texts = serverTexts(language)
    assert.deepEqual(
      rules.filter(rule => !texts.rules[rule]),
      [],
    )
    assert.deepEqual(
      named(/Problem\([^)]*\breason: '([a-z-]+)'/g).filter(reason => !texts.reasons[reason]),
      [],
    )
    assert.deepEqual(
      problemCodes.filter(each => !texts[each]?.title),
      [],
    )
  }
})

const keysOf = (value: unknown, at = ''): string[] =>
  value === null || typeof value !== 'object'
    ? [at]
    : Object.entries(value).flatMap(([key, each]) => keysOf(each, `${at}.${key}`))

test('both languages say the same things, and Traditional is converted', () => {
  assert.deepEqual(keysOf(serverTexts('en')), keysOf(serverTexts('zh-CN')))
  assert.deepEqual(keysOf(houseWords('en')), keysOf(houseWords('zh-CN')))
  assert.equal(serverTexts('zh-Hant')['not-signed-in']?.title, '請先登錄')
})

test('the language of the browser is respected', () => {
  assert.equal(languageOf('zh-TW,zh;q=0.9'), 'zh-Hant')
  assert.equal(languageOf('en-GB,en;q=0.8'), 'en')
  assert.equal(languageOf('ko-KR,ko'), 'zh-CN')
  assert.equal(languageOf(undefined), 'zh-CN')
})
