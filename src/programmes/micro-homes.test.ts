import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shapeOf } from '#language/shape'
import { fieldsOf } from '#language/commands'
import type { Programme } from '#language'
import { rehearse } from '#language/rehearse'
import { microHomes } from './micro-homes.ts'

const [ama, esi] = ['0198a1c2-0000-7000-8000-000000000001', '0198a1c2-0000-7000-8000-000000000002']
const home = {
  name: '巧手微家',
  since: '2025-03-08',
  kind: 'courtyard',
  founderLevel: 'township',
  head: ama,
  contact: esi,
}

test('a micro-home counts by who founded it and by where it is', () => {
  const place = rehearse(microHomes)
  place.do('found', home)
  assert.equal(place.counted('homes', 'founderLevel=township'), 1)
  assert.equal(place.counted('homesByKind', 'kind=courtyard'), 1)
  assert.equal(place.counted('venue.venues'), 1)
})

test('exactly one contact executive is named, and she reaches it as her own', () => {
  // the compiler knows the programme more closely than a form does
  const shape = shapeOf(fieldsOf(microHomes as unknown as Programme, 'found') ?? {})
  const form = { ...home, head: { id: ama }, contact: { id: esi } }
  assert.ok(shape.safeParse(form).success)
  const { contact: _, ...without } = form
  assert.ok(!shape.safeParse(without).success)
  assert.ok(!shape.safeParse({ ...form, contact: [{ id: ama }, { id: esi }] }).success)
  const place = rehearse(microHomes)
  place.do('found', home)
  assert.deepEqual(microHomes.pattern.names(place.state), [ama, esi])
})
