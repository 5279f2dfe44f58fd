import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { catalogue, cataloguePage, systems } from './catalogue.ts'

test('docs/catalogue.md says what the declarations say', () => {
  const page = readFileSync(new URL('../../docs/catalogue.md', import.meta.url), 'utf8')
  assert.equal(page, cataloguePage(), 'run: node bin/make-catalogue.mjs')
})

test('there are 217 systems, and each that has a home has a journey that exists', () => {
  assert.equal(systems.length, 217)
  for (const { id, homes, proof } of catalogue()) {
    assert.equal(homes.length > 0, proof !== '', id)
    if (proof) assert.ok(existsSync(new URL(`../../${proof}`, import.meta.url)), proof)
  }
})
