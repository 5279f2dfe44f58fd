import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { style } from './public-page.ts'

test('the pages anybody reads have the colours of the house, by day and by night', async () => {
  const tokens = await readFile(new URL('../web/look/tokens.css', import.meta.url), 'utf8')
  const colours = (css: string) =>
    [...css.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => `${name} ${value}`)
  const house = new Set(colours(tokens))
  const here = colours(style)
  assert.equal(here.length, 14, 'seven by day, seven by night')
  assert.deepEqual(
    here.filter(each => !house.has(each)),
    [],
  )
})
