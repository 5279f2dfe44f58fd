import assert from 'node:assert/strict'
import { test } from 'node:test'
import { awkward, type Invented, later, noisy, nothing, plain } from './invented.ts'
import { readReport } from './read.ts'

const numbered = (text: string) => readReport(text).filter(figure => figure.value !== null)

for (const [name, sentences] of Object.entries({ plain, awkward, noisy, later })) {
  test(`every figure of ${sentences.length} ${name} sentences is found, and nothing else`, () => {
    for (const { text, want } of sentences) {
      const found = numbered(text).map(figure => `${figure.value} ${figure.unit}`)
      const wanted = want.map(line => line.split(' ').slice(0, 2).join(' '))
      assert.deepEqual(found.toSorted(), wanted.toSorted(), text)
    }
  })
}

test('sentences that count nothing give no figure', () => {
  for (const text of nothing)
    assert.deepEqual(
      readReport(text).map(figure => figure.raw),
      [],
      text,
    )
})

test('at least nine of ten proposals for single sentences are right', () => {
  const all: Invented[] = [...plain, ...awkward, ...noisy, ...later]
  let right = 0
  let asked = 0
  for (const { text, want } of all) {
    const figures = numbered(text)
    for (const line of want) {
      const [value, unit, system] = line.split(' ')
      if (!system) continue
      asked++
      if (figures.find(figure => `${figure.value} ${figure.unit}` === `${value} ${unit}`)?.system === system) right++
    }
  }
  assert.ok(asked >= 100 && right / asked >= 0.9, `${right} of ${asked}`)
})

test('a title in a heading is not counted again', () => {
  const figures = readReport('发布维权十大案例\n联合法院发布“维权十大案例”,反响良好。\n')
  assert.deepEqual(
    figures.map(figure => [figure.raw, figure.value, figure.unit]),
    [['十大', 10, '件']],
  )
})

test('twenty thousand bytes are read in under 300 ms, and text without marks does not stall', () => {
  const counted = [...plain, ...awkward].map(sentence => `${nothing.join('。')}${sentence.text}`).join('')
  let long = ''
  for (const part of counted) if (long.length < 9000) long += part
  assert.ok(new TextEncoder().encode(long).length > 15_000)
  const times = Array.from({ length: 4 }, () => {
    const begun = performance.now()
    readReport(long)
    return performance.now() - begun
  })
  assert.ok(Math.min(...times) < 300, `${Math.min(...times)} ms`)
  const rough = performance.now()
  for (const words of ['一二三四五', '1,', '3个、', '至少', '(“《']) readReport(words.repeat(1500))
  assert.ok(performance.now() - rough < 5000)
})
