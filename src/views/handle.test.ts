import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#base/day'
import { Problem } from '#base/problem'
import { decodeHandle, decodeStatement, encodeHandle, readName, statementHandle, type Tree } from './handle.ts'

test('a handle is read back as it was written, and needs no escaping in an address', () => {
  const handles = fc.record(
    {
      indicator: fc.constantFrom('lectures.sessions', 'opening-figures.x1', 'activity.people'),
      slice: fc.oneof(fc.constant(''), fc.constantFrom('setting=village', 'group=第一~宣讲团', 'level=side')),
      version: fc.integer({ min: 1, max: 99 }),
      unit: fc.integer({ min: 1, max: 900_000 }),
      tree: fc.constantFrom<Tree>('restated', 'as-was', 'alone'),
      from: fc.nat(9000).map(n => addDays('2000-01-01', n)),
      to: fc.nat(9000).map(n => addDays('2024-12-31', n)),
      asOf: fc.integer({ min: 1, max: 4e12 }),
    },
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(handles, handle => {
      const text = encodeHandle(handle)
      assert.deepEqual(decodeHandle(text), handle)
      assert.equal(new URL(`https://niangjia.example/figures/${text}`).pathname, `/figures/${text}`)
    }),
  )
})

test('what is no handle is not found', () => {
  const good = 'lectures.sessions~~1~22~r~20210101~20251231~lp3k2x9w'
  assert.equal(decodeHandle(good).unit, 22)
  for (const bad of [
    '',
    'lectures.sessions',
    good.replace('~r~', '~x~'),
    good.replace('20210101', '20210231'),
    good.replace('20210101', '20260101'),
    good.replace('~22~', '~-1~'),
    good.replace('lectures.sessions', '%E0%A4%A'),
    `${good}~more`,
  ])
    assert.throws(
      () => decodeHandle(bad),
      (error: unknown) => error instanceof Problem && error.code === 'not-found',
      bad,
    )
})

test('statements and parts of indicators have their own names', () => {
  const id = '0198a1c2-0000-7000-8000-000000000001'
  assert.deepEqual(decodeStatement(statementHandle(22, id)), { shard: 22, id })
  assert.equal(decodeStatement('lectures.sessions~~1~22~r~20210101~20251231~lp3k2x9w'), undefined)
  assert.deepEqual(readName('lectures.sessions/setting=village'), {
    indicator: 'lectures.sessions',
    slice: 'setting=village',
  })
})
