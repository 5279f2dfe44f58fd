import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dice } from './dice.ts'

test('no byte is given twice, however they are asked for', () => {
  const roll = dice(64)
  const rolled = Array.from({ length: 1000 }, (_, i) => roll(10 + (i % 3)).toString('hex'))
  assert.equal(new Set(rolled).size, 1000)
  const all = rolled.join('')
  assert.ok(rolled.every(each => all.indexOf(each) === all.lastIndexOf(each)))
  assert.equal(roll(100).length, 100)
})
