import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { programmes } from '#programmes/all'
import { accessBook, accessPage } from './access-book.ts'

test('docs/access-book.md says what the declarations say', () => {
  const written = readFileSync(new URL('../../docs/access-book.md', import.meta.url), 'utf8')
  assert.equal(written, accessPage(programmes), 'run: node bin/make-access-book.mjs')
})

test('the book names every command of every programme once a post, and everything has a name', () => {
  const book = accessBook(programmes, 'zh-CN')
  const keys = book.map(line => [line.programme, line.command, line.post].join('|'))
  assert.equal(new Set(keys).size, keys.length)
  assert.ok(book.every(line => [line.command, line.post, line.where].every(text => /\p{Script=Han}/u.test(text))))
})

test('administrators open no guarded content and record no work', () => {
  for (const { access, appoints, id } of programmes) {
    assert.ok(!access.open?.some(rule => rule.post === 'admin'), id)
    const commands = Object.entries(access).filter(([name]) => !['see', 'open'].includes(name))
    if (!appoints && id !== 'establishment')
      assert.ok(!commands.some(([, rules]) => rules.some(rule => rule.post === 'admin')), id)
  }
})
