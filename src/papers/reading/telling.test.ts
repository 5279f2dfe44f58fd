import assert from 'node:assert/strict'
import { test } from 'node:test'
import { report } from './invented.ts'
import { periodCode } from './line.ts'
import { ownerOf } from './owner.ts'
import { readReport } from './read.ts'

const one = (text: string) => {
  const [figure] = readReport(text)
  assert.ok(figure, text)
  return figure
}

test('the measure names what is counted', () => {
  assert.equal(one('开展家风故事会42场。').measure, '家风故事会场次')
  assert.equal(one('3.6万名城镇女工参加健康体检。').measure, '城镇女工参加健康体检人数')
  assert.equal(one('全市设立“姐妹驿站”35个。').measure, '“姐妹驿站”数')
  assert.equal(one('累计筹集助学资金570万元。').measure, '筹集助学资金')
  assert.equal(one('年轻干部比例达到28%。').measure, '年轻干部比例')
  assert.equal(one('配备1正2副,分工明确。').measure, '主席配备人数')
})

test('with 分别 each number has its own noun, also for the change in the clause behind', () => {
  const measures = readReport('县女书记、女乡长比例分别为11.2%和14.5%,比五年前上升2.1和3.3个百分点。').map(
    figure => figure.measure,
  )
  assert.deepEqual(measures, ['县女书记比例', '女乡长比例', '县女书记比例比五年前上升', '女乡长比例比五年前上升'])
})

test('all without a digit is named for what it is all of', () => {
  const measures = readReport('全面完成县级机构改革和乡镇组织换届,规划指标全部达标。').map(figure => figure.measure)
  assert.deepEqual(measures, ['县级机构改革完成率', '乡镇组织换届完成率', '规划指标达标率'])
})

test('flow, level, rate, change, ordinal and target', () => {
  const kinds: [string, string][] = [
    ['开展宣讲52场。', 'flow'],
    ['建成妇女之家9个。', 'level'],
    ['女干部占比达31%。', 'rate'],
    ['比上届提高2个百分点。', 'change'],
    ['连续三年获奖。', 'ordinal'],
    ['每名执委每年至少走访4户。', 'target'],
    ['现有村妇联执委320人。', 'level'],
    ['培训妇女320人。', 'flow'],
    ['“两癌”保险保额2亿元。', 'level'],
    ['新建妇女微家8个。', 'flow'],
  ]
  for (const [text, kind] of kinds) assert.equal(one(text).kind, kind, text)
})

test('whose figure it is, of which level and which time', () => {
  const figures = readReport(report)
  const told = figures.map(({ raw, level, tier, orgName, period }) => [raw, level, tier, orgName, period])
  assert.deepEqual(told, [
    ['5600余场次', 'province', null, '云溪省', '五年来'],
    ['300万人次', 'province', null, '云溪省', '五年来'],
    ['4200所', 'province', null, '云溪省', '2022年'],
    ['1.1万场', 'province', null, '云溪省', '2022年'],
    ['960个', 'province', null, '云溪省', '目前'],
    ['3.2万人', 'province', 'village', '云溪省', '换届后'],
    ['29.4%', 'province', null, '云溪省', '换届后'],
    ['百对', 'prefecture', null, '青岚市', '五年来'],
  ])
  assert.deepEqual(readReport(report, { level: 'county', orgName: '柳湾县' })[0]?.orgName, '柳湾县')
})

test('the owner is the level most spoken of and the place most named', () => {
  assert.deepEqual(ownerOf('青岚市妇联总结。青岚市各县区。全市妇联'), { level: 'prefecture', orgName: '青岚市' })
  assert.deepEqual(ownerOf('全州各级妇联。沧澜州妇联。沧澜州'), { level: 'prefecture', orgName: '沧澜州' })
  assert.deepEqual(ownerOf('江西妇联工作。全省妇联'), { level: 'province', orgName: '江西省' })
  assert.deepEqual(ownerOf('上海市妇联工作。全市妇女'), { level: 'province', orgName: '上海市' })
  assert.deepEqual(ownerOf('没有地名的文字'), { level: 'province', orgName: null })
})

test('periods as the keys write them', () => {
  assert.equal(periodCode('五年来'), 'five years')
  assert.equal(periodCode('连续三年'), 'three years')
  assert.equal(periodCode('2022年'), '2022')
  assert.equal(periodCode('截至2020年底'), 'to date')
  assert.equal(periodCode('换届后'), 'after re-election')
  assert.equal(periodCode('每个季度'), 'quarterly')
  assert.equal(periodCode('市九次妇代会以来'), "since the 9th city women's congress")
  assert.equal(periodCode('省妇女第十二次代表大会以来'), "since the 12th provincial women's congress")
})

test('what a value is held against', () => {
  const [share, change] = readReport('女代表比例达31%,比上届提高2个百分点。')
  assert.equal(share?.comparison, '比上届提高2个百分点')
  assert.equal(change?.comparison, null)
  assert.equal(one('在全省率先出台条例。').comparison, '在全省率先')
})
