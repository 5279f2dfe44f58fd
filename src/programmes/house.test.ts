import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { chapters, declaredSlices, type Indicator, type Programme } from '#language'
import { allFields, fieldsOf, mainCommand } from '#language/commands'
import { programmes } from './all.ts'
import { programmesOf, systems } from './catalogue.ts'
import { definitionsOf, lost, type Definitions } from './definitions.ts'

const folder = new URL('./', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const camel = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

test('every declaration has one file, one test and one line, and every file that declares is in the list', () => {
  const list = read('all.ts')
  for (const { id } of programmes) {
    assert.ok(existsSync(new URL(`${id}.test.ts`, folder)), `${id}.test.ts`)
    assert.match(read(`${id}.ts`), new RegExp(`export const ${camel(id)} = programme\\(`))
    assert.match(list, new RegExp(`^  ${camel(id)},$`, 'm'))
  }
  const declaring = readdirSync(folder).filter(
    file => !file.endsWith('.test.ts') && / = programme\(/.test(file.endsWith('.ts') ? read(file) : ''),
  )
  assert.deepEqual(
    declaring.map(file => file.slice(0, -3)),
    programmes.map(({ id }) => id).toSorted(),
  )
})

test('a declaration is at most forty lines', () => {
  for (const { id } of programmes) {
    const [, declared = ''] = read(`${id}.ts`).split(/^export const \w+ = /m)
    assert.ok(declared.trimEnd().split('\n').length <= 40, id)
  }
})

test('ids are plain and single, catalogue entries and chapters exist, and each programme is found by its entries', () => {
  const ids = programmes.map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
  assert.equal(systems.length, 217)
  for (const programme of programmes) {
    assert.match(programme.id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    assert.ok(chapters.includes(programme.chapter))
    assert.ok(programme.systems.length > 0)
    for (const system of programme.systems) assert.ok(programmesOf(system).includes(programme.id), system)
    for (const { system } of Object.values(programme.indicators))
      assert.ok(programme.systems.includes(system), `${programme.id} ${system}`)
  }
})

test('at most eight answers are asked to record anything', () => {
  for (const programme of programmes) {
    const asked = Object.entries(fieldsOf(programme, mainCommand(programme)) ?? {}).filter(([, each]) => !each.later)
    assert.ok(asked.length <= 8, `${programme.id}: ${asked.map(([name]) => name)}`)
  }
})

test('an own field never hides one of the pattern, and no name has two meanings', () => {
  for (const { id, pattern, fields } of programmes) {
    const taken = [
      ...Object.keys(pattern.fields),
      ...Object.values(pattern.commands).flatMap(each => Object.keys(each.fields)),
      'level',
    ]
    for (const name of Object.keys(fields)) assert.ok(!taken.includes(name), `${id}.${name}`)
    for (const name of ['see', 'open']) assert.ok(!(name in pattern.commands), `${pattern.name} ${name}`)
  }
})

test('somebody may do everything, and whoever may do anything may see', () => {
  for (const { id, access, pattern } of programmes) {
    for (const name of [...Object.keys(pattern.commands), 'see'])
      assert.ok((access[name] ?? []).length > 0, `${id}.${name}`)
    const seeing = new Set(access.see?.map(rule => rule.post))
    for (const rule of Object.values(access)
      .flat()
      .filter(({ post }) => post !== 'house'))
      assert.ok(seeing.has(rule.post), `${id}: ${rule.post}`)
  }
})

test('every indicator has its own key and speaks of fields, options, facts and indicators there are', () => {
  const all = new Map<string, Indicator>()
  for (const { id, indicators } of programmes)
    for (const [name, of] of Object.entries(indicators)) {
      assert.ok(!all.has(`${id}.${name}`))
      all.set(`${id}.${name}`, of)
    }
  assert.deepEqual(
    programmes.filter(({ id, pattern }) => id === pattern.name),
    [],
  )
  for (const programme of programmes)
    for (const [name, of] of Object.entries({ ...programme.pattern.common, ...programme.indicators }))
      fits(programme, name, of, all)
})

function fits(programme: Programme, name: string, of: Indicator, all: ReadonlyMap<string, Indicator>): void {
  const said = `${programme.id}.${name}`
  const fields = allFields(programme)
  if (of.by) assert.ok(declaredSlices(programme, of).length > 1, `${said}: by ${of.by}`)
  if (of.sum) assert.ok(['count', 'amount'].includes(fields[of.sum]?.kind ?? ''), `${said}: sum ${of.sum}`)
  if (of.named) {
    const kinds = of.kind === 'persons' ? ['person', 'people'] : ['households']
    assert.ok(kinds.includes(fields[of.named]?.kind ?? ''), `${said}: named ${of.named}`)
  }
  for (const [key, wanted] of Object.entries(of.where ?? {})) {
    if (key === 'mapped') continue // told by the venue pattern: a place with coordinates
    const { kind, options = [] } = fields[key] ?? {}
    if (kind === 'yes-no') assert.equal(typeof wanted, 'boolean', said)
    else for (const value of [wanted].flat()) assert.ok(options.includes(String(value)), `${said}: ${key} ${value}`)
  }
  const referred = [of.top, of.bottom, ...(of.parts ?? [])].filter(each => each !== undefined)
  const parts = referred.map(key => all.get(key.includes('.') ? key : `${programme.id}.${key}`))
  for (const part of parts) assert.ok(part && ['flow', 'stock'].includes(part.kind), `${said}: ${referred}`)
  if (of.kind === 'rate') assert.equal(parts[0]?.kind, parts[1]?.kind, said)
  if (of.kind === 'total')
    for (const part of parts) assert.deepEqual([part?.unit, part?.kind], [of.unit, parts[0]?.kind], said)
}

test('nothing that stored records rely on disappears or changes its meaning without a new version', () => {
  const locked = JSON.parse(read('definitions.lock.json')) as Definitions
  const now = definitionsOf(programmes)
  assert.deepEqual(
    lost(locked, now),
    [],
    'raise the version of the programme (of the indicator), then bin/new-programme --lock',
  )
  assert.deepEqual(JSON.parse(JSON.stringify(now)), locked, 'new or changed definitions: bin/new-programme --lock')
})

test('the lock notices what is lost, and lets it go with a new version', () => {
  const now = definitionsOf(programmes)
  const lectures = now.lectures
  assert.ok(lectures)
  const { group: _gone, ...fields } = lectures.fields
  const fewer = { ...lectures, fields: { ...fields, form: ['report', 'talk'] }, facts: ['planned'] }
  assert.deepEqual(lost(now, { ...now, lectures: fewer }), [
    'lectures: field group is gone',
    'lectures: option of form mass is gone',
    'lectures: fact held is gone',
  ])
  assert.deepEqual(lost(now, { ...now, lectures: { ...fewer, version: lectures.version + 1 } }), [])
  const changed = { ...lectures.indicators, sessions: { version: 1, meaning: '{}' } }
  assert.deepEqual(lost(now, { ...now, lectures: { ...lectures, indicators: changed } }), [
    'lectures.sessions: another meaning',
  ])
  const { lectures: _all, ...others } = now
  assert.deepEqual(lost(now, others), ['lectures: the programme is gone'])
})
