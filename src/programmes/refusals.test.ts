// What the product refuses by design (house.md): asking what is stored, a mandatory photo or place, ranking people or showing their
// log-ins, votes and likes as a score. A declaration that asks for one of these fails here before anybody sees it.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fieldsOf } from '#language/commands'
import { programmes } from './all.ts'
import { wordsFor } from './words.ts'

const asked = programmes.flatMap(programme =>
  Object.keys(programme.pattern.commands).flatMap(command =>
    Object.entries(fieldsOf(programme, command) ?? {}).map(([name, field]) => ({
      at: `${programme.id}.${command}.${name}`,
      name,
      field,
      label: wordsFor(programme, 'zh').fields[name]?.label ?? '',
    })),
  ),
)
const at = (found: typeof asked) => found.map(each => each.at)

test('votes, likes, views and study hours are no score: nothing that is scored is entered from outside', () => {
  const counted = /vote|like|click|hits|online-?hours/i
  assert.deepEqual(
    at(asked.filter(({ name, label }) => counted.test(name) || /点赞|投票数|票数|学习时长|在线时长/.test(label))),
    [],
  )
  // points are given by a person of the jury, sheet by sheet, and nothing else leads to a score
  assert.deepEqual(
    [...new Set(asked.filter(({ name }) => /score|points|rating/i.test(name)).map(({ name }) => name))],
    ['points'],
  )
})

test('nobody must give a photograph, a scan or a place', () => {
  const kinds = asked.filter(({ field }) => field.kind === 'place' && !field.optional)
  assert.deepEqual(at(kinds), [])
  const pictures = asked.filter(({ label, field }) => /照片|拍照|扫描件|截图|定位/.test(label) && !field.optional)
  assert.deepEqual(at(pictures), [])
})

test('people are not ranked, and neither their log-ins nor the time they spend are shown upwards', () => {
  const indicators = programmes.flatMap(programme =>
    Object.entries(programme.indicators).map(([name, of]) => ({
      key: `${programme.id}.${name}`,
      of,
      text: `${wordsFor(programme, 'zh').indicators[name]?.name}${wordsFor(programme, 'zh').indicators[name]?.definition}`,
    })),
  )
  // an indicator is told by unit, month and a declared choice: never by person
  const byPerson = indicators.filter(({ of, key }) => {
    const programme = programmes.find(each => key.startsWith(`${each.id}.`))
    const field = of.by && { ...programme?.pattern.fields, ...programme?.fields }[of.by]
    return field && ['person', 'people', 'households'].includes(field.kind)
  })
  assert.deepEqual(
    byPerson.map(({ key }) => key),
    [],
  )
  assert.deepEqual(
    indicators.filter(({ text }) => /登录|在线时长|活跃度|打卡|排名|名次/.test(text)).map(({ key }) => key),
    [],
  )
})

test('a task whose figure the records give has no field for the number, and its questions are held against what is stored', () => {
  const task = programmes.filter(({ pattern }) => pattern.name === 'task')
  assert.ok(task.length > 0)
  for (const { pattern } of task) {
    assert.deepEqual(Object.keys(pattern.commands.report?.fields ?? {}).toSorted(), ['replies', 'result'])
    assert.equal(pattern.fields.asks?.kind, 'questions')
  }
})

test('a programme is nothing special: no room but this one knows one by name, and declarations stay short', () => {
  const home = join(import.meta.dirname, '..')
  const sources = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter(
    name => /\.tsx?$/.test(name) && !name.startsWith('programmes'),
  )
  const knowing = sources.filter(name => /programme\.id ===/.test(readFileSync(join(home, name), 'utf8')))
  assert.deepEqual(knowing, [])
  const lines = readdirSync(import.meta.dirname)
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(name => readFileSync(join(import.meta.dirname, name), 'utf8'))
    .filter(text => text.includes('= programme({'))
    .map(text => text.trimEnd().split('\n').length)
    .toSorted((a, b) => a - b)
  assert.equal(lines.length, programmes.length)
  assert.ok((lines[lines.length >> 1] ?? 0) <= 40, 'the median declaration has at most forty lines')
  assert.ok((lines.at(-1) ?? 0) <= 80, 'none has more than eighty')
})
