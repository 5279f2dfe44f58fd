import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { chapters } from '#language'
import { runsIn, writeBody } from './body.ts'
import { inventedFigures } from './invented-figures.ts'
import { chapterRules, reviewFrame } from './sentences.ts'
import { figuresIn } from './template.ts'

const figures = inventedFigures()
const known = new Set(figures.map(({ key, slice }) => (slice ? `${key}|${slice}` : key)))
const sentences = chapterRules.flatMap(({ parts }) => parts.flatMap(part => part.sentences))

test('every figure a sentence names exists', () => {
  const unknown = sentences.flatMap(({ id, text }) =>
    figuresIn(text).flatMap(name => {
      const parts = [...known].filter(each => each.startsWith(name))
      return known.has(name) || (name.endsWith('=') && parts.length > 1) ? [] : [`${id}: ${name}`]
    }),
  )
  assert.deepEqual(unknown, [])
})

test('every indicator of the house is told by a sentence, or on the line of what else there is', () => {
  const body = writeBody({
    ...{ asOf: 0, from: '2021-01-01', to: '2025-12-31', today: '2026-01-05', units: null, years: null, charts: [] },
    unit: { name: '松河县妇联', signature: '松河县妇女联合会', level: 3 },
    figures,
  })
  const told = new Set(body.sources.map(source => source.key))
  const wholes = figures.filter(({ slice }) => slice === '')
  assert.deepEqual(
    wholes.filter(({ key }) => !told.has(key)).map(({ key }) => key),
    [],
  )
})

test('a sentence is written once, ends as a sentence, and holds no number of its own', () => {
  const ids = sentences.map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
  for (const { id, text } of sentences) {
    assert.match(text, /。$/, id)
    assert.doesNotMatch(text.replace(/\{[^}]*\}/g, ''), /[0-9０-９]/, id)
    assert.ok(figuresIn(text).length > 0, id)
  }
  const frame = JSON.stringify(reviewFrame).replace(/\{[^}]*\}/g, '')
  assert.doesNotMatch(frame, /[0-9０-９]/)
  assert.ok(!/[!！]/.test(JSON.stringify(chapterRules) + frame))
})

test('the chapters are those of the catalogue, in its order', () => {
  assert.deepEqual(
    chapterRules.map(({ chapter }) => chapter),
    ['opening', ...chapters],
  )
})

test('a figure without a value is not told, nor is a sentence that needs it', () => {
  const none = figures.map(each => ({ ...each, value: null, reported: [] }))
  const { chapters: written, sources } = writeBody({
    ...{ asOf: 0, from: '2021-01-01', to: '2025-12-31', today: '2026-01-05', units: null, years: null, charts: [] },
    unit: { name: '松河县妇联', signature: '松河县妇女联合会', level: 3 },
    figures: none,
  })
  assert.deepEqual([written.flatMap(runsIn), sources], [[], []])
})

test('no sentence is taken from a real report', t => {
  const folder = new URL('../../../../shared/mission/reports/', import.meta.url)
  if (!existsSync(folder)) return t.skip('the reports are not here')
  const han = (text: string) => text.replace(/[^\p{Script=Han}]/gu, '')
  const reports = readdirSync(folder).map(file => han(readFileSync(new URL(file, folder), 'utf8')))
  const own = [
    ...sentences.map(({ text }) => text.replace(/\{[^}]*\}/g, '|')),
    ...chapterRules.flatMap(({ heading, parts }) => [heading, ...parts.map(part => part.heading)]),
    ...reviewFrame.closing,
    ...reviewFrame.opening,
  ]
  // names of a doctrine and a duty every federation writes in full
  const formulas = ['习近平新时代中国特色社会主义思想', '习近平总书记关于妇女儿童和妇联工作的重要论述']
  const plain = own.map(text =>
    han(formulas.reduce((rest, formula) => rest.replaceAll(formula, '|'), text).replaceAll('|', '〇')),
  )
  const length = 13
  const copied = plain.flatMap(text =>
    Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length)).filter(
      piece => !piece.includes('〇') && reports.some(report => report.includes(piece)),
    ),
  )
  assert.deepEqual(copied, [])
})
