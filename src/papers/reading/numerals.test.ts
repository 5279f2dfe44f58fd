import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hanValue, numeralAt, runEnd } from './numerals.ts'

const read = (text: string): [number, boolean, number] | null => {
  const numeral = numeralAt(text, 0)
  return numeral && [numeral.value, numeral.over, numeral.end]
}

test('Arabic numbers with their powers', () => {
  assert.deepEqual(read('27318场'), [27318, false, 5])
  assert.deepEqual(read('12,345人'), [12345, false, 6])
  assert.deepEqual(read('3.7万场'), [37000, false, 4])
  assert.deepEqual(read('96.35亿元'), [9635000000, false, 6])
  assert.deepEqual(read('12亿6千万元'), [1260000000, false, 6])
  assert.deepEqual(read('3万5千人'), [35000, false, 4])
  assert.deepEqual(read('3百余户'), [300, true, 3])
})

test('余, 多 and + say that there are more', () => {
  assert.deepEqual(read('50余万人'), [500000, true, 4])
  assert.deepEqual(read('1.42万余名'), [14200, true, 6])
  assert.deepEqual(read('5000多名'), [5000, true, 5])
  assert.deepEqual(read('10万+'), [100000, true, 4])
  assert.deepEqual(read('1+N'), [1, false, 1])
})

test('Han numerals, with the word for more inside or behind', () => {
  assert.deepEqual(read('二十三万余人'), [230000, true, 5])
  assert.deepEqual(read('一百零六个'), [106, false, 4])
  assert.deepEqual(read('五十余万'), [500000, true, 4])
  assert.deepEqual(read('十几个'), [10, true, 2])
  assert.deepEqual(read('千余件'), [1000, true, 2])
  assert.deepEqual(read('两万五千里'), [25000, false, 4])
})

test('a run of Han digits that is no number is none, and is stepped over whole', () => {
  for (const word of ['十四五', '百千万', '三八', '二〇二四', '万千', '六一'])
    assert.equal(numeralAt(word, 0), null, word)
  assert.equal(runEnd('百千万大宣讲', 0), 3)
  assert.equal(numeralAt('千万元', 0)?.bare, true)
  assert.equal(numeralAt('三千万元', 0)?.bare, false)
})

test('any number below a hundred million written in Han is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), number => assert.equal(hanValue(toHan(number)), number)),
  )
})

function toHan(number: number): string {
  const digits = '零一二三四五六七八九'
  const section = (part: number): string => {
    let word = ''
    let skipped = false
    for (const [power, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(part / power) % 10
      if (digit === 0) skipped = word !== ''
      else {
        word += `${skipped ? '零' : ''}${digits.charAt(digit)}${name}`
        skipped = false
      }
    }
    return word
  }
  const high = Math.floor(number / 10_000)
  const low = number % 10_000
  if (high === 0) return section(low)
  return `${section(high)}万${low > 0 && low < 1000 ? '零' : ''}${section(low)}`
}
