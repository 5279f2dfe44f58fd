import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { books, readBook, textsOf, traditional } from './texts-plugin.ts'

type Tree = { [key: string]: string | Tree }
const all = [...new Set(Object.values(books).flat())]

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  )
const plain = (key: string) => key.replace(/_(one|other)$/, '')
const zh = new Map(all.flatMap(book => flat(readBook(book, 'zh'))))
const en = new Map(all.flatMap(book => flat(readBook(book, 'en'))))

test('every text stands in both languages, with the same parts to fill', () => {
  const keys = (of: Map<string, string>) => [...new Set([...of.keys()].map(plain))].sort()
  assert.deepEqual(keys(en), keys(zh))
  assert.ok(keys(zh).length > 300)
})

test('no text is missing that a screen asks for', () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !file.endsWith('.test.ts') && !['vite.config.ts', 'size.ts'].includes(file))
    .map(file => readFileSync(join(import.meta.dirname, file), 'utf8'))
  const known = new Set([...zh.keys()].map(plain))
  const asked = sources.flatMap(source =>
    [...source.matchAll(/'((?:common|answers|field|desk|figures|papers|office)\.[\w.-]+)'/g)].map(
      match => match[1] ?? '',
    ),
  )
  const begun = sources.flatMap(source =>
    [...source.matchAll(/`((?:common|answers|field|desk|figures|papers|office)\.[\w.-]*)\$\{/g)].map(
      match => match[1] ?? '',
    ),
  )
  assert.deepEqual(
    [...new Set(asked)].filter(key => !known.has(key)),
    [],
  )
  assert.deepEqual(
    [...new Set(begun)].filter(start => ![...known].some(key => key.startsWith(start))),
    [],
  )
  assert.ok(asked.length > 200)
})

test('the words are those of a neighbour', () => {
  const bad = [...zh].filter(([, text]) =>
    /系统|数据(?!$)|提交|操作|成功|请重试|[！!]/.test(text.replaceAll('部门数据', '')),
  )
  assert.deepEqual(bad, [])
})

test('Traditional is made from Simplified and leaves the parts to fill alone', () => {
  assert.equal(traditional('数字从{{day}}里来，为妇女发展'), '數字從{{day}}裡來，為婦女發展')
  assert.equal(new Map(flat(textsOf('field', 'zh-Hant') as Tree)).get('field.nav.records'), '名冊')
})
