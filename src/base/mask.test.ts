import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { masked } from './mask.ts'

test('persons and families are hidden in the middle, collectives stand whole', () => {
  const told = [
    '王芳',
    '李小花',
    '欧阳小丹',
    '王芳家庭',
    '李小花家',
    '张大力一家五口',
    'Anna Lee',
    '甲',
    '某某镇巾帼志愿服务队',
    '某某村妇联',
  ]
  assert.deepEqual(['王科', '李建村', '张站'].map(masked), ['王*', '李*村', '张*'], 'a name may end like a place')
  const shown = ['王*', '李*花', '欧**丹', '王*家庭', '李*花家', '张*力一家五口', 'A*** L***', '*']
  assert.deepEqual(told.map(masked), [...shown, '某某镇巾帼志愿服务队', '某某村妇联'])
})

test('no name of a person ever comes out as it went in', () => {
  const han = fc.constantFrom(...'王李张刘陈杨赵黄周吴芳英秀兰丽娟敏静')
  fc.assert(
    fc.property(fc.array(han, { minLength: 1, maxLength: 5 }), signs => {
      const name = signs.join('')
      assert.notEqual(masked(name), name)
      assert.ok(masked(name).includes('*'))
      assert.equal([...masked(name)].length, signs.length)
    }),
  )
})
