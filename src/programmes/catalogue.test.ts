import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { catalogue, cataloguePage, systems } from './catalogue.ts'

test('docs/catalogue.md says what the declarations say', () => {
  const page = readFileSync(new URL('../../docs/catalogue.md', import.meta.url), 'utf8')
  assert.equal(page, cataloguePage(), 'run: node bin/make-catalogue.mjs')
})

test('there are 217 systems; every one of organisation, publicity, family and governance has a home and a journey that runs', () => {
  assert.equal(systems.length, 217)
  const entries = catalogue()
  assert.deepEqual(
    entries.filter(({ id, homes }) => /^[ABDH]/.test(id) && homes.length === 0).map(({ id }) => id),
    [],
    'without a home',
  )
  for (const { id, homes, proofs } of entries) {
    assert.equal(homes.length > 0, proofs.length > 0, id)
    for (const proof of proofs) {
      assert.match(proof, /^(journeys|stories)\/[\w-]+\.test\.ts$/, 'npm test runs it by its folder')
      const text = readFileSync(new URL(`../../${proof}`, import.meta.url), 'utf8')
      assert.ok(/^test\(/m.test(text) && !/\b(test\.(skip|todo|only)|\{ skip)/.test(text), proof)
    }
  }
})

test('the coverage is seen to fail when an entry loses its home', () => {
  const without = catalogue().map(entry => (entry.id === 'D2' ? { ...entry, homes: [] } : entry))
  assert.deepEqual(
    without.filter(({ id, homes }) => /^[ABDH]/.test(id) && homes.length === 0).map(({ id }) => id),
    ['D2'],
  )
})
