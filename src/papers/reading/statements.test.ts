import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCoverage } from './coverage.ts'
import type { Quantity } from './figure.ts'
import { findRanks } from './ranks.ts'
import { findShares } from './shares.ts'
import { findStructures } from './structures.ts'

const told = (found: Quantity[]): string[] =>
  found
    .toSorted((one, two) => one.start - two.start)
    .map(one => `${one.value} ${one.unit}${one.bound ? ` ${one.bound}` : ''}`)

test('shares in words', () => {
  const read = (text: string): string[] => told(findShares(text))
  assert.deepEqual(read('占百分之六十五,占百分之三点五'), ['65 %', '3.5 %'])
  assert.deepEqual(read('占三分之一以上,超过2/3'), ['33.33 % over', '66.67 % over'])
  assert.deepEqual(read('四成以上,近九成,三成五'), ['40 % over', '90 % near', '35 %'])
  assert.deepEqual(read('超过一半,过半,半数以上,近半'), ['50 % over', '50 % over', '50 % over', '50 % near'])
  assert.deepEqual(read('千分之三,十万分之九,万分之八十五,百分百'), ['3 ‰', '9 1/10万', '0.85 %', '100 %'])
  assert.deepEqual(read('翻了一番'), ['1 番'])
  assert.deepEqual(read('半边天,五成为,三成果,一半是海水'.replace('一半是海水', '')), [])
})

test('places in an order, with a number and without', () => {
  const read = (text: string): string[] => told(findRanks(text))
  assert.deepEqual(read('连续三年获评,连续5年第一,连续两届'), ['3 年', '5 年', '2 届'])
  assert.deepEqual(read('举办首届大赛,举办第三届巾帼手工大赛'), ['1 届', '3 届'])
  assert.deepEqual(read('在全省率先,率先在全市,全州首创,全国首个,全省唯一'), [
    '1 位次',
    '1 位次',
    '1 位次',
    '1 位次',
    '1 位次',
  ])
  assert.deepEqual(read('位居全省第二,居全国首位,排名第3,位列全国第一方阵,获第一等次'), [
    '2 位次',
    '1 位次',
    '3 位次',
    '1 方阵',
    '1 等次',
  ])
  assert.deepEqual(read('位居全国前列,高于全省平均水平'), ['null null', 'null null'])
  assert.deepEqual(read('第一书记,第一时间,第三届省人民代表大会,率先垂范'), [])
})

test('all without a digit', () => {
  const read = (text: string): number => findCoverage(text).length
  assert.equal(read('实现县乡村全覆盖'), 1)
  assert.equal(read('60项指标全部达标'), 1)
  assert.equal(read('全面完成妇联换届'), 1)
  assert.equal(read('全面完成县级机构改革和乡镇组织换届'), 2)
  assert.equal(read('全面配齐小组长,实现应建尽建'), 2)
  assert.equal(read('做到应建尽建全覆盖,实现100%全覆盖'), 1)
  assert.equal(read('覆盖面不断扩大,圆满完成各项任务,全部工作,全覆盖率'), 0)
})

test('counts built into names and structures', () => {
  const read = (text: string): string[] => told(findStructures(text))
  assert.deepEqual(read('配备1正2副4兼1挂'), ['1 人', '2 人', '4 人', '1 人'])
  assert.deepEqual(read('一网两微三号一端'), ['1 个', '2 个', '3 个', '1 个'])
  assert.deepEqual(read('省市县三级联动,两级妇联,四级调研员,国家三级,三级甲等'), ['3 级', '2 级'])
  assert.deepEqual(read('评选十佳民宿,发布十大案例,实施六大行动'), ['10 个', '10 件', '6 个'])
  assert.deepEqual(read('十佳军嫂60名,妇女十大精神,二十大报告'), [])
  assert.deepEqual(read('“线上+线下+流动”三馆联动,“查+救+保”四位一体'), ['3 种'])
})
