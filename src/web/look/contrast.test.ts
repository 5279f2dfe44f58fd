// Proves the colour pairs of tokens.css against WCAG 2.2 AA, and that no file of the web brings a colour of its own.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

type Inks = Record<string, string>

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const read = (block: string): Inks =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(match => [match[1] ?? '', match[2] ?? '']),
  )
const part = (from: string, to?: string) =>
  css.slice(css.indexOf(from), to === undefined ? undefined : css.indexOf(to, css.indexOf(from) + 1))

const light = read(part(':root {', ':root[data-face'))
const themes: Record<string, Inks> = {
  light,
  elder: { ...light, ...read(part(':root[data-size', '@media (prefers-color-scheme')) },
  dark: { ...light, ...read(part(':root[data-theme="dark"]', '@media (prefers-contrast')) },
  'dark by system': { ...light, ...read(part('@media (prefers-color-scheme', ':root[data-theme="dark"]')) },
}

const grounds = ['paper', 'sheet', 'sunk']
const words = ['ink', 'ink-2', 'ink-3', 'madder', 'indigo', 'pine', 'ochre', 'cinnabar']
const pairs: [string, string, number][] = [
  ...words.flatMap(word => grounds.map((ground): [string, string, number] => [word, ground, 4.5])),
  ['on-madder', 'madder-fill', 4.5],
  ['on-madder', 'madder-fill-hover', 4.5],
  ...['madder', 'ink', 'ink-2'].map((word): [string, string, number] => [word, 'madder-wash', 4.5]),
  ...['pine', 'ochre', 'cinnabar'].flatMap(tone =>
    [tone, 'ink', 'ink-2'].map((word): [string, string, number] => [word, `${tone}-wash`, 4.5]),
  ),
  ...[1, 2, 3].map((step): [string, string, number] => ['on-seq-light', `seq-${step}`, 4.5]),
  ...[4, 5].map((step): [string, string, number] => ['on-seq-dark', `seq-${step}`, 4.5]),
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['edge', ground, 3],
    ['dot', ground, 3],
  ]),
  ['seq-4', 'paper', 3],
  ['seq-5', 'paper', 3],
]

const light1 = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string) =>
  [0.2126, 0.7152, 0.0722].reduce(
    (sum, weight, i) => sum + weight * light1(Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255),
    0,
  )
function ratio(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

for (const [name, inks] of Object.entries(themes)) {
  test(`${name}: words and controls are readable on every ground`, () => {
    assert.ok(pairs.length >= 50)
    const weak = pairs
      .map(([front, ground, need]) => ({ front, ground, need, is: ratio(inks[front] ?? '', inks[ground] ?? '') }))
      .filter(({ is, need }) => !(is >= need))
    assert.deepEqual(weak, [])
  })
}

test('no colour outside the tokens', () => {
  const known = new Set(css.match(/#[0-9a-f]{6}\b/g))
  const web = join(import.meta.dirname, '..')
  const strangers = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(css|tsx?|html)$/.test(file) && !file.endsWith('.test.ts'))
    .flatMap(file =>
      (readFileSync(join(web, file), 'utf8').match(/#[0-9a-f]{6}\b/gi) ?? [])
        .filter(colour => !known.has(colour.toLowerCase()))
        .map(colour => `${file} ${colour}`),
    )
  assert.deepEqual(strangers, [])
})
