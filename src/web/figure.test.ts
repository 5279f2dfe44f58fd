// A number of the house is printed by the figure chip and by nothing else.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const screens = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.tsx'))
  .map(file => ({ file, source: readFileSync(join(import.meta.dirname, file), 'utf8') }))

/** Drawings write their own axis; everything else goes through the chip. */
const drawings = ['desk/lines.tsx', 'desk/boundary-map.tsx']

test('only the figure chip and drawings write numbers', () => {
  const writers = screens
    .filter(({ source }) => /numberText|toLocaleString|NumberFormat/.test(source))
    .map(({ file }) => file)
  assert.deepEqual(writers.filter(file => !drawings.includes(file)).sort(), ['figure.tsx'])
})

test('no screen prints a recorded, issued or counted value by itself', () => {
  const loose = screens
    .filter(({ file }) => file !== 'figure.tsx')
    .flatMap(({ file, source }) =>
      [...source.matchAll(/>\s*\{[\w.?]*\.(recorded|unnamed|issued|before|after|openable|closed)\s*\}/g)].map(
        match => `${file}: ${match[0]}`,
      ),
    )
  assert.deepEqual(loose, [])
})
