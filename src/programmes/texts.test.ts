import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { declaredSlices, type Fields, type Programme } from '#language'
import { allFields, fieldsOf } from '#language/commands'
import { programmes } from './all.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh.ts'
import { patternWords, wordsFor, type FieldWords, type PatternWords } from './words.ts'

const languages = ['zh', 'en'] as const

/** Everything asked or shown: the answers a record holds, and what single commands ask besides. */
function everyField(of: Programme): Fields {
  const asked = Object.keys(of.pattern.commands).map(name => fieldsOf(of, name) ?? {})
  return Object.assign({}, ...asked, allFields(of))
}

for (const language of languages)
  test(`${language}: every name, field, option, command, event, phase and indicator has its words`, () => {
    for (const programme of programmes) {
      const words = wordsFor(programme, language)
      for (const [key, text] of Object.entries({
        name: words.name,
        short: words.short,
        what: words.what,
        record: words.record,
      }))
        assert.ok(text, `${programme.id}.${key}`)
      for (const [name, field] of Object.entries(everyField(programme))) {
        const { label, options = {} } = words.fields[name] ?? ({} as Partial<FieldWords>)
        assert.ok(label, `${programme.id}.fields.${name}`)
        for (const option of field.options ?? []) assert.ok(options[option], `${programme.id}.fields.${name}.${option}`)
      }
      for (const name of Object.keys(programme.pattern.limits ?? {}))
        assert.ok(words.limits[name]?.name && words.limits[name].help, `${programme.id}.limits.${name}`)
      covers(programme, words, programme.indicators)
      covers(programme, patternWords(programme.pattern.name, language), programme.pattern.common)
    }
  })

function covers(of: Programme, words: PatternWords, indicators: Programme['indicators']): void {
  for (const name of Object.keys(of.pattern.commands)) assert.ok(words.commands[name], `${of.id}.commands.${name}`)
  for (const kind of of.pattern.eventKinds) assert.ok(words.events[kind], `${of.id}.events.${kind}`)
  for (const phase of of.pattern.phases) assert.ok(words.phases[phase], `${of.id}.phases.${phase}`)
  for (const [name, indicator] of Object.entries(indicators)) {
    assert.ok(words.indicators[name]?.name && words.indicators[name].definition, `${of.id}.indicators.${name}`)
    for (const slice of declaredSlices(of, indicator)) {
      const [field = '', option = ''] = slice.split('=')
      assert.ok(words.fields[field]?.options?.[option], `${of.id} ${slice}`)
    }
  }
}

test('no text speaks of anything that is not there', () => {
  for (const texts of [zh, en])
    for (const programme of programmes) {
      const text = texts[programme.id as keyof typeof texts] as Record<string, Record<string, unknown>>
      const fields = everyField(programme)
      for (const [name, field] of Object.entries(text.fields ?? {})) {
        assert.ok(fields[name], `${programme.id}.fields.${name}`)
        for (const option of Object.keys((field as FieldWords).options ?? {}))
          assert.ok(fields[name].options?.includes(option), `${programme.id}.fields.${name}.${option}`)
      }
      for (const name of Object.keys(text.indicators ?? {}))
        assert.ok(programme.indicators[name], `${programme.id}.${name}`)
      for (const name of Object.keys(text.events ?? {})) assert.ok(programme.pattern.eventKinds.includes(name), name)
      for (const name of Object.keys(text.phases ?? {})) assert.ok(programme.pattern.phases.includes(name), name)
      for (const name of Object.keys(text.commands ?? {})) assert.ok(programme.pattern.commands[name], name)
    }
})

test('the lists of texts hold every file, and both languages the same', () => {
  for (const [language, texts] of Object.entries({ zh, en })) {
    const files = readdirSync(new URL(`./texts/${language}/`, import.meta.url)).map(file => file.replace(/\.json$/, ''))
    assert.deepEqual(Object.keys(texts).toSorted(), files.toSorted(), 'bin/new-programme --texts')
  }
  const keys = (value: unknown): unknown =>
    value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, keys(each)]))
      : ''
  assert.deepEqual(keys(zh), keys(en))
})

test('no text is still the one a new programme begins with', () => {
  for (const [id, { name, fields }] of Object.entries(zh as Record<string, { name?: string; fields?: object }>))
    assert.doesNotMatch(`${name} ${JSON.stringify(fields)}`, /新项目|第一种/, `write the texts of ${id}`)
})

test('the Chinese is a neighbour’s: 您, no words of the trade, no exclamation, short verbs on buttons', () => {
  assert.doesNotMatch(JSON.stringify(zh).replaceAll('部门数据', ''), /你|系统|数据|提交|点击|用户|字段|记录成功|！|!/)
  for (const programme of programmes) {
    const { commands, record } = wordsFor(programme, 'zh')
    for (const word of Object.values(commands)) assert.ok(word.length >= 2 && word.length <= 4, word)
    assert.ok(/^(记|登记)/.test(record) && record.length <= 8, record)
  }
})
