import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCounts } from './counts.ts'
import { maskNames } from './names.ts'

const read = (text: string): string[] =>
  findCounts(text, maskNames(text)).map(one =>
    [one.value, one.unit, ...(one.bound ? [one.approx ? 'about' : 'exactly', one.bound] : [])].join(' '),
  )

test('units come out normalised', () => {
  assert.deepEqual(read('表彰60名、专家3位、志愿者8人'), ['60 人', '3 人', '8 人'])
  assert.deepEqual(read('23场次、3100余场(次)、1500人(次)'), ['23 场', '3100 场 about over', '1500 人次'])
  assert.deepEqual(read('460余万元、7.1/10万、3.9‰、0.6个百分点'), [
    '4600000 元 about over',
    '7.1 1/10万',
    '3.9 ‰',
    '0.6 百分点',
  ])
})

test('a unit that begins another word is none', () => {
  assert.deepEqual(read('第3条例,12对口,7期间,5家庭暴力'), [])
  assert.deepEqual(read('受益3万家庭和8000家长'), ['30000 户', '8000 人'])
})

test('hedges before and after, and which way they point', () => {
  assert.deepEqual(read('近2000万元'), ['20000000 元 about near'])
  assert.deepEqual(read('逾万篇'), ['10000 篇 about over'])
  assert.deepEqual(read('不足30人'), ['30 人 about under'])
  assert.deepEqual(read('2000人以上'), ['2000 人 about over'])
  assert.deepEqual(read('50件左右'), ['50 件 about near'])
  assert.deepEqual(read('不少于4次'), ['4 次 exactly over'])
  assert.deepEqual(read('不超过6名'), ['6 人 exactly under'])
  assert.deepEqual(read('节约20元,最近5人'), ['20 元', '5 人'])
})

test('one 至少 governs the list of duties behind it, up to the stop', () => {
  assert.deepEqual(read('至少参加1次培训,提交2份报告。办理3件实事'), ['1 次 exactly over', '2 份 exactly over', '3 件'])
})

test('a list shares the unit behind its last number, a range gives its two ends', () => {
  assert.deepEqual(read('提高1.2和3.4个百分点'), ['1.2 百分点', '3.4 百分点'])
  assert.deepEqual(read('下降5个和5.7个千分点'), ['5 千分点', '5.7 千分点'])
  assert.deepEqual(read('分别为10、20和30个'), ['10 个', '20 个', '30 个'])
  assert.deepEqual(read('配备3至5名'), ['3 人 exactly over', '5 人 exactly under'])
})

test('units that stand in the noun behind or in the words before', () => {
  assert.deepEqual(read('9万群众收看直播,32所高校,120余高校'), ['90000 人', '32 所', '120 所 about over'])
  assert.deepEqual(read('参与人数达23456,阅读量突破1.3亿,募集资金3.26亿'), [
    '23456 人',
    '130000000 次 about over',
    '326000000 元',
  ])
  assert.deepEqual(read('会员数2019年增加'), [])
})

test('units that need the right company', () => {
  assert.deepEqual(read('平均预期寿命81.4岁'), ['81.4 岁'])
  assert.deepEqual(read('35岁以下女性,18岁少女'), [])
  assert.deepEqual(read('任满两届'), ['2 届'])
  assert.deepEqual(read('十四届全国人大,省十三次妇代会'), [])
  assert.deepEqual(read('服务时长2300小时,24小时值班'), ['2300 小时'])
})

test('一, lone powers of ten and names in quotes count only where they must', () => {
  assert.deepEqual(read('一份答卷,一个个故事,每一名妇女'), [])
  assert.deepEqual(read('百名讲师,千余件产品,上万人参加'), ['100 人', '1000 件 about over', '10000 人 about over'])
  assert.deepEqual(read('百万妇女听党话,千家万户,“百场宣讲”行动'), [])
  assert.deepEqual(read('三所小学,十件实事,两个确立'), ['3 所', '10 件'])
})
