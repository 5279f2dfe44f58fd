import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearse } from '#language/rehearse'
import { readingBases } from './reading-bases.ts'

const names = [
  'bases',
  'provincialBases',
  'prefecturalBases',
  'provincialDemos',
  'herSpaces',
  'experienceSchools',
] as const
const counted = (kind: string, rank: string, hostSchool = false) => {
  const base = rehearse(readingBases)
  base.do('found', { name: '书香角', since: '2024-04-23', kind, rank, hostSchool })
  return names.map(name => base.counted(name))
}

test('kinds and ranks are kept apart: one base is under exactly its own names', () => {
  assert.deepEqual(counted('base', 'province'), [1, 1, 0, 0, 0, 0])
  assert.deepEqual(counted('base', 'prefecture'), [1, 0, 1, 0, 0, 0])
  assert.deepEqual(counted('demo', 'province'), [1, 0, 0, 1, 0, 0])
  assert.deepEqual(counted('her-space', 'province'), [1, 0, 0, 0, 1, 0])
  assert.deepEqual(counted('her-space', 'prefecture'), [1, 0, 0, 0, 1, 0])
  assert.deepEqual(counted('her-space', 'county'), [1, 0, 0, 0, 0, 0])
  assert.deepEqual(counted('experience', 'prefecture', true), [1, 0, 0, 0, 0, 1])
  assert.deepEqual(counted('experience', 'prefecture', false), [1, 0, 0, 0, 0, 0])
})

test('a school is counted as 所, a base as 个', () => {
  assert.equal(readingBases.indicators.experienceSchools?.unit, '所')
  assert.equal(readingBases.indicators.bases?.unit, '个')
})
