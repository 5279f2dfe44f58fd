import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import {
  divisionManifest,
  divisionText,
  findDivisions,
  findProvince,
  provinces,
  readDivisions,
  type TreeDivision,
} from './divisions.ts'
import { nameDivision } from './naming.ts'

function countLevels(divisions: readonly TreeDivision[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { level } of divisions) counts[level] = (counts[level] ?? 0) + 1
  return counts
}

function assertIsTree(divisions: readonly TreeDivision[]): void {
  const seen = new Set<string>()
  for (const { code, parent } of divisions) {
    assert.ok(
      parent === null ? seen.size === 0 : seen.has(parent),
      `${code} hangs on ${parent}, which did not come before`,
    )
    assert.ok(!seen.has(code), `${code} twice`)
    seen.add(code)
  }
}

test('Jilin is 13,014 units and Jiangxi 23,959, as measured', () => {
  const jilin = { province: 1, prefecture: 9, county: 69, township: 1075, village: 11860 }
  const jiangxi = { province: 1, prefecture: 11, county: 100, township: 1767, village: 22080 }
  assert.deepEqual(countLevels(readDivisions('22')), jilin)
  assert.deepEqual(countLevels(readDivisions('36')), jiangxi)
})

test('every stored text is the one the manifest tells of, with its counts', () => {
  for (const province of divisionManifest().provinces) {
    const text = divisionText(province.code)
    assert.equal(createHash('sha256').update(text).digest('hex'), province.sha256, province.name)
    const atDepth = [0, 0, 0, 0, 0]
    for (const line of text.split('\n')) atDepth[line.lastIndexOf('\t') + 1]! += 1 // five depths, so it is never undefined
    const { prefectures, counties, townships, villages } = province
    assert.deepEqual(atDepth, [1, prefectures, counties, townships, villages], province.name)
  }
})

test('the nation: the source has 620,573 villages, all but the one of 金门县 hang on a real unit and have a name', () => {
  const source = divisionManifest().provinces.map(province => province.villages)
  assert.equal(
    source.reduce((sum, villages) => sum + villages),
    620573,
  )
  const total: Record<string, number> = {}
  for (const { code } of provinces()) {
    const divisions = readDivisions(code)
    assertIsTree(divisions)
    for (const division of divisions) assert.ok(nameDivision(division).shortName.length > 1, division.code)
    for (const [level, count] of Object.entries(countLevels(divisions))) total[level] = (total[level] ?? 0) + count
  }
  assert.deepEqual(total, { province: 31, prefecture: 333, county: 2974, township: 41339, village: 620572 })
})

test('a prefecture, a county or a township can be the root', () => {
  assert.deepEqual(countLevels(readDivisions('2224')), { prefecture: 1, county: 8, township: 118, village: 1525 })
  assert.deepEqual(countLevels(readDivisions('2202')), { prefecture: 1, county: 12, township: 150, village: 1778 })
  assert.deepEqual(countLevels(readDivisions('3704')), { prefecture: 1, county: 6, township: 66, village: 2469 })
  assert.deepEqual(countLevels(readDivisions('220102')), { county: 1, township: 14, village: 70 })
  for (const root of ['2224', '220102', '220102001']) {
    const divisions = readDivisions(root)
    assertIsTree(divisions)
    assert.equal(divisions[0]?.code, root)
  }
})

test('levels made for statistics hold nobody: what is below them hangs on the real unit above', () => {
  const parentOf = (root: string, code: string) => readDivisions(root).find(division => division.code === code)?.parent
  assert.equal(parentOf('11', '110101'), '11', 'a district of Beijing')
  assert.equal(parentOf('50', '500229'), '50', 'a county of Chongqing')
  assert.equal(parentOf('42', '429004'), '42', '仙桃, governed by the province')
  assert.equal(parentOf('44', '441900003'), '4419', 'a subdistrict of 东莞, which has no counties')
  assert.equal(parentOf('62', '620201001'), '6202', '嘉峪关')
  assert.equal(parentOf('46', '460202198001'), '460202', 'a community right below a district of 三亚')
  for (const code of ['1101', '5002', '4290', '441900', '469001198', '350527000', '22010', '99', '']) {
    assert.throws(() => readDivisions(code), RangeError, code)
  }
})

test('a province is found by code, whole name and short name', () => {
  for (const said of ['22', '吉林', '吉林省', ' 吉林 ']) assert.equal(findProvince(said)?.code, '22')
  for (const said of ['45', '广西', '广西壮族自治区']) assert.equal(findProvince(said)?.code, '45')
  for (const said of ['长春', '2', '', '99']) assert.equal(findProvince(said), undefined)
})

test('a division is found by code and by every name it goes by; namesakes come back together, with their paths', () => {
  for (const said of ['前郭尔罗斯蒙古族自治县', '前郭县', '前郭', '220721']) {
    const path = ['吉林省', '松原市', '前郭尔罗斯蒙古族自治县']
    assert.deepEqual(findDivisions(said), [{ code: '220721', name: path[2], level: 'county', path }])
  }
  assert.deepEqual(
    findDivisions('朝阳').map(division => division.code),
    ['110105', '2113', '211321', '220104'],
  )
  assert.deepEqual(
    findDivisions('朝阳', '22').map(division => division.path.join()),
    ['吉林省,长春市,朝阳区'],
  )
  assert.deepEqual(findDivisions('1101'), [])
  assert.deepEqual(findDivisions('没有的地方'), [])
})
