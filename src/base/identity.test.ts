import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkDigit, normalIdentity, normalPhone, readIdentity } from './identity.ts'

// The two examples printed in GB 11643-1999.
const examples = ['11010519491231002X', '440524188001010014']

test('the examples of the standard carry the right check digit', () => {
  for (const number of examples) assert.equal(checkDigit(number.slice(0, 17)), number.charAt(17))
  assert.deepEqual(readIdentity(examples[0]!), {
    number: '11010519491231002X',
    region: '110105',
    birthday: '1949-12-31',
    sex: 'female',
  })
})

test('each fault has its name', () => {
  assert.equal(readIdentity(''), 'length')
  assert.equal(readIdentity('1101051949123100'), 'length')
  assert.equal(readIdentity('1101051949123100AX'), 'characters')
  assert.equal(readIdentity('X10105194912310021'), 'characters')
  assert.equal(readIdentity('17010519491231002X'), 'region')
  assert.equal(readIdentity('11010519490231002X'), 'birthday')
  assert.equal(readIdentity(examples[1]!), 'birthday', 'nobody born in 1880 is with us')
  assert.equal(readIdentity('110105194912310021'), 'check-digit')
  const future = '11010520300101002'
  assert.equal(readIdentity(future + checkDigit(future), '2026-11-25'), 'birthday')
})

test('every spelling of one number becomes the same text', () => {
  for (const spelling of [
    '11010519491231002x',
    ' 110105 19491231 002X ',
    '１１０１０５１９４９１２３１００２ｘ',
    '110105-19491231-002X',
  ])
    assert.equal(normalIdentity(spelling), '11010519491231002X')
  assert.equal(normalIdentity('110105491231002'), '11010519491231002X')
  assert.equal(normalIdentity('e 1234-5678'), 'E12345678')
})

test('residence permits and the permanent residence card are numbers too', () => {
  for (const first of ['81000019900101002', '83000019900101003', '92284019900101002'])
    assert.equal(typeof readIdentity(first + checkDigit(first)), 'object', first)
})

test('one wrong digit, or two neighbours exchanged, is always found', () => {
  const born = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    tail: fc.nat(999),
  })
  fc.assert(
    fc.property(born, fc.nat(16), fc.integer({ min: 1, max: 9 }), (person, place, shift) => {
      const pad = (value: number, length: number) => String(value).padStart(length, '0')
      const first = `220102 1985${pad(person.month, 2)}${pad(person.day, 2)}${pad(person.tail, 3)}`.replace(' ', '')
      const number = first + checkDigit(first)
      assert.equal(typeof readIdentity(number), 'object')
      const wrong = String((Number(number[place]) + shift) % 10)
      assert.equal(typeof readIdentity(number.slice(0, place) + wrong + number.slice(place + 1)), 'string')
      if (place < 16 && number[place] !== number[place + 1]) {
        const exchanged = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2)
        assert.equal(typeof readIdentity(exchanged), 'string')
      }
    }),
    { numRuns: 300 },
  )
})

test('telephone numbers lose their clothes', () => {
  const same: Record<string, string[]> = {
    '13800138000': [
      '138 0013 8000',
      '+86 138-0013-8000',
      '0086 13800138000',
      '8613800138000',
      '１３８００１３８０００',
    ],
    '043188990000': ['0431-88990000', '(0431) 8899 0000', '+86 431 8899 0000', '+86-0431-88990000'],
    '043188990000x123': ['0431-88990000转123', '0431-88990000 ext. 123', '0431-88990000#123', '043188990000x123'],
    '+85221234567': ['+852 2123 4567', '00852-2123-4567'],
    '4008008000': ['400-800-8000', '+86 400 800 8000'],
    '12338': ['12338'],
  }
  for (const [normal, spellings] of Object.entries(same))
    for (const spelling of spellings) assert.equal(normalPhone(spelling), normal, spelling)
})
