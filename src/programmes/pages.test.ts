import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { programmes } from './all.ts'

const home = join(import.meta.dirname, '../..')
const handbook = readdirSync(join(home, 'docs/handbook'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.md'))
  .map(name => `docs/handbook/${name}`)

test('every page and picture the documents point at is there', () => {
  const broken = ['README.md', 'README.zh.md', 'ARCHITECTURE.md', 'docs/catalogue.md', ...handbook].flatMap(page => {
    const text = readFileSync(join(home, page), 'utf8')
    return [...text.matchAll(/\]\((?!https?:|#)([^)\s#]+)/g)].flatMap(([, link = '']) =>
      existsSync(join(home, dirname(page), link)) ? [] : [`${page}: ${link}`],
    )
  })
  assert.deepEqual(broken, [])
})

test('every way of working that people use has its page in the handbook, with a picture', () => {
  const pages = new Map(handbook.map(page => [page, readFileSync(join(home, page), 'utf8')]))
  const patterns = [...new Set(programmes.map(({ pattern }) => pattern.name))].filter(name => name !== 'statement')
  assert.deepEqual(
    patterns.filter(name => !/!\[.+\]\(.+\.png\)/.test(pages.get(`docs/handbook/zh/${name}.md`) ?? '')),
    [],
  )
})
