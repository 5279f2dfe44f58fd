import assert from 'node:assert/strict'
import { test } from 'node:test'
import { programmes } from '#programmes/all'
import { choiceWords, headWords } from './head-words.ts'
import { parseRows } from './parse-rows.ts'
import { recogniseRegister } from './recognise.ts'
import type { Cell, ParsedRow } from './sheet.ts'
import { targetFields } from './target-fields.ts'

const fieldsFor = (id: string) => {
  const found = Object.values(programmes).find(each => each.id === id)
  assert.ok(found, id)
  return targetFields(found)
}

async function read(id: string, ...lines: Cell[][]) {
  const fields = fieldsFor(id)
  const rows = lines.map((cells, at) => ({ no: at + 1, cells }))
  const found = recogniseRegister({ name: '', rows, merges: [] }, fields)
  const records: ParsedRow[] = []
  for await (const row of parseRows({ rows, merges: [] }, found, fields, { year: 2024, today: '2024-12-31' }))
    if ('values' in row) records.push(row)
  return { mapped: found.columns.map(({ field }) => field), missing: found.missing, records }
}

test('a register of law lectures finds its fields by the words offices use', async () => {
  const { mapped, missing, records } = await read(
    'law-lectures',
    [
      '序号',
      '宣讲时间',
      '地点',
      '宣讲主题',
      '宣讲人',
      '参加人数',
      '其中女性',
      '线上观看人次',
      '普法内容',
      '宣讲对象',
      '宣传方式',
      '备注',
    ],
    [1, '3月8日', '村委会', '民法典进村', '张某', '45人', 40, 1200, '民法典、反家暴', '妇女', '线下', null],
    [2, '6.1', '小学', '护苗', '李某', 60, null, null, '未成年人保护法', '儿童', '现场', null],
  )
  assert.deepEqual(mapped, [
    null,
    'day',
    'place',
    'title',
    'host',
    'attended',
    'women',
    'online',
    'laws',
    'target',
    'channel',
    'note',
  ])
  assert.deepEqual(missing, [])
  assert.deepEqual(records[0]?.problems, [])
  const { place, laws, channel, attended } = records[0]?.values ?? {}
  assert.deepEqual(
    { place, laws, channel, attended },
    { place: '村委会', laws: ['civil-code', 'domestic-violence'], channel: 'on-site', attended: 45 },
  )
})

test('registers of executives and of venues too', async () => {
  const people = await read(
    'executives',
    ['姓名', '所在村', '当选时间', '产生方式', '政治面貌', '是否常委', '职业', '届次'],
    ['王 某', '东山村', '2021.7.1', '大会选举', '中共党员', '√', '务农', '第三届'],
    ['赵某', '西沟村', '2021年7月', '补选', '群众', null, '教育', '第三届'],
  )
  assert.deepEqual(people.mapped, [
    'person',
    'unit',
    'since',
    'how',
    'partyMember',
    'standingCommittee',
    'sector',
    'term',
  ])
  assert.deepEqual([people.records[0]?.values.partyMember, people.records[1]?.values.partyMember], [true, false])
  assert.match(people.records[1]?.problems[0]?.why ?? '', /只写到月/)
  const homes = await read(
    'womens-homes',
    ['所属妇联', '妇女之家名称', '成立时间', '地址', '负责人', '面积（㎡）', '制度上墙'],
    ['东山村妇联', '东山村妇女之家', '2019-05-04', '村部二楼', '孙某', 120, '是'],
  )
  assert.deepEqual(homes.mapped, ['unit', 'name', 'since', 'place', 'head', 'area', 'rulesPosted'])
})

test('every programme can be filled from a register, and no word list is for nothing', () => {
  const names = new Set<string>(['unit'])
  const values = new Set<string>()
  for (const programme of Object.values(programmes)) {
    const fields = targetFields(programme)
    assert.ok(fields.length > 1, programme.id)
    for (const { key, label, choices = [] } of fields) {
      for (const name of [key, `${programme.id}.${key}`, `${programme.pattern.name}.${key}`]) names.add(name)
      for (const { value } of choices) values.add(value)
      assert.match(label, /\p{Script=Han}/u, `${programme.id}.${key}`)
    }
  }
  assert.deepEqual(
    Object.keys(headWords).filter(name => !names.has(name)),
    [],
  )
  assert.deepEqual(
    Object.keys(choiceWords).filter(value => !values.has(value)),
    [],
  )
})
